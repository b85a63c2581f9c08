package koetsu.segment.internal.catalogue;

/**
 * A half-open range of UTF-16 indices of one line's text.
 *
 * @param begin first index
 * @param end one past the last
 */
record Range(int begin, int end) {
  boolean isEmpty() {
    return begin >= end;
  }
}
