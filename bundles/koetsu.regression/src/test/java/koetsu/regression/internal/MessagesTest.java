package koetsu.regression.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void bothLanguagesHaveTheSameTexts() throws Exception {
    assertEquals(read("messages.properties").keySet(), read("messages_ja.properties").keySet());
  }

  private static Properties read(String name) throws Exception {
    Properties texts = new Properties();
    try (var in =
        new InputStreamReader(Texts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
