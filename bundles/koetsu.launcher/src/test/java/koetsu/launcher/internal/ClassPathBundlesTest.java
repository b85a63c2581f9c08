package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.framework.Felix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.log.LogReaderService;

class ClassPathBundlesTest {

  @TempDir Path temp;

  @Test
  void aJarOfTheClassPathIsABundleWithTheClassesOfTheClassPath() throws Exception {
    Path jar =
        Path.of(LogReaderService.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ClassPathBundles classPath = new ClassPathBundles();
    Felix framework =
        new Felix(Map.of(Constants.FRAMEWORK_STORAGE, temp.resolve("f").toString()), classPath);
    framework.start();
    try {
      String location = classPath.location(jar).orElseThrow();
      Bundle bundle = framework.getBundleContext().installBundle(location);
      BundleOfClass.put(jar, bundle);
      bundle.start();
      assertEquals(Bundle.ACTIVE, bundle.getState());
      assertSame(LogReaderService.class, bundle.loadClass(LogReaderService.class.getName()));
      assertSame(bundle, FrameworkUtil.getBundle(LogReaderService.class));
      assertNotNull(bundle.getEntry("org/osgi/service/log/LogReaderService.class"));
    } finally {
      framework.stop();
      framework.waitForStop(10_000);
    }
  }

  @Test
  void otherJarsAreForTheFramework() throws Exception {
    ClassPathBundles classPath = new ClassPathBundles();
    Path other = temp.resolve("plug-in.jar");
    assertEquals(Optional.empty(), classPath.location(other));
    assertEquals(Optional.empty(), classPath.connect("reference:" + other.toUri()));
  }
}
