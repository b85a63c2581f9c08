package koetsu.review.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Status;
import koetsu.project.DocumentState;
import koetsu.project.Note;

/**
 * Which problems a person has answered: who decided on the value at its place, or wrote that the
 * problem was looked at, need not be told again. The checks themselves see what the machine found.
 */
public final class LookedAt {
  /** What a note begins with, or a line of it, that says so. */
  static final String MARK = "✓ ";

  private final DocumentState state;
  private final Map<String, ParsedRecord> records = new HashMap<>();

  private LookedAt(DocumentState state) {
    this.state = state;
    state.records().forEach(r -> records.put(r.id(), r));
  }

  static LookedAt in(DocumentState state) {
    return new LookedAt(state);
  }

  /** The problems that nobody has answered yet. */
  public static List<Problem> open(DocumentState state) {
    LookedAt lookedAt = in(state);
    return state.problems().stream().filter(p -> !lookedAt.is(p)).toList();
  }

  boolean is(Problem problem) {
    ParsedRecord record = problem.record() == null ? null : records.get(problem.record());
    return record != null && (isDecided(record, problem) || isNoted(problem));
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
    String said = said(state, problem);
    for (Note note : state.notes()) {
      if (note.record().equals(problem.record())
          && note.text().lines().anyMatch(line -> line.startsWith(said))) {
        return true;
      }
    }
    return false;
  }

  /** How a line of a note begins that answers a problem: with what is printed there. */
  static String said(DocumentState state, Problem problem) {
    boolean there =
        problem.span() != null
            && !problem.span().isEmpty()
            && problem.span().end() <= state.document().length();
    String printed =
        there ? state.document().slice(problem.span()).strip().lines().findFirst().orElse("") : "";
    return MARK + rule(problem) + (printed.isEmpty() ? "" : " 「" + printed + "」");
  }

  private static String rule(Problem problem) {
    return problem.source().replaceFirst(".*#", "").replaceFirst("^koetsu\\.", "");
  }
}
