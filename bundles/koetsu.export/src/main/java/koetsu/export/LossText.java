package koetsu.export;

import java.util.Locale;
import java.util.ResourceBundle;
import koetsu.api.plugin.Loss;

/** What formats lose, in the languages of the window. */
public final class LossText {
  private static final String TEXTS = "koetsu.export.internal.losses";

  private LossText() {}

  /**
   * The kind of a loss in a language.
   *
   * @return the words that the exporter gave where they are not known in that language
   */
  public static String of(Loss loss, Locale language) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            TEXTS,
            language,
            LossText.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String key = key(loss);
    return texts.containsKey(key) ? texts.getString(key) : loss.kind();
  }

  /** The words with full stops between them. */
  private static String key(Loss loss) {
    return loss.kind().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+]+", ".");
  }
}
