package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.profile.Profile;
import koetsu.api.text.WordTable;

/**
 * One word list of the profile, asked where its words stand in folded text. A search looks at
 * nothing outside the range it is given.
 */
final class Words {
  private final WordTable table;

  private Words(WordTable table) {
    this.table = table;
  }

  /** The list of that name; an empty one where no bundle contributed it. */
  static Words of(Profile profile, String lexicon) {
    return new Words(new WordTable(profile.lexicon(lexicon)));
  }

  /** All words of several lists. */
  static Words of(Profile profile, List<String> lexicons) {
    List<String> all = new ArrayList<>();
    lexicons.forEach(lexicon -> all.addAll(profile.lexicon(lexicon)));
    return new Words(new WordTable(all));
  }

  boolean in(String text) {
    return table.within(text);
  }

  /** Whether a word lies wholly inside {@code [from, to)}. */
  boolean in(String text, int from, int to) {
    return table.within(text, from, to);
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
    int length = table.startAt(text, index, to);
    return length == 0 ? null : new Place(index, index + length);
  }

  /** The longest word that ends at an index, or null. */
  Place endingAt(String text, int index) {
    return endingAt(text, index, 0);
  }

  private Place endingAt(String text, int index, int from) {
    int length = table.endAt(text, index, from);
    return length == 0 ? null : new Place(index - length, index);
  }

  /** Whether the text is one of the words. */
  boolean contains(String text) {
    return !text.isEmpty() && table.startAt(text, 0) == text.length();
  }
}
