package koetsu.api.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A list of words that is asked at every character of a text, and answers at most of them without
 * comparing anything. Texts are taken as they are: whoever folds them folds the words too. Of
 * several words at a place the longest one counts. Indices are UTF-16 indices. Immutable.
 */
public final class WordTable {
  private static final String[] NONE = {};

  /** Places of a table for each word: most characters of a text find theirs empty. */
  private static final int SPARSE = 8;

  /** The words by the character they begin with, and by the one they end with. */
  private final String[][] firsts;

  private final String[][] lasts;

  /** For each place of a table one bit: whether any word is there. It stays close at hand. */
  private final long[] anyFirst;

  private final long[] anyLast;

  /**
   * A table of words in any order; empty ones do not count.
   *
   * @throws NullPointerException for null, also as a word
   */
  public WordTable(Collection<String> words) {
    List<String> longestFirst =
        words.stream()
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    firsts = table(longestFirst, word -> word.charAt(0));
    lasts = table(longestFirst, word -> word.charAt(word.length() - 1));
    anyFirst = any(firsts);
    anyLast = any(lasts);
  }

  private static long[] any(String[][] table) {
    long[] any = new long[(table.length + Long.SIZE - 1) / Long.SIZE];
    for (int place = 0; place < table.length; place++) {
      if (table[place].length > 0) {
        any[place / Long.SIZE] |= 1L << place;
      }
    }
    return any;
  }

  private static boolean isAny(long[] any, int place) {
    return (any[place / Long.SIZE] >>> place & 1) != 0;
  }

  /**
   * Words by a character of theirs: each place of the table has those whose character has its
   * number as its lowest bits, in the given order.
   */
  private static String[][] table(List<String> words, ToIntFunction<String> character) {
    String[][] table = new String[Integer.highestOneBit(words.size() + 1) * SPARSE][];
    Arrays.fill(table, NONE);
    for (String word : words) {
      int place = character.applyAsInt(word) & table.length - 1;
      table[place] = Arrays.copyOf(table[place], table[place].length + 1);
      table[place][table[place].length - 1] = word;
    }
    return table;
  }

  /** Length of the longest word that a text has at an index; 0 where it has none. */
  public int startAt(String text, int index) {
    return startAt(text, index, text.length());
  }

  /** Length of the longest word that begins at an index and ends by {@code to}; 0 for none. */
  public int startAt(String text, int index, int to) {
    if (index >= 0 && index < to) {
      int place = text.charAt(index) & firsts.length - 1;
      if (isAny(anyFirst, place)) {
        for (String word : firsts[place]) {
          if (index + word.length() <= to && text.startsWith(word, index)) {
            return word.length();
          }
        }
      }
    }
    return 0;
  }

  /** Length of the longest word that ends just before an index of a text; 0 where none does. */
  public int endAt(String text, int index) {
    return endAt(text, index, 0);
  }

  /** Length of the longest word that ends just before an index, begun at {@code from} or behind. */
  public int endAt(String text, int index, int from) {
    if (index > from && index <= text.length()) {
      int place = text.charAt(index - 1) & lasts.length - 1;
      if (isAny(anyLast, place)) {
        for (String word : lasts[place]) {
          int begin = index - word.length();
          if (begin >= from && text.startsWith(word, begin)) {
            return word.length();
          }
        }
      }
    }
    return 0;
  }

  /** Whether a text begins with one of the words. */
  public boolean starts(String text) {
    return startAt(text, 0) > 0;
  }

  /** Whether a text ends with one of the words. */
  public boolean ends(String text) {
    return endAt(text, text.length()) > 0;
  }

  /** Whether any of the words stands anywhere in a text. */
  public boolean within(String text) {
    return within(text, 0, text.length());
  }

  /** Whether any of the words lies wholly inside {@code [from, to)}. */
  public boolean within(String text, int from, int to) {
    for (int i = Math.max(from, 0); i < to; i++) {
      if (startAt(text, i, to) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a character of a text begins a word; no word is within a text without one. */
  public boolean mayBeWithin(String text) {
    return mayBeWithin(text, 0, text.length());
  }

  /** Whether a character in {@code [from, to)} begins a word; no word is there without one. */
  public boolean mayBeWithin(String text, int from, int to) {
    for (int i = Math.max(from, 0); i < to; i++) {
      char c = text.charAt(i);
      for (String word : firsts[c & firsts.length - 1]) {
        if (word.charAt(0) == c) {
          return true;
        }
      }
    }
    return false;
  }
}
