package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.Problem;

/**
 * Holds printed page numbers against the pages that were found.
 *
 * <p>Few pages print a number, and a drawing may end in one that is none; so a number counts only
 * where another page says the same of how pages are counted.
 */
final class PageNumberCheck {
  private static final String SOURCE = "page-numbers";

  private final SourceDocument document;
  private final List<Printed> numbers = new ArrayList<>();
  private final Map<Integer, Integer> agreeing = new HashMap<>();

  PageNumberCheck(SourceDocument document) {
    this.document = document;
  }

  /** A number at the edge of a page. */
  private record Printed(int page, int number, Span span) {
    int offset() {
      return number - page;
    }
  }

  /**
   * Takes down the number of a page.
   *
   * @param page index of the page
   */
  void add(int page, Sheet sheet) {
    for (int i = sheet.size() - 1; i >= 0; i--) {
      SheetLine line = sheet.line(i);
      if (line.role() == LineRole.NUMBER && sheet.part(i) == Part.FURNITURE) {
        Span span = document.span(line.begin(), line.begin() + line.text().length());
        Printed printed = new Printed(page, PageNumber.of(line.folded()), span);
        numbers.add(printed);
        agreeing.merge(printed.offset(), 1, Integer::sum);
        return;
      }
    }
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    Printed last = null;
    for (Printed next : numbers) {
      if (agreeing.get(next.offset()) < 2) {
        continue;
      }
      if (last != null && last.offset() != next.offset()) {
        problems.add(problem(last, next));
      }
      last = next;
    }
    return problems;
  }

  private static Problem problem(Printed from, Printed to) {
    int found = to.page() - from.page();
    int printed = to.number() - from.number();
    // A page of pictures leaves no text, but no page is printed twice.
    return new Problem(
        found > printed ? Problem.Severity.WARNING : Problem.Severity.INFO,
        SOURCE,
        "From the page numbered "
            + from.number()
            + " to the one numbered "
            + to.number()
            + " there are "
            + found
            + " pages instead of "
            + printed
            + "; check where sheets begin there.",
        null,
        to.span());
  }
}
