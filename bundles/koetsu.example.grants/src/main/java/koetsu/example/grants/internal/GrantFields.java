package koetsu.example.grants.internal;

import java.io.InputStream;
import koetsu.api.plugin.ProfileContribution;
import org.osgi.service.component.annotations.Component;

/** Kinds, fields and sections of grant bulletins. */
@Component(service = ProfileContribution.class)
public final class GrantFields implements ProfileContribution {
  @Override
  public String id() {
    return "koetsu.example.grants.fields";
  }

  @Override
  public InputStream open() {
    return GrantFields.class.getResourceAsStream("grants-profile.json");
  }
}
