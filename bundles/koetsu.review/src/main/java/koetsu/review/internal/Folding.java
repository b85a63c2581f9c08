package koetsu.review.internal;

import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Breaks the slots of a value between them and before brackets: Japanese may be broken anywhere,
 * but nobody reads an amount or a year that is torn in two.
 */
final class Folding {
  private static final Pattern SEAMS = Pattern.compile("(?<=·) | (?=\\()");

  private Folding() {}

  /**
   * @param width of measure
   * @return the content in lines, each filled as far as whole parts go, without the dots between
   *     parts where a line ends; a part that is too wide alone is a line of its own
   */
  static String fold(String content, int width, ToIntFunction<String> measure) {
    if (measure.applyAsInt(content) <= width) {
      return content;
    }
    StringBuilder lines = new StringBuilder();
    String line = null;
    for (String part : SEAMS.split(content)) {
      String longer = line == null ? part : line + " " + part;
      if (line != null && measure.applyAsInt(withoutDot(longer)) > width) {
        lines.append(withoutDot(line)).append('\n');
        line = part;
      } else {
        line = longer;
      }
    }
    return lines.append(line).toString();
  }

  private static String withoutDot(String line) {
    return line.endsWith(" ·") ? line.substring(0, line.length() - 2) : line;
  }
}
