package koetsu.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceFileTest {
  @TempDir Path folder;

  @Test
  void whatIsPutIsThereAtTheNextStart() throws Exception {
    Path file = folder.resolve("new/workbench.properties");
    PreferenceFile preferences = new PreferenceFile(file);
    preferences.put("recent.0", "/home/hana/校閲 = 1: あ");
    preferences.put("width", "300");
    preferences.save();
    PreferenceFile again = new PreferenceFile(file);
    assertEquals(Optional.of("/home/hana/校閲 = 1: あ"), again.get("recent.0"));
    assertEquals(300, again.number("width", 0));
  }

  @Test
  void nullForgets() throws Exception {
    Path file = folder.resolve("workbench.properties");
    PreferenceFile preferences = new PreferenceFile(file);
    preferences.put("language", "ja");
    preferences.save();
    preferences.put("language", null);
    preferences.save();
    assertEquals(Optional.empty(), new PreferenceFile(file).get("language"));
  }

  @Test
  void equalPreferencesAreEqualFiles() throws Exception {
    Path one = folder.resolve("one.properties");
    Path two = folder.resolve("two.properties");
    PreferenceFile first = new PreferenceFile(one);
    first.put("b", "2");
    first.put("a", "1");
    first.save();
    PreferenceFile second = new PreferenceFile(two);
    second.put("a", "1");
    second.put("b", "2");
    second.save();
    assertEquals(Files.readString(one), Files.readString(two));
  }

  @Test
  void aDamagedFileCountsAsEmpty() throws Exception {
    Path file = Files.writeString(folder.resolve("workbench.properties"), "a=\\u12");
    assertEquals(Optional.empty(), new PreferenceFile(file).get("a"));
  }
}
