package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RequirementsTest {

  @Test
  void aPackageIsSaidWithItsVersions() {
    assertEquals(
        "the package a.b (version 1.2.0 or higher, below 2.0.0)",
        Requirements.inWords(
            "osgi.wiring.package",
            "(&(osgi.wiring.package=a.b)(version>=1.2.0)(!(version>=2.0.0)))"));
    assertEquals(
        "the package a.b",
        Requirements.inWords("osgi.wiring.package", "(osgi.wiring.package=a.b)"));
  }

  @Test
  void aBundleIsSaidWithItsVersions() {
    assertEquals(
        "the bundle a.b (version 3.0.0 or higher)",
        Requirements.inWords(
            "osgi.wiring.bundle", "(&(osgi.wiring.bundle=a.b)(bundle-version>=3.0.0))"));
    assertEquals(
        "the bundle a.b (version below 4.0.0)",
        Requirements.inWords(
            "osgi.wiring.host", "(&(osgi.wiring.host=a.b)(!(bundle-version>=4.0.0)))"));
  }

  @Test
  void aJavaVersionIsSaidAsSuch() {
    assertEquals(
        "the runtime JavaSE 21",
        Requirements.inWords("osgi.ee", "(&(osgi.ee=JavaSE)(version=21))"));
  }

  @Test
  void anythingElseIsSaidAsACapability() {
    assertEquals(
        "the capability osgi.extender osgi.component (version 1.5.0 or higher, below 2.0.0)",
        Requirements.inWords(
            "osgi.extender",
            "(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))"));
    assertEquals(
        "the capability eclipse.swt (image.format=svg)",
        Requirements.inWords("eclipse.swt", "(image.format=svg)"));
  }
}
