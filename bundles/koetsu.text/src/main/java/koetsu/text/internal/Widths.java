package koetsu.text.internal;

import java.text.Normalizer;
import java.util.Arrays;
import koetsu.api.text.FoldedText;

/**
 * Folds character widths: full-width forms, half-width katakana and compatibility ideographs take
 * their usual form; marks that stand for more than one character (①, ㈱, ㎏, ½) stay.
 */
public final class Widths {
  private Widths() {}

  /** Folds a text, with the UTF-16 index each folded character came from. */
  public static FoldedText fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    int[] origins = new int[text.length() + 1];
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (isWidthVariant(c)) {
        // A half-width kana and its sound mark are one character.
        if (c >= 'ｦ' && end < text.length() && isSoundMark(text.charAt(end))) {
          end++;
        }
        String form = Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFKC);
        for (int i = 0; i < form.length(); i++) {
          origins = withOrigin(origins, folded.length(), i == 0 || end == at + 1 ? at : at + 1);
          folded.append(form.charAt(i));
        }
      } else {
        origins = withOrigin(origins, folded.length(), at);
        folded.append(c);
      }
      at = end;
    }
    origins = withOrigin(origins, folded.length(), text.length());
    return new FoldedText(folded.toString(), Arrays.copyOf(origins, folded.length() + 1));
  }

  private static int[] withOrigin(int[] origins, int index, int origin) {
    int[] large = index < origins.length ? origins : Arrays.copyOf(origins, index * 2 + 1);
    large[index] = origin;
    return large;
  }

  private static boolean isWidthVariant(char c) {
    return c >= '\uFF01' && c <= '\uFFEE' && !isLoneSoundMark(c)
        || c == '　'
        || c >= '\uF900' && c <= '\uFAFF';
  }

  private static boolean isSoundMark(char c) {
    return c == 'ﾞ' || c == 'ﾟ';
  }

  /** A half-width sound mark by itself would become a combining one and cling to what precedes. */
  private static boolean isLoneSoundMark(char c) {
    return isSoundMark(c);
  }
}
