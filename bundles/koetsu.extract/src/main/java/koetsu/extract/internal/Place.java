package koetsu.extract.internal;

/** A half-open range of indices of a folded text. */
record Place(int begin, int end) {
  int length() {
    return end - begin;
  }

  boolean contains(Place other) {
    return begin <= other.begin && other.end <= end;
  }
}
