package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import koetsu.api.profile.Profile;

/**
 * A word list of the profile, folded like the lines it is held against, the longest words first.
 */
public final class WordList {
  private final String[] words;
  private final BitSet firsts = new BitSet();
  private final BitSet lasts = new BitSet();

  public WordList(Profile profile, String name, LineFolder folder) {
    List<String> folded = new ArrayList<>();
    for (String word : profile.lexicon(name)) {
      String form = folder.fold(word).text();
      folded.add(form);
      firsts.set(form.charAt(0));
      lasts.set(form.charAt(form.length() - 1));
    }
    folded.sort(Comparator.comparingInt(String::length).reversed());
    this.words = folded.toArray(String[]::new);
  }

  /** Length of the longest word that a text has at an index; 0 where it has none. */
  public int startAt(String text, int index) {
    if (index < text.length() && firsts.get(text.charAt(index))) {
      for (String word : words) {
        if (text.startsWith(word, index)) {
          return word.length();
        }
      }
    }
    return 0;
  }

  /** Length of the longest word that ends just before an index of a text; 0 where none does. */
  public int endAt(String text, int index) {
    if (index > 0 && lasts.get(text.charAt(index - 1))) {
      for (String word : words) {
        if (index >= word.length() && text.startsWith(word, index - word.length())) {
          return word.length();
        }
      }
    }
    return 0;
  }

  /** Whether a character of a text begins a word; no word is within a text without one. */
  public boolean mayBeWithin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (firsts.get(text.charAt(i))) {
        return true;
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
