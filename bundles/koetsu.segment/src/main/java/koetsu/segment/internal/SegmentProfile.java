package koetsu.segment.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import koetsu.api.plugin.ProfileContribution;
import org.osgi.service.component.annotations.Component;

/** Kinds, section types with their headings, and the word lists of the layouts. */
@Component
public final class SegmentProfile implements ProfileContribution {
  private static final String RESOURCE = "segment-profile.json";

  @Override
  public String id() {
    return "koetsu.segment";
  }

  @Override
  public InputStream open() throws IOException {
    InputStream in = SegmentProfile.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new FileNotFoundException(RESOURCE + " is missing from the bundle koetsu.segment");
    }
    return in;
  }
}
