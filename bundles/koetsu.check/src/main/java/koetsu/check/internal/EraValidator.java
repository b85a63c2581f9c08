package koetsu.check.internal;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.text.FoldedText;
import org.osgi.service.component.annotations.Component;

/** A year printed in both calendars (令和8年（2026年）) is one year. */
@Component(service = Validator.class)
public final class EraValidator implements Validator {
  private static final String ERA = "(?:令和|平成|昭和)(?:元|\\d{1,2})年?度?";
  private static final String GREGORIAN = "(?:19|20)\\d{2}年?度?";
  private static final Pattern BOTH =
      Pattern.compile(
          "(?<a>"
              + ERA
              + ")\\((?<b>"
              + GREGORIAN
              + ")\\)"
              + "|(?<c>"
              + GREGORIAN
              + ")\\((?<d>"
              + ERA
              + ")\\)");

  /** What a printed year ends in. */
  private static final String YEAR_ENDS = "0123456789０１２３４５６７８９元年度";

  @Override
  public String id() {
    return "koetsu.check.era";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Findings findings = new Findings(id());
    SourceDocument document = context.in().document();
    int year = year(document, 0);
    while (year >= 0) {
      Line line = document.lineAt(year);
      check(context, line, context.slice(line.span()), findings);
      year = year(document, line.span().end());
    }
    return findings.problems();
  }

  /** The first bracket behind a year from an offset on, in the unfolded text; -1 without one. */
  private static int year(SourceDocument document, int from) {
    String text = document.text();
    for (int i = document.utf16(from) + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '(' || c == '（') && YEAR_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
        return document.codePoint(i);
      }
    }
    return -1;
  }

  private static void check(ValidationContext context, Line line, String text, Findings findings) {
    FoldedText folded = context.in().text().fold(text);
    if (folded.text().indexOf('和') < 0 && folded.text().indexOf('成') < 0) {
      return; // no era is printed
    }
    Matcher both = BOTH.matcher(folded.text());
    while (both.find()) {
      String first = both.group("a") == null ? both.group("c") : both.group("a");
      String second = both.group("b") == null ? both.group("d") : both.group("b");
      OptionalInt left = context.in().text().year(first);
      OptionalInt right = context.in().text().year(second);
      if (left.isPresent() && right.isPresent() && left.getAsInt() != right.getAsInt()) {
        int base = context.in().document().utf16(line.span().begin());
        Span place =
            context
                .in()
                .document()
                .span(base + folded.origin(both.start()), base + folded.origin(both.end()));
        findings.add(
            Problem.Severity.WARNING,
            record(context, place),
            place,
            first
                + " is "
                + left.getAsInt()
                + ", but "
                + second
                + " is printed beside it; find out which is meant");
      }
    }
  }

  private static ParsedRecord record(ValidationContext context, Span place) {
    return context.parsed().records().stream()
        .filter(r -> r.spans().stream().anyMatch(place::overlaps))
        .findFirst()
        .orElse(null);
  }
}
