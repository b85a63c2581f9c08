package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FoldersTest {

  @Test
  void linuxFollowsXdg() {
    Folders folders =
        Folders.of(
            Map.of("HOME", "/home/mio", "XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/c"),
            system("Linux", "/home/other"));
    assertEquals(new Folders(Path.of("/d/koetsu"), Path.of("/c/koetsu")), folders);
  }

  @Test
  void linuxHasDefaultsBelowHome() {
    Folders folders = Folders.of(Map.of("HOME", "/home/mio"), system("Linux", "/home/other"));
    assertEquals(
        new Folders(Path.of("/home/mio/.local/share/koetsu"), Path.of("/home/mio/.cache/koetsu")),
        folders);
  }

  @Test
  void withoutHomeThePasswordFileIsAsked() {
    assertEquals(
        Path.of("/home/mio/.cache/koetsu"),
        Folders.of(Map.of(), system("Linux", "/home/mio")).cache());
  }

  @Test
  void relativeAndEmptyXdgPathsAreIgnored() {
    Folders folders =
        Folders.of(
            Map.of("HOME", "/home/mio", "XDG_DATA_HOME", "data", "XDG_CACHE_HOME", ""),
            system("Linux", "/home/mio"));
    assertEquals(Path.of("/home/mio/.local/share/koetsu"), folders.data());
    assertEquals(Path.of("/home/mio/.cache/koetsu"), folders.cache());
  }

  @Test
  void macHasItsLibrary() {
    Folders folders = Folders.of(Map.of("HOME", "/Users/mio"), system("Mac OS X", "/Users/mio"));
    assertEquals(
        new Folders(
            Path.of("/Users/mio/Library/Application Support/koetsu"),
            Path.of("/Users/mio/Library/Caches/koetsu")),
        folders);
  }

  @Test
  void windowsHasItsAppData() {
    Folders folders =
        Folders.of(
            Map.of("HOME", "/msys/mio", "APPDATA", "/u/Roaming", "LOCALAPPDATA", "/u/Local"),
            system("Windows 11", "/u"));
    assertEquals(new Folders(Path.of("/u/Roaming/koetsu"), Path.of("/u/Local/koetsu")), folders);
    assertEquals(
        Path.of("/u/AppData/Local/koetsu"),
        Folders.of(Map.of("HOME", "/msys/mio"), system("Windows 11", "/u")).cache());
  }

  private static Properties system(String os, String home) {
    Properties properties = new Properties();
    properties.setProperty("os.name", os);
    properties.setProperty("user.home", home);
    return properties;
  }
}
