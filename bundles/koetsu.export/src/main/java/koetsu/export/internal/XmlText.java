package koetsu.export.internal;

/** Text in attributes of XML, so that a parser gives back what was there. */
final class XmlText {
  private XmlText() {}

  /**
   * Whether XML 1.0 has no way to hold the text: it is then to be version 1.1, where references
   * stand for control characters.
   */
  static boolean needsVersion11(String text) {
    return text.chars().anyMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r');
  }

  /** Whether a character is in no version of XML. */
  static boolean isForbidden(int c) {
    return c == 0 || c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF);
  }

  /**
   * Escapes mark-up, and every character that a parser would change: line ends, tabs and controls.
   * Forbidden characters become U+FFFD.
   */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  if (isForbidden(c)) {
                    out.append('\uFFFD');
                  } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028) {
                    out.append("&#").append(c).append(';');
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }
}
