package koetsu.project.drift;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.Span;

/**
 * Where an anchor is proposed to be in a new edition.
 *
 * @param anchor the place in the old edition
 * @param outcome what became of it
 * @param score how sure the proposal is, from 0 to 1
 * @param asks whether a person has to confirm it, because it is unsure, or because what was decided
 *     on reads differently now
 * @param spans the place in the new edition, as many spans as before; empty where it is lost
 */
public record Placement(
    Anchor anchor, Outcome outcome, double score, boolean asks, List<Span> spans) {
  public Placement {
    Objects.requireNonNull(anchor);
    Objects.requireNonNull(outcome);
    spans = List.copyOf(spans);
  }
}
