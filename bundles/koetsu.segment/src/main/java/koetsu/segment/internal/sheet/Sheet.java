package koetsu.segment.internal.sheet;

/**
 * The lines of a sheet, as indices into the printed lines, half-open.
 *
 * @param begin first line
 * @param titleBegin first line of the title
 * @param titleEnd after the last line of the title; equal to {@code titleBegin} where the title was
 *     lost
 * @param body first line after the head: a section heading or text
 * @param end after the last line
 */
record Sheet(int begin, int titleBegin, int titleEnd, int body, int end) {
  boolean hasTitle() {
    return titleEnd > titleBegin;
  }
}
