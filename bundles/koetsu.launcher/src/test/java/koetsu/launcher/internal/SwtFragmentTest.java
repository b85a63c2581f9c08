package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SwtFragmentTest {

  @Test
  void namesFollowThePlatform() {
    assertEquals("org.eclipse.swt.gtk.linux.x86_64", SwtFragment.of("Linux", "amd64"));
    assertEquals("org.eclipse.swt.gtk.linux.aarch64", SwtFragment.of("Linux", "aarch64"));
    assertEquals("org.eclipse.swt.cocoa.macosx.aarch64", SwtFragment.of("Mac OS X", "aarch64"));
    assertEquals("org.eclipse.swt.win32.win32.x86_64", SwtFragment.of("Windows 11", "amd64"));
  }

  @Test
  void onlyFragmentsOfOtherPlatformsAreForeign() {
    assertFalse(foreign("org.eclipse.swt.gtk.linux.x86_64-3.132.0.jar"));
    assertTrue(foreign("org.eclipse.swt.gtk.linux.aarch64-3.132.0.jar"));
    assertTrue(foreign("org.eclipse.swt.win32.win32.x86_64-3.132.0.jar"));
    assertTrue(foreign("org.eclipse.swt.cocoa.macosx.x86_64-3.132.0.jar"));
    assertFalse(foreign("org.eclipse.swt-3.132.0.jar"));
    assertFalse(foreign("org.eclipse.swt.svg-3.131.0.jar"));
    assertFalse(foreign("koetsu.workbench-0.1.0.jar"));
  }

  private static boolean foreign(String jar) {
    return SwtFragment.isForeign(jar, "Linux", "amd64");
  }
}
