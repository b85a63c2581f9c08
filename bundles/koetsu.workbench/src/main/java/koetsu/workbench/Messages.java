package koetsu.workbench;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Texts of a package in the language of the window: {@code messages.properties} is English, {@code
 * messages_ja.properties} Japanese.
 */
public final class Messages {
  private final ResourceBundle bundle;

  /**
   * @param owner any class of the package that holds the texts
   */
  public Messages(Class<?> owner) {
    bundle =
        ResourceBundle.getBundle(
            owner.getPackageName() + ".messages",
            Locale.getDefault(),
            owner.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** A text with its arguments put in. */
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.getDefault()).format(arguments);
  }

  /** Whether a text exists: for keys made of data. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * Picks the label of the window's language out of a profile's labels; English, then the id, stand
   * in.
   */
  public static String label(java.util.Map<String, String> labels, String id) {
    String own = labels.get(Locale.getDefault().getLanguage());
    return own != null ? own : labels.getOrDefault("en", id);
  }
}
