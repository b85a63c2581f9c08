package koetsu.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one would write first: a precompiled {@link Pattern} for each kind of expression, one after
 * the other over the whole text. The yardstick of the other figures.
 */
final class RegexPass {
  private static final Pattern MONEY =
      Pattern.compile(
          "[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[\\s"
              + "　]*(?:兆|億|憶|百万|千万|十万|万|千)?[0-9０-９,，]*(?:千万|百万|万|千)?円");
  private static final Pattern YEAR =
      Pattern.compile(
          "(?:(?:令和|平成|昭和|[RHS])[\\s　]*(?:元|[0-9０-９]{1,2})|(?:19|20)[0-9]{2})[\\s　]*(?:年度|年)");
  private static final Pattern RATE =
      Pattern.compile(
          "[0-9０-９]{1,3}(?:[\\s　]*[/／][\\s　]*|分の)[0-9０-９]{1,3}"
              + "|[0-9０-９]+(?:[.．][0-9０-９]+)?[%％]|[0-9０-９]割|定額");
  private static final Pattern PHONE =
      Pattern.compile("0[0-9]{1,4}[-－ー‐(（][0-9]{1,4}[-－ー‐)）][0-9]{3,4}");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9.-]+\\.[A-Za-z]{2,}");
  private static final Pattern HEADING =
      Pattern.compile(
          "^[ \\t　]*(?:#{1,6}[ ]*)?(?:[①-⑳]|[（(]?[0-9０-９]{1,2}[)）.．])?[ \\t　]*[【＜<■○◆]?"
              + "(?:事業目的・概要|事業目的|事業概要|事業の内容|事業スキーム|成果目標|施策の目的|施策の概要|施策の具体的な?内容|予算額"
              + "|支援対象|対象要件|お問合せ先|補助率|助成率|補助上限額|助成上限額)",
          Pattern.MULTILINE);

  private static final List<Pattern> KINDS = List.of(MONEY, YEAR, RATE, PHONE, MAIL, HEADING);

  private RegexPass() {}

  /** Number of expressions of all kinds found. */
  static int count(String text) {
    int found = 0;
    for (Pattern kind : KINDS) {
      Matcher matcher = kind.matcher(text);
      while (matcher.find()) {
        found++;
      }
    }
    return found;
  }
}
