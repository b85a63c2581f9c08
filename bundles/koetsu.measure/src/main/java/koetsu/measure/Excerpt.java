package koetsu.measure;

import java.util.List;

/**
 * The lines of the source around a place, for reports that are read without the source.
 *
 * @param first number of the first line as people count, from 1
 * @param lines the lines without their ends; the middle of a very long one is kept
 * @param marks what the report speaks of
 */
public record Excerpt(int first, List<String> lines, List<Mark> marks) {

  /**
   * A stretch of one line, in UTF-16 units of that line's text.
   *
   * @param line index in {@link Excerpt#lines()}
   * @param begin first unit
   * @param end behind the last unit
   */
  public record Mark(int line, int begin, int end) {}

  public Excerpt {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }
}
