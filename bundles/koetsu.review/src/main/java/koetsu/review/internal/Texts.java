package koetsu.review.internal;

import java.util.Locale;
import koetsu.workbench.Messages;

/**
 * The texts of the review in the language of the window, which can change while the process lives.
 */
public final class Texts {
  private static Locale language;
  private static Messages messages;

  private Texts() {}

  /** A text with its arguments put in. */
  public static String of(String key, Object... arguments) {
    return messages().text(key, arguments);
  }

  /** A text whose key is made of data, or another one where there is none. */
  static String orElse(String key, String otherwise) {
    Messages texts = messages();
    return texts.has(key) ? texts.text(key) : otherwise;
  }

  private static synchronized Messages messages() {
    if (!Locale.getDefault().equals(language)) {
      language = Locale.getDefault();
      messages = new Messages(Texts.class);
    }
    return messages;
  }
}
