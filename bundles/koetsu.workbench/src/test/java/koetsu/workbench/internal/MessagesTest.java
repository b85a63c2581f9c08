package koetsu.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void bothLanguagesHaveTheSameTexts() throws Exception {
    assertEquals(read("messages.properties").keySet(), read("messages_ja.properties").keySet());
  }

  @Test
  void everySettingAndEachOfItsChoicesHasALabel() throws Exception {
    Properties texts = read("messages.properties");
    for (Setting setting : Setting.ALL) {
      assertTrue(texts.containsKey("setting." + setting.id()), setting.id());
      List<String> choices = new ArrayList<>(setting.choices());
      if (setting.kind() != Setting.Kind.TEXT) {
        choices.add("");
      }
      for (String choice : choices) {
        assertTrue(texts.containsKey("setting." + setting.id() + "." + choice), setting + choice);
      }
    }
  }

  private static Properties read(String name) throws Exception {
    Properties texts = new Properties();
    try (var in =
        new InputStreamReader(Window.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
