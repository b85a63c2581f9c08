package koetsu.extract.internal;

import java.util.BitSet;
import java.util.List;
import koetsu.api.profile.Profile;

/**
 * One word list of the profile, asked where its words stand in folded text. A search looks at
 * nothing outside the range it is given.
 */
final class Words {
  private final String[] words;

  /** The characters that words begin and end with: most places need no further look. */
  private final BitSet heads = new BitSet();

  private final BitSet tails = new BitSet();

  private Words(List<String> words) {
    this.words = words.toArray(String[]::new);
    for (String word : words) {
      heads.set(word.charAt(0));
      tails.set(word.charAt(word.length() - 1));
    }
  }

  /** The list of that name; an empty one where no bundle contributed it. */
  static Words of(Profile profile, String lexicon) {
    return new Words(profile.lexicon(lexicon).stream().filter(word -> !word.isEmpty()).toList());
  }

  boolean in(String text) {
    return in(text, 0, text.length());
  }

  /** Whether a word lies wholly inside {@code [from, to)}. */
  boolean in(String text, int from, int to) {
    return first(text, from, to) != null;
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
    if (index < 0 || index >= to || !heads.get(text.charAt(index))) {
      return null;
    }
    int end = -1;
    for (String word : words) {
      if (index + word.length() > end
          && index + word.length() <= to
          && text.startsWith(word, index)) {
        end = index + word.length();
      }
    }
    return end < 0 ? null : new Place(index, end);
  }

  /** The longest word that ends at an index, or null. */
  Place endingAt(String text, int index) {
    return endingAt(text, index, 0);
  }

  private Place endingAt(String text, int index, int from) {
    if (index <= from || index > text.length() || !tails.get(text.charAt(index - 1))) {
      return null;
    }
    int begin = index;
    for (String word : words) {
      int at = index - word.length();
      if (at < begin && at >= from && text.startsWith(word, at)) {
        begin = at;
      }
    }
    return begin == index ? null : new Place(begin, index);
  }

  /** Whether the text is one of the words. */
  boolean contains(String text) {
    for (String word : words) {
      if (word.equals(text)) {
        return true;
      }
    }
    return false;
  }
}
