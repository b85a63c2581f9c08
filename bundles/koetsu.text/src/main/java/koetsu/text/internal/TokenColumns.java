package koetsu.text.internal;

import java.util.Arrays;

/**
 * The tokens of one kind as parallel arrays, ascending by begin; offsets are UTF-16. Filled by one
 * thread, then only read.
 */
final class TokenColumns {
  /** Stands for a token without a number. */
  static final long NONE = Long.MIN_VALUE;

  private int[] begins = new int[16];
  private int[] ends = new int[16];
  private long[] numbers = new long[16];
  private boolean[] fiscals = new boolean[16];
  private int size;

  void add(int begin, int end, long number, boolean fiscal) {
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
      fiscals = Arrays.copyOf(fiscals, size * 2);
    }
    begins[size] = begin;
    ends[size] = end;
    numbers[size] = number;
    fiscals[size++] = fiscal;
  }

  /**
   * Takes back the tokens that begin at or behind an offset: a later find explains the text better.
   */
  void dropFrom(int begin) {
    while (size > 0 && begins[size - 1] >= begin) {
      size--;
    }
  }

  /** Marks the last token as a fiscal year: the range it opens prints 年度 at its end. */
  void makeLastFiscal() {
    fiscals[size - 1] = true;
  }

  void trim() {
    begins = Arrays.copyOf(begins, size);
    ends = Arrays.copyOf(ends, size);
    numbers = Arrays.copyOf(numbers, size);
    fiscals = Arrays.copyOf(fiscals, size);
  }

  /** Index of the first token that begins at or behind an offset. */
  int firstFrom(int offset) {
    int at = Arrays.binarySearch(begins, 0, size, offset);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && begins[at - 1] == offset) {
      at--;
    }
    return at;
  }

  int size() {
    return size;
  }

  int begin(int at) {
    return begins[at];
  }

  int end(int at) {
    return ends[at];
  }

  long number(int at) {
    return numbers[at];
  }

  boolean fiscal(int at) {
    return fiscals[at];
  }
}
