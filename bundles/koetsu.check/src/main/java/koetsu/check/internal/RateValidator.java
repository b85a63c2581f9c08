package koetsu.check.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.text.FoldedText;
import koetsu.api.text.WordTable;
import org.osgi.service.component.annotations.Component;

/**
 * A subsidy covers more than nothing and at most the whole cost: what the records hold as a rate,
 * and what the text prints behind the words for one, for extraction takes no such number as a rate.
 */
@Component(service = Validator.class)
public final class RateValidator implements Validator {
  private static final Pattern FRACTION =
      Pattern.compile("(\\d{1,6})/(\\d{1,6})|(\\d{1,4})分の(\\d{1,4})");

  /** Lexicon: labels of a rate (補助率, 助成率, 国費率 …). */
  private static final String LABELS = "rate.label";

  /** Lexicon: words of support, before a rate in brackets (補助（2/3））. */
  private static final String SUPPORT = "rate.support";

  /** Words for a rate stand no further before it. */
  private static final int NEAR = 8;

  private static final Pattern RATE =
      Pattern.compile("\\d{1,4}/\\d{1,4}(?![\\d/年月])|\\d{1,6}(?:\\.\\d{1,6})?(?:%|割)");

  /** What may stand between the words for a rate and the rate, and between two rates. */
  private static final String BETWEEN = ":は(最大原則約、,・/又及びは以内 ";

  /** The signs that a rate has behind a figure, before they are folded. */
  private static final String MARKS = "/／%％割";

  private static final Pattern SHARE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(%|割)");

  /** The words of the latest profile: at worst two threads read the same. */
  private volatile Words latest;

  private record Words(Profile profile, WordTable labels, WordTable support) {}

  @Override
  public String id() {
    return "koetsu.check.rate";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Findings findings = new Findings(id());
    for (ParsedRecord record : context.parsed().records()) {
      for (FieldValue rate : record.live("subsidyRate")) {
        String printed = rate.value().toString();
        if (!rate(context.in().text().fold(printed).text()).map(RateValidator::fits).orElse(true)) {
          findings.contradiction(
              record,
              rate,
              "the rate " + printed + " is not above 0 and at most 1; correct or refuse it");
        }
      }
    }
    Words words = words(context.in().profile());
    for (ParsedRecord record : context.parsed().records()) {
      for (Span span : record.spans()) {
        int mark = mark(context.in().document(), span.begin(), span.end());
        while (mark >= 0) {
          Line line = context.in().document().lineAt(mark);
          printed(context, record, line, words, findings);
          mark = mark(context.in().document(), line.span().end(), span.end());
        }
      }
    }
    return findings.problems();
  }

  private Words words(Profile profile) {
    Words words = latest;
    if (words == null || words.profile() != profile) {
      words =
          new Words(
              profile,
              new WordTable(profile.lexicon(LABELS)),
              new WordTable(profile.lexicon(SUPPORT)));
      latest = words;
    }
    return words;
  }

  /**
   * The first sign in a range that makes the figure before it a share: no other line prints a rate.
   * -1 where there is none.
   */
  private static int mark(SourceDocument document, int from, int to) {
    String text = document.text();
    int end = from < to ? document.utf16(to) : 0;
    for (int i = document.utf16(from) + 1; i < end; i++) {
      if (isDigit(text.charAt(i - 1)) && MARKS.indexOf(text.charAt(i)) >= 0) {
        return document.codePoint(i);
      }
    }
    return -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c >= '０' && c <= '９';
  }

  /** Finds rates behind their words that are none: 補助率：3/2, 補助（450%）. */
  private static void printed(
      ValidationContext context, ParsedRecord record, Line line, Words words, Findings findings) {
    FoldedText folded = context.in().text().fold(context.slice(line.span()));
    String text = folded.text();
    if (!words.labels().within(text) && !words.support().within(text)) {
      return;
    }
    Matcher rate = RATE.matcher(text);
    int chained = -1;
    while (rate.find()) {
      int from = before(text, rate.start());
      boolean governed =
          from == chained
              || words.labels().endAt(text, from) > 0
              || text.startsWith("(", from) && words.support().endAt(text, from) > 0;
      if (!governed) {
        continue;
      }
      chained = rate.end();
      if (!rate(rate.group()).map(RateValidator::fits).orElse(true)) {
        int base = context.in().document().utf16(line.span().begin());
        findings.add(
            Problem.Severity.WARNING,
            record,
            context
                .in()
                .document()
                .span(base + folded.origin(rate.start()), base + folded.origin(rate.end())),
            "the printed rate "
                + rate.group()
                + " is not above 0 and at most 1; find out which is meant");
      }
    }
  }

  /** The index behind the last word before a rate, over what may stand between them. */
  private static int before(String text, int index) {
    int at = index;
    while (at > 0 && at > index - NEAR && BETWEEN.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean fits(double rate) {
    return rate > 0 && rate <= 1;
  }

  /** The rate as a number; empty for words such as 定額. */
  private static Optional<Double> rate(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      boolean slash = fraction.group(1) != null;
      double above = Double.parseDouble(slash ? fraction.group(1) : fraction.group(4));
      double below = Double.parseDouble(slash ? fraction.group(2) : fraction.group(3));
      return Optional.of(above / below);
    }
    Matcher share = SHARE.matcher(text);
    if (share.matches()) {
      int whole = share.group(2).equals("%") ? 2 : 1;
      return Optional.of(new BigDecimal(share.group(1)).movePointLeft(whole).doubleValue());
    }
    return Optional.empty();
  }
}
