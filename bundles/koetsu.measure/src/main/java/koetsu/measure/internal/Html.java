package koetsu.measure.internal;

import java.util.Locale;

/** Grows a page whose every text stands in it in both languages. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Adds markup as it is. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds text. */
  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Adds a text of the page in both languages. */
  Html say(String key, Object... arguments) {
    return both(english(key, arguments), japanese(key, arguments));
  }

  /** Adds one text that is written in two languages. */
  Html both(String english, String japanese) {
    return english.equals(japanese)
        ? text(english)
        : raw("<span class=\"t\" lang=\"en\">")
            .text(english)
            .raw("</span><span class=\"t\" lang=\"ja\">")
            .text(japanese)
            .raw("</span>");
  }

  static String english(String key, Object... arguments) {
    return Texts.of(Locale.ROOT).text(key, arguments);
  }

  static String japanese(String key, Object... arguments) {
    return Texts.of(Locale.JAPANESE).text(key, arguments);
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\0' -> escaped.append('\uFFFD');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
