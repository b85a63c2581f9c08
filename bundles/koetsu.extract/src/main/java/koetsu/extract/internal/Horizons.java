package koetsu.extract.internal;

import java.util.List;
import koetsu.api.profile.Profile;

/** Finds the words that say how soon a goal is meant: 短期, 中期, 長期, 最終. */
final class Horizons {
  /** Lexicons: the words. */
  static final String SHORT = "target.short";

  static final String MID = "target.mid";
  static final String LONG = "target.long";

  /** Lexicon: words for the last horizon that need nothing behind them. */
  static final String LAST = "target.last";

  /** Lexicon: what follows a word that is a horizon and not part of another (短期間). */
  static final String BEHIND = "target.horizon.behind";

  /** Lexicon: what makes it part of a name all the same (中期目標期間). */
  static final String NAME = "target.horizon.name";

  /** All the words: at most places stands none. */
  private final Words words;

  private final Words shortWords;
  private final Words midWords;
  private final Words longWords;
  private final Words lastWords;
  private final Words behind;
  private final Words name;

  Horizons(Profile profile) {
    words = Words.of(profile, List.of(SHORT, MID, LONG, LAST));
    shortWords = Words.of(profile, SHORT);
    midWords = Words.of(profile, MID);
    longWords = Words.of(profile, LONG);
    lastWords = Words.of(profile, LAST);
    behind = Words.of(profile, BEHIND);
    name = Words.of(profile, NAME);
  }

  /**
   * The horizon that a word at an index says ({@code short}, {@code mid}, {@code long}), or null.
   */
  String at(String text, int index) {
    if (words.at(text, index) == null) {
      return null;
    }
    if (lastWords.at(text, index) != null) {
      return "long";
    }
    if (says(text, shortWords.at(text, index))) {
      return "short";
    }
    if (says(text, midWords.at(text, index))) {
      return "mid";
    }
    return says(text, longWords.at(text, index)) ? "long" : null;
  }

  /** The first horizon of a text, or null. */
  String first(String text) {
    for (int i = 0; i < text.length(); i++) {
      String horizon = at(text, i);
      if (horizon != null) {
        return horizon;
      }
    }
    return null;
  }

  /** 短期・2026年度: a year says when, so the word stands for itself. */
  private static boolean isYearBehind(String text, int index) {
    if (index + 1 >= text.length() || "・/、".indexOf(text.charAt(index)) < 0) {
      return false;
    }
    char next = text.charAt(index + 1);
    return Marks.isDigit(next) || next == '令';
  }

  private boolean says(String text, Place word) {
    if (word == null) {
      return false;
    }
    if (word.end() == text.length() || text.charAt(word.end()) == '\n') {
      return true;
    }
    if (isYearBehind(text, word.end())) {
      return true;
    }
    Place follower = behind.at(text, word.end());
    if (follower == null) {
      return false;
    }
    return text.charAt(word.end()) == ':' || name.at(text, follower.end()) == null;
  }
}
