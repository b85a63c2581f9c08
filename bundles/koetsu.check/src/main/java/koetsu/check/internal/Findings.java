package koetsu.check.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;

/** The problems of one validator while they are collected. */
final class Findings {
  private final String validator;
  private final List<Problem> problems = new ArrayList<>();

  Findings(String validator) {
    this.validator = validator;
  }

  /** Something contradicts something else; the value's place is where to look. */
  void contradiction(ParsedRecord record, FieldValue at, String message) {
    Span place = at.spans().isEmpty() ? null : at.spans().get(0);
    add(Problem.Severity.WARNING, record, place, message);
  }

  /**
   * @param record or null
   * @param place or null
   */
  void add(Problem.Severity severity, ParsedRecord record, Span place, String message) {
    problems.add(
        new Problem(severity, validator, message, record == null ? null : record.id(), place));
  }

  List<Problem> problems() {
    return problems;
  }
}
