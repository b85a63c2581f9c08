package koetsu.segment.internal.sheet;

/**
 * The lines of a title, as indices into the printed lines, half-open; empty where it was lost.
 *
 * @param begin first line
 * @param end after the last line
 */
record Title(int begin, int end) {
  static final Title NONE = new Title(0, 0);

  boolean isEmpty() {
    return begin == end;
  }
}
