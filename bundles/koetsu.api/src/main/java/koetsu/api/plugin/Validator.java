package koetsu.api.plugin;

import java.util.List;
import koetsu.api.record.Problem;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Holds what a document says in one place against what it, or another document, says elsewhere.
 *
 * <p>Validators see records, never each other. Called from any thread, several documents at once,
 * after extraction and again after a reviewer changed something; arguments and results are never
 * null. Problems are shown in the order in which they are given. An exception or a time-out costs
 * this validator's problems of this document only.
 */
@ConsumerType
public interface Validator {
  /** Unique name; becomes the rule in the {@link Problem#source()} of all its problems. */
  String id();

  /**
   * What does not fit together; empty where nothing is wrong. Each message says in one sentence
   * what is wrong and what to do, each span is a place to look at; the source is the pipeline's to
   * fill in. Time must grow linearly with the document.
   */
  List<Problem> validate(ValidationContext context);
}
