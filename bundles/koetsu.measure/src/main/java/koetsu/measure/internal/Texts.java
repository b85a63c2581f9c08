package koetsu.measure.internal;

import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** What reports say, in English or Japanese, whatever the language of the process. */
public final class Texts {
  private static final Texts ENGLISH = new Texts(Locale.ROOT);
  private static final Texts JAPANESE = new Texts(Locale.JAPANESE);

  private final Locale language;
  private final ResourceBundle bundle;

  private Texts(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            Texts.class.getPackageName() + ".report",
            language,
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The texts of a language, in English where there are none. */
  public static Texts of(Locale language) {
    return language.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
  }

  /** A text with its arguments put in. */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), language).format(arguments);
  }

  /** All texts whose keys begin with a prefix, by key without it, arguments still open. */
  Map<String, String> all(String prefix) {
    Map<String, String> texts = new TreeMap<>();
    for (Enumeration<String> keys = bundle.getKeys(); keys.hasMoreElements(); ) {
      String key = keys.nextElement();
      if (key.startsWith(prefix)) {
        texts.put(key.substring(prefix.length()), bundle.getString(key));
      }
    }
    return texts;
  }
}
