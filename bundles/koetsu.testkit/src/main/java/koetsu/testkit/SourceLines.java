package koetsu.testkit;

import java.util.List;
import koetsu.measure.Excerpt;

/** Prints lines of a source with what is meant underlined. */
final class SourceLines {
  private static final char WIDE_SPACE = '　';
  private static final char WIDE_CARET = '＾';

  private SourceLines() {}

  static void append(StringBuilder out, Excerpt excerpt) {
    for (int i = 0; i < excerpt.lines().size(); i++) {
      int line = i;
      String text = excerpt.lines().get(i);
      List<Excerpt.Mark> marks =
          excerpt.marks().stream().filter(mark -> mark.line() == line).toList();
      out.append(
          String.format("%s%6d | %s%n", marks.isEmpty() ? " " : ">", excerpt.first() + i, text));
      if (!marks.isEmpty()) {
        out.append(String.format("        | %s%n", underline(text, marks)));
      }
    }
  }

  /** As wide as the text above it, also where characters take two columns. */
  private static String underline(String text, List<Excerpt.Mark> marks) {
    StringBuilder under = new StringBuilder();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int place = at;
      int character = text.codePointAt(at);
      boolean meant = marks.stream().anyMatch(mark -> mark.begin() <= place && place < mark.end());
      if (character == '\t') {
        under.append('\t');
      } else if (isWide(character)) {
        under.append(meant ? WIDE_CARET : WIDE_SPACE);
      } else {
        under.append(meant ? '^' : ' ');
      }
    }
    return under.toString().stripTrailing();
  }

  /** Characters of two columns, roughly as in Unicode's East Asian Width. */
  private static boolean isWide(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> character < 0xFF61 || character > 0xFFDC;
      default ->
          character >= 0x3000 && character <= 0x33FF
              || character >= 0xFF01 && character <= 0xFF60
              || character >= 0xFFE0 && character <= 0xFFE6;
    };
  }
}
