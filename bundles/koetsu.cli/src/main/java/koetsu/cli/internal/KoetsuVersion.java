package koetsu.cli.internal;

import java.io.IOException;
import picocli.CommandLine.IVersionProvider;

/** The version of this bundle, which is the version of Koetsu. */
final class KoetsuVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"Koetsu 0.1.0"};
  }
}
