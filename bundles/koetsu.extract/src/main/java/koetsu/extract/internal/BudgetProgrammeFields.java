package koetsu.extract.internal;

import java.io.InputStream;
import koetsu.api.plugin.ProfileContribution;
import org.osgi.service.component.annotations.Component;

/** The twelve fields of a budget programme and the word lists that their extractors read. */
@Component(service = ProfileContribution.class)
public final class BudgetProgrammeFields implements ProfileContribution {
  /** The JSON beside this class. */
  static final String RESOURCE = "extract-profile.json";

  @Override
  public String id() {
    return "koetsu.extract.fields";
  }

  @Override
  public InputStream open() {
    return BudgetProgrammeFields.class.getResourceAsStream(RESOURCE);
  }
}
