package koetsu.extract.internal;

import java.util.List;
import koetsu.api.plugin.ExtractionContext;

/** One word list of the profile, asked where its words stand in folded text. */
final class Words {
  private final List<String> words;

  private Words(List<String> words) {
    this.words = words;
  }

  /** The list of that name; an empty one where no bundle contributed it. */
  static Words of(ExtractionContext context, String lexicon) {
    return new Words(context.in().profile().lexicon(lexicon));
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
    Place best = null;
    for (String word : words) {
      int at = text.indexOf(word, from);
      if (at >= 0
          && at + word.length() <= to
          && (best == null
              || at < best.begin()
              || at == best.begin() && word.length() > best.length())) {
        best = new Place(at, at + word.length());
      }
    }
    return best;
  }

  /** The last word inside {@code [from, to)}, the longest of those that end there, or null. */
  Place last(String text, int from, int to) {
    Place best = null;
    for (String word : words) {
      int at = text.lastIndexOf(word, to - word.length());
      if (at >= from
          && (best == null
              || at + word.length() > best.end()
              || at + word.length() == best.end() && at < best.begin())) {
        best = new Place(at, at + word.length());
      }
    }
    return best;
  }

  /** The longest word that begins at an index, or null. */
  Place at(String text, int index) {
    Place best = null;
    for (String word : words) {
      if (text.startsWith(word, index) && (best == null || word.length() > best.length())) {
        best = new Place(index, index + word.length());
      }
    }
    return best;
  }

  /** The longest word that ends at an index, or null. */
  Place endingAt(String text, int index) {
    Place best = null;
    for (String word : words) {
      int begin = index - word.length();
      if (begin >= 0
          && text.startsWith(word, begin)
          && (best == null || word.length() > best.length())) {
        best = new Place(begin, index);
      }
    }
    return best;
  }

  /** Whether the text is one of the words. */
  boolean contains(String text) {
    return words.contains(text);
  }
}
