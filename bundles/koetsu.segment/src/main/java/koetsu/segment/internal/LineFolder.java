package koetsu.segment.internal;

import java.util.HashMap;
import java.util.Map;
import koetsu.api.profile.Profile;
import koetsu.api.text.FoldedText;
import koetsu.api.text.TextServices;
import koetsu.api.text.WordTable;

/**
 * Folds a line so that the same words look the same: half width, no white space, one form of each
 * character that OCR confuses.
 *
 * <p>The word list {@code fold.variants} holds pairs of characters, the printed one before the one
 * meant.
 */
public final class LineFolder {
  private static final String VARIANTS = "fold.variants";

  /** Says that a character has no folded form. */
  public static final int NONE = -1;

  /** Says that a character may join others or come apart. */
  public static final int UNSURE = -2;

  /** The form of a character that is not known yet. */
  private static final char UNKNOWN = 0;

  /** The form of white space: no lines have this character. */
  private static final char NOTHING = '\uFFFE';

  /** The form of a character that does not fold to one other whatever follows it. */
  private static final char RARE = '\uFFFF';

  /** A half-width kana and this mark behind it are one character. */
  private static final String SOUND_MARK = "ﾞ";

  private final TextServices text;

  /** For a character the one meant by it, where that is another one. */
  private final Map<Character, Character> meant = new HashMap<>();

  /** The folded form of each character met so far; threads that race write the same. */
  private final char[] forms = new char[Character.MAX_VALUE + 1];

  /**
   * One bit for each character met so far that is its own form: almost all of a text, and few
   * enough bytes to stay close at hand. A bit that a race of threads loses is set the next time.
   */
  private final long[] same = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  public LineFolder(Profile profile, TextServices text) {
    this.text = text;
    for (String pair : profile.lexicon(VARIANTS)) {
      if (pair.length() != 2) {
        throw new IllegalArgumentException(
            "the word list "
                + VARIANTS
                + " holds \""
                + pair
                + "\", which is not a pair of characters");
      }
      meant.put(pair.charAt(0), pair.charAt(1));
    }
  }

  /** A word list of the profile, folded like the lines it is held against. */
  public WordTable words(Profile profile, String name) {
    return new WordTable(profile.lexicon(name).stream().map(word -> fold(word).text()).toList());
  }

  /**
   * The folded form of the character at an index; {@link #NONE} where it leaves nothing, {@link
   * #UNSURE} where that depends on what follows.
   */
  public int form(String text, int index) {
    char form = form(text.charAt(index));
    return form == NOTHING ? NONE : form == RARE ? UNSURE : form;
  }

  /** The folded line with the place of each character in the line. */
  public FoldedText fold(String line) {
    int length = line.length();
    int at = 0;
    while (at < length && isSame(line.charAt(at))) {
      at++;
    }
    if (at == length) {
      return FoldedText.unchanged(line);
    }
    char[] folded = line.toCharArray();
    int[] origins = null;
    int count = at;
    for (; at < length; at++) {
      char form = isSame(folded[at]) ? folded[at] : form(folded[at]);
      if (form == RARE) {
        return withRare(line);
      }
      if (form == NOTHING) {
        origins = origins == null ? origins(count, length) : origins;
      } else {
        if (origins != null) {
          origins[count] = at;
        }
        folded[count++] = form;
      }
    }
    if (origins == null) {
      return FoldedText.aligned(new String(folded));
    }
    origins[count] = length;
    return new FoldedText(new String(folded, 0, count), origins);
  }

  /** Origins of a line whose first characters all stay in their places. */
  private static int[] origins(int same, int length) {
    int[] origins = new int[length + 1];
    for (int i = 0; i < same; i++) {
      origins[i] = i;
    }
    return origins;
  }

  /** The folded form of a line in which characters join or come apart. */
  private FoldedText withRare(String line) {
    FoldedText wide = text.fold(line);
    String from = wide.text();
    char[] to = new char[from.length()];
    int[] origins = new int[from.length() + 1];
    int length = 0;
    for (int i = 0; i < from.length(); i++) {
      char c = from.charAt(i);
      if (!isSpace(c)) {
        origins[length] = wide.origin(i);
        to[length++] = meant.getOrDefault(c, c);
      }
    }
    origins[length] = wide.origin(from.length());
    return new FoldedText(new String(to, 0, length), origins);
  }

  private boolean isSame(char c) {
    return (same[c / Long.SIZE] >>> c & 1) != 0 || form(c) == c;
  }

  private char form(char c) {
    char form = forms[c];
    if (form == UNKNOWN) {
      form = read(c);
      forms[c] = form;
    }
    if (form == c) {
      same[c / Long.SIZE] |= 1L << c;
    }
    return form;
  }

  private char read(char c) {
    String wide = text.fold(String.valueOf(c)).text();
    boolean joins = text.fold(c + SOUND_MARK).text().length() < 2;
    if (wide.length() != 1 || joins || wide.charAt(0) >= NOTHING) {
      return RARE;
    }
    char form = wide.charAt(0);
    return isSpace(form) ? NOTHING : meant.getOrDefault(form, form);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
