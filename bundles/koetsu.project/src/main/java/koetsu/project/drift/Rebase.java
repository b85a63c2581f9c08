package koetsu.project.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import koetsu.api.document.Span;
import koetsu.records.DocumentInfo;

/**
 * A proposal where the decisions on one edition of a document belong in another one. Nothing moves
 * before a person has confirmed it.
 *
 * @param from the edition that the decisions were made on
 * @param to the other one
 * @param placements one for each place that a decision hangs on, in document order
 */
public record Rebase(DocumentInfo from, DocumentInfo to, List<Placement> placements) {
  public Rebase {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    placements = List.copyOf(placements);
  }

  /** How many places have come to an outcome. */
  public long count(Outcome outcome) {
    return placements.stream().filter(p -> p.outcome() == outcome).count();
  }

  /** The places that a person has to look at, the least sure first. */
  public List<Placement> asking() {
    return placements.stream()
        .filter(Placement::asks)
        .sorted(java.util.Comparator.comparingDouble(Placement::score))
        .toList();
  }

  /**
   * The proposal after a person has looked at one of its places.
   *
   * @param spans where it is; empty for nowhere
   */
  public Rebase confirmed(Placement placement, List<Span> spans) {
    List<Placement> changed = new ArrayList<>(placements);
    changed.set(
        placements.indexOf(placement),
        new Placement(
            placement.anchor(),
            spans.isEmpty() ? Outcome.LOST : placement.outcome(),
            1,
            false,
            spans));
    return new Rebase(from, to, changed);
  }
}
