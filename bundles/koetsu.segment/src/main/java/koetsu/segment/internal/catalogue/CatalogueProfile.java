package koetsu.segment.internal.catalogue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import koetsu.api.plugin.ProfileContribution;
import org.osgi.service.component.annotations.Component;

/** The word lists of catalogue layouts. */
@Component
public final class CatalogueProfile implements ProfileContribution {
  private static final String RESOURCE = "catalogue-profile.json";

  @Override
  public String id() {
    return "koetsu.segment.catalogue";
  }

  @Override
  public InputStream open() throws IOException {
    InputStream in = CatalogueProfile.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new FileNotFoundException(RESOURCE + " is missing from the bundle koetsu.segment");
    }
    return in;
  }
}
