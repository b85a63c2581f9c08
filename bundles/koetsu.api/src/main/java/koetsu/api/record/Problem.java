package koetsu.api.record;

import java.util.Objects;
import koetsu.api.document.Span;

/**
 * Something a person should look at: a failed plug-in, a contradiction in the document, a gap.
 *
 * @param severity how bad it is
 * @param source {@code bundle/version#rule} that reports it
 * @param message one sentence that says what is wrong and what to do
 * @param record id of the record concerned, or null
 * @param span place in the document, or null where it concerns the whole
 */
public record Problem(Severity severity, String source, String message, String record, Span span) {
  /** How bad a problem is. */
  public enum Severity {
    /** Something failed; results are missing. */
    ERROR,
    /** A value contradicts another one. */
    WARNING,
    /** Worth a look. */
    INFO
  }

  public Problem {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(source);
    Objects.requireNonNull(message);
  }

  public Problem withSource(String changed) {
    return new Problem(severity, changed, message, record, span);
  }
}
