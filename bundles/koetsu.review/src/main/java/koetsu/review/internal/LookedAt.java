package koetsu.review.internal;

import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Status;
import koetsu.project.Note;

/**
 * Which problems a person has answered: who decided on the value at its place, or wrote that the
 * problem was looked at, need not be told again. The checks themselves see what the machine found.
 */
public final class LookedAt {
  /** What a note begins with, or a line of it, that says so. */
  static final String MARK = "✓ ";

  private final SourceDocument document;
  private final ParsedRecord record;
  private final List<Note> notes;

  /**
   * @param record that the problems are about
   * @param notes on that record
   */
  public LookedAt(SourceDocument document, ParsedRecord record, List<Note> notes) {
    this.document = document;
    this.record = record;
    this.notes = notes;
  }

  /** Whether a problem of the record has been answered. */
  public boolean is(Problem problem) {
    return isDecided(record, problem) || isNoted(problem);
  }

  private static boolean isDecided(ParsedRecord record, Problem problem) {
    if (problem.span() == null || problem.span().isEmpty()) {
      return false;
    }
    boolean decided = false;
    for (List<FieldValue> values : record.fields().values()) {
      for (FieldValue value : values) {
        if (2 * shared(value, problem.span()) >= problem.span().length()) {
          if (value.status() == Status.MACHINE) {
            return false;
          }
          decided = true;
        }
      }
    }
    return decided;
  }

  /** How much of a place a value stands on, in code points. */
  static int shared(FieldValue value, Span place) {
    int shared = 0;
    for (Span span : value.spans()) {
      if (span.overlaps(place)) {
        shared += Math.min(span.end(), place.end()) - Math.max(span.begin(), place.begin());
      }
    }
    return shared;
  }

  private boolean isNoted(Problem problem) {
    if (notes.isEmpty()) {
      return false;
    }
    String said = said(document, problem);
    return notes.stream().flatMap(n -> n.text().lines()).anyMatch(line -> line.startsWith(said));
  }

  /** How a line of a note begins that answers a problem: with what is printed there. */
  static String said(SourceDocument document, Problem problem) {
    boolean there =
        problem.span() != null
            && !problem.span().isEmpty()
            && problem.span().end() <= document.length();
    String printed =
        there ? document.slice(problem.span()).strip().lines().findFirst().orElse("") : "";
    return MARK + rule(problem) + (printed.isEmpty() ? "" : " 「" + printed + "」");
  }

  private static String rule(Problem problem) {
    return problem.source().replaceFirst(".*#", "").replaceFirst("^koetsu\\.", "");
  }
}
