package {{package}};

import java.io.InputStream;
import koetsu.api.plugin.ProfileContribution;
import org.osgi.service.component.annotations.Component;

/** Adds the field to the profile: its labels, colour and comparison. It comes after Koetsu's own. */
@Component(property = "service.ranking:Integer=-100")
public final class {{Class}}Field implements ProfileContribution {
  @Override
  public String id() {
    return "{{package}}.field";
  }

  @Override
  public InputStream open() {
    return {{Class}}Field.class.getResourceAsStream("profile.json");
  }
}
