package koetsu.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build gave this bundle, which is the version of Koetsu. */
final class KoetsuVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream in = KoetsuVersion.class.getResourceAsStream("build.properties")) {
      build.load(in);
    }
    return new String[] {"Koetsu " + build.getProperty("version")};
  }
}
