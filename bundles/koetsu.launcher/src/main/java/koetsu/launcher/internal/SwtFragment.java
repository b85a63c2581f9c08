package koetsu.launcher.internal;

import java.util.Locale;

/**
 * The SWT fragment of the machine. Felix would attach every fragment it finds, whatever the
 * platform, so that only this one may be installed.
 */
final class SwtFragment {

  private static final String PREFIX = "org.eclipse.swt.";

  private SwtFragment() {}

  /** Whether a jar holds the SWT of another platform than this process runs on. */
  static boolean isForeign(String fileName) {
    return isForeign(fileName, System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static boolean isForeign(String fileName, String osName, String osArch) {
    boolean fragment =
        fileName.startsWith(PREFIX + "gtk.")
            || fileName.startsWith(PREFIX + "cocoa.")
            || fileName.startsWith(PREFIX + "win32.");
    return fragment && !fileName.startsWith(of(osName, osArch) + "-");
  }

  /** The symbolic name of the fragment, for values of {@code os.name} and {@code os.arch}. */
  static String of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> osArch;
        };
    if (os.startsWith("windows")) {
      return PREFIX + "win32.win32." + arch;
    }
    return PREFIX + (os.startsWith("mac") ? "cocoa.macosx." : "gtk.linux.") + arch;
  }
}
