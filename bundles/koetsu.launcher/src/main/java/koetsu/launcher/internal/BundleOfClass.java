package koetsu.launcher.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.connect.FrameworkUtilHelper;

/**
 * Answers {@link org.osgi.framework.FrameworkUtil#getBundle(Class)} for classes of the class path,
 * whose class loader knows no bundles. Java makes the instance; there is one framework per process.
 */
public final class BundleOfClass implements FrameworkUtilHelper {

  private static final Map<URI, Bundle> BUNDLES = new ConcurrentHashMap<>();

  static void put(Path jar, Bundle bundle) {
    BUNDLES.put(jar.toUri(), bundle);
  }

  @Override
  public Optional<Bundle> getBundle(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(BUNDLES.get(source.getLocation().toURI()));
    } catch (URISyntaxException notOfAFile) {
      return Optional.empty();
    }
  }
}
