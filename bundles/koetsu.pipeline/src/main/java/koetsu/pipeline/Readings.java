package koetsu.pipeline;

import java.util.Objects;
import koetsu.api.record.ParsedDocument;

/**
 * What the machine says about a document that a person has cut as well.
 *
 * @param own about the records as it cuts them itself
 * @param cut about those that the person has cut; null where it was not asked
 */
public record Readings(ParsedDocument own, ParsedDocument cut) {
  public Readings {
    Objects.requireNonNull(own);
  }
}
