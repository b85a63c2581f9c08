package koetsu.segment.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import koetsu.api.profile.Profile;

/**
 * A word list of the profile, folded like the lines it is held against, the longest words first.
 */
public final class WordList {
  private static final String[] NONE = {};

  /** Places of a table for each word: most characters of a text find theirs empty. */
  private static final int SPARSE = 8;

  /** The words by the character they begin with, and by the one they end with. */
  private final String[][] firsts;

  private final String[][] lasts;

  public WordList(Profile profile, String name, LineFolder folder) {
    List<String> words =
        profile.lexicon(name).stream()
            .map(word -> folder.fold(word).text())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    firsts = table(words, word -> word.charAt(0));
    lasts = table(words, word -> word.charAt(word.length() - 1));
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
    if (index < text.length()) {
      for (String word : firsts[text.charAt(index) & firsts.length - 1]) {
        if (text.startsWith(word, index)) {
          return word.length();
        }
      }
    }
    return 0;
  }

  /** Length of the longest word that ends just before an index of a text; 0 where none does. */
  public int endAt(String text, int index) {
    if (index > 0) {
      for (String word : lasts[text.charAt(index - 1) & lasts.length - 1]) {
        if (text.startsWith(word, index - word.length())) {
          return word.length();
        }
      }
    }
    return 0;
  }

  /** Whether a character of a text begins a word; no word is within a text without one. */
  public boolean mayBeWithin(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      for (String word : firsts[c & firsts.length - 1]) {
        if (word.charAt(0) == c) {
          return true;
        }
      }
    }
    return false;
  }

  public boolean starts(String text) {
    return startAt(text, 0) > 0;
  }

  public boolean ends(String text) {
    return endAt(text, text.length()) > 0;
  }

  /** Whether any of the words stands anywhere in a text. */
  public boolean within(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (startAt(text, i) > 0) {
        return true;
      }
    }
    return false;
  }
}
