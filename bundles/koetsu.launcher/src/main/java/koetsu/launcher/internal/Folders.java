package koetsu.launcher.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The user's folders, as the operating system wants them named.
 *
 * <p>Linux follows the XDG Base Directory Specification 0.8, which ignores relative paths.
 *
 * @param data what the user would miss
 * @param cache what can be made again
 */
record Folders(Path data, Path cache) {

  private static final String KOETSU = "koetsu";

  static Folders of(Map<String, String> environment, Properties system) {
    String os = system.getProperty("os.name").toLowerCase(Locale.ROOT);
    // the JDK asks the password file, but scripts, tests and containers set HOME
    Path home =
        absolute(environment.get("HOME"), Path.of(system.getProperty("user.home")))
            .toAbsolutePath();
    if (os.startsWith("windows")) {
      home = Path.of(system.getProperty("user.home")).toAbsolutePath();
      return new Folders(
          absolute(environment.get("APPDATA"), home.resolve("AppData").resolve("Roaming"))
              .resolve(KOETSU),
          absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"))
              .resolve(KOETSU));
    }
    Path library = home.resolve("Library");
    boolean mac = os.startsWith("mac");
    return new Folders(
        absolute(
                environment.get("XDG_DATA_HOME"),
                mac
                    ? library.resolve("Application Support")
                    : home.resolve(".local").resolve("share"))
            .resolve(KOETSU),
        absolute(
                environment.get("XDG_CACHE_HOME"),
                mac ? library.resolve("Caches") : home.resolve(".cache"))
            .resolve(KOETSU));
  }

  private static Path absolute(String path, Path otherwise) {
    boolean usable = path != null && !path.isEmpty() && Path.of(path).isAbsolute();
    return usable ? Path.of(path) : otherwise;
  }
}
