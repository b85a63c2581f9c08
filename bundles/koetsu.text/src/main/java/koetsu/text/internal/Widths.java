package koetsu.text.internal;

import java.text.Normalizer;
import java.util.Arrays;
import koetsu.api.text.FoldedText;

/**
 * Folds character widths: full-width forms, half-width katakana and compatibility ideographs take
 * their usual form; marks that stand for more than one character (①, ㈱, ㎏, ½) stay.
 */
public final class Widths {
  private static final int FIRST_FORM = 0xFF01;
  private static final int LAST_FORM = 0xFFEE;

  /** The usual form of each full- or half-width form that has one of one character, else U+0000. */
  private static final char[] FORMS = new char[LAST_FORM - FIRST_FORM + 1];

  static {
    for (int c = FIRST_FORM; c <= LAST_FORM; c++) {
      String form = normalized(String.valueOf((char) c));
      FORMS[c - FIRST_FORM] = form.length() == 1 ? form.charAt(0) : 0;
    }
  }

  private Widths() {}

  /** Folds a text, with the UTF-16 index each folded character came from. */
  public static FoldedText fold(String text) {
    int length = text.length();
    int at = 0;
    while (at < length && isUsual(text.charAt(at))) {
      at++;
    }
    if (at == length) {
      return FoldedText.unchanged(text);
    }
    char[] folded = text.toCharArray();
    while (at < length) {
      char c = folded[at];
      char form = isKana(c) ? 0 : form(c);
      if (form == 0) {
        return moved(text, folded, at);
      }
      folded[at++] = form;
    }
    return FoldedText.aligned(new String(folded));
  }

  /**
   * Folds a text in which characters may join or come apart.
   *
   * @param done holds the folded characters before an index, which all stand where they stood
   */
  private static FoldedText moved(String text, char[] done, int from) {
    int length = text.length();
    char[] folded = done;
    int[] origins = new int[length + 1];
    for (int i = 0; i < from; i++) {
      origins[i] = i;
    }
    int at = from;
    int count = from;
    while (at < length) {
      char c = text.charAt(at);
      boolean voiced = isKana(c) && at + 1 < length && isSoundMark(text.charAt(at + 1));
      char form = voiced ? 0 : form(c);
      if (form != 0) {
        origins[count] = at;
        folded[count++] = form;
        at++;
        continue;
      }
      // A half-width kana and its sound mark are one character where there is one for both.
      int end = voiced ? at + 2 : at + 1;
      String forms = normalized(text.substring(at, end));
      if (count + forms.length() + length - end > folded.length) {
        folded = Arrays.copyOf(folded, folded.length * 2 + forms.length());
        origins = Arrays.copyOf(origins, folded.length + 1);
      }
      for (int i = 0; i < forms.length(); i++) {
        origins[count] = i == 0 || !voiced ? at : at + 1;
        folded[count++] = forms.charAt(i);
      }
      at = end;
    }
    origins[count] = length;
    return new FoldedText(
        new String(folded, 0, count),
        count + 1 == origins.length ? origins : Arrays.copyOf(origins, count + 1));
  }

  /** Whether a character has its usual form, whatever stands behind it. */
  private static boolean isUsual(char c) {
    return c < '\uF900' && c != '　';
  }

  /** The usual form of a character, or U+0000 where it has more than one or is rare. */
  private static char form(char c) {
    if (c < '\uF900') {
      return c == '　' ? ' ' : c;
    }
    if (c >= FIRST_FORM && c <= LAST_FORM) {
      // A half-width sound mark by itself would become a combining one and cling to what precedes.
      return isSoundMark(c) ? c : FORMS[c - FIRST_FORM];
    }
    return c <= '\uFAFF' ? 0 : c;
  }

  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static boolean isKana(char c) {
    return c >= 'ｦ' && c <= LAST_FORM && !isSoundMark(c);
  }

  private static boolean isSoundMark(char c) {
    return c == 'ﾞ' || c == 'ﾟ';
  }
}
