package koetsu.extract.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import koetsu.api.profile.Profile;

/**
 * One word list of the profile, asked where its words stand in folded text. A search looks at
 * nothing outside the range it is given.
 */
final class Words {
  private static final String[] NONE = {};

  /** Places of a table for each word: most characters of a text find theirs empty. */
  private static final int SPARSE = 8;

  /** The words by the character they begin with, and by the one they end with. */
  private final String[][] heads;

  private final String[][] tails;

  /**
   * @param words the longest first
   */
  private Words(List<String> words) {
    heads = table(words, word -> word.charAt(0));
    tails = table(words, word -> word.charAt(word.length() - 1));
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

  /** The list of that name; an empty one where no bundle contributed it. */
  static Words of(Profile profile, String lexicon) {
    return new Words(
        profile.lexicon(lexicon).stream()
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  boolean in(String text) {
    return in(text, 0, text.length());
  }

  /** Whether a word lies wholly inside {@code [from, to)}. */
  boolean in(String text, int from, int to) {
    for (int i = Math.max(from, 0); i < to; i++) {
      if (end(text, i, to) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The first word inside {@code [from, to)}, the longest of those that begin there, or null. */
  Place first(String text, int from, int to) {
    for (int i = Math.max(from, 0); i < to; i++) {
      Place word = at(text, i, to);
      if (word != null) {
        return word;
      }
    }
    return null;
  }

  /** The last word inside {@code [from, to)}, the longest of those that end there, or null. */
  Place last(String text, int from, int to) {
    for (int i = to; i > from; i--) {
      Place word = endingAt(text, i, from);
      if (word != null) {
        return word;
      }
    }
    return null;
  }

  /** The longest word that begins at an index, or null. */
  Place at(String text, int index) {
    return at(text, index, text.length());
  }

  private Place at(String text, int index, int to) {
    int end = end(text, index, to);
    return end < 0 ? null : new Place(index, end);
  }

  /** The end of the longest word that begins at an index, or -1. */
  private int end(String text, int index, int to) {
    if (index >= 0 && index < to) {
      for (String word : heads[text.charAt(index) & heads.length - 1]) {
        if (index + word.length() <= to && text.startsWith(word, index)) {
          return index + word.length();
        }
      }
    }
    return -1;
  }

  /** The longest word that ends at an index, or null. */
  Place endingAt(String text, int index) {
    return endingAt(text, index, 0);
  }

  private Place endingAt(String text, int index, int from) {
    if (index > from && index <= text.length()) {
      for (String word : tails[text.charAt(index - 1) & tails.length - 1]) {
        int begin = index - word.length();
        if (begin >= from && text.startsWith(word, begin)) {
          return new Place(begin, index);
        }
      }
    }
    return null;
  }

  /** Whether the text is one of the words. */
  boolean contains(String text) {
    return end(text, 0, text.length()) == text.length();
  }
}
