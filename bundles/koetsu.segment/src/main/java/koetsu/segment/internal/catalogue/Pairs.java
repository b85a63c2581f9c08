package koetsu.segment.internal.catalogue;

import java.util.Arrays;

/**
 * The pairs of neighbouring letters in a text: what two titles have in common, slips and all.
 *
 * <p>Signs and white space count for nothing, and neither does case.
 */
final class Pairs {
  private final int[] sorted;

  /** For each pair one of 64 bits: what has no bit in common has no pair in common. */
  private final long signature;

  private Pairs(int[] sorted) {
    this.sorted = sorted;
    long bits = 0;
    for (int pair : sorted) {
      bits |= 1L << (pair * 0x9E3779B1 >>> 26);
    }
    this.signature = bits;
  }

  static Pairs of(String folded) {
    int[] pairs = new int[Math.max(0, folded.length() - 1)];
    int count = 0;
    char before = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        char letter = Character.toLowerCase(c);
        if (before != 0) {
          pairs[count++] = before << 16 | letter;
        }
        before = letter;
      }
    }
    Arrays.sort(pairs, 0, count);
    return new Pairs(count == pairs.length ? pairs : Arrays.copyOf(pairs, count));
  }

  int size() {
    return sorted.length;
  }

  /** The pairs themselves, sorted; equal ones as often as they come. Not to be changed. */
  int[] sorted() {
    return sorted;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pairs pairs && Arrays.equals(sorted, pairs.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  /** At most so many pairs two texts have in common; a quick look. */
  int mostCommon(Pairs other) {
    return Math.min(
        sorted.length - Long.bitCount(signature & ~other.signature),
        other.sorted.length - Long.bitCount(other.signature & ~signature));
  }

  /** The number of pairs that two texts have in common. */
  int common(Pairs other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < other.sorted.length) {
      int own = sorted[i];
      int others = other.sorted[j];
      common += own == others ? 1 : 0;
      i += own <= others ? 1 : 0;
      j += own >= others ? 1 : 0;
    }
    return common;
  }

  /** The share of these pairs that another text has too, from 0 to 1. */
  double share(Pairs text) {
    return sorted.length == 0 ? 0 : (double) common(text) / sorted.length;
  }
}
