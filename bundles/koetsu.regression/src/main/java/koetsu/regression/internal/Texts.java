package koetsu.regression.internal;

import java.util.Locale;
import koetsu.workbench.Messages;

/**
 * The texts of the regression in the language of the window, which can change while the process
 * lives.
 */
final class Texts {
  private static Locale language;
  private static Messages messages;

  private Texts() {}

  /** A text with its arguments put in. */
  static synchronized String of(String key, Object... arguments) {
    if (!Locale.getDefault().equals(language)) {
      language = Locale.getDefault();
      messages = new Messages(Texts.class);
    }
    return messages.text(key, arguments);
  }
}
