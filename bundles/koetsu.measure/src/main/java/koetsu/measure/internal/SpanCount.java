package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.measure.SpanFigures;
import koetsu.measure.SpanTally;

/**
 * Counts how the places of one record's values compare. Pairs are made one to one: the same
 * characters and field first, then the same characters, then overlapping ones, of the same field
 * first.
 */
final class SpanCount {
  private final List<Entity> gold;
  private final List<Entity> predicted;
  private final Map<String, SpanFigures> figures = new HashMap<>();

  /** A place with its field, and the partner that it gets. */
  private static final class Entity {
    private final String field;
    private final List<Span> place;
    private Entity partner;

    Entity(String field, List<Span> place) {
      this.field = field;
      this.place = place;
    }
  }

  private SpanCount(List<Entity> gold, List<Entity> predicted) {
    this.gold = gold;
    this.predicted = predicted;
  }

  /**
   * @param fields that count
   * @param placeless the machine's values that answer values of the gold without a place; where
   *     they stand is nobody's to judge
   * @return figures of the fields that have any
   */
  static Map<String, SpanFigures> of(
      List<String> fields,
      Map<String, List<FieldValue>> expected,
      Map<String, List<FieldValue>> actual,
      Set<FieldValue> placeless) {
    SpanCount count =
        new SpanCount(entities(fields, expected, Set.of()), entities(fields, actual, placeless));
    count.pair((g, p) -> g.place.equals(p.place) && g.field.equals(p.field));
    count.pair((g, p) -> g.place.equals(p.place));
    count.pair((g, p) -> g.field.equals(p.field) && Places.touch(g.place, p.place));
    count.pair((g, p) -> Places.touch(g.place, p.place));
    count.count();
    return count.figures;
  }

  private static List<Entity> entities(
      List<String> fields, Map<String, List<FieldValue>> values, Set<FieldValue> without) {
    List<Entity> entities = new ArrayList<>();
    for (String field : fields) {
      for (FieldValue value : values.getOrDefault(field, List.of())) {
        List<Span> place = Places.union(value.spans());
        if (!place.isEmpty() && !without.contains(value)) {
          entities.add(new Entity(field, place));
        }
      }
    }
    return entities;
  }

  private void pair(BiPredicate<Entity, Entity> fit) {
    for (Entity g : gold) {
      if (g.partner != null) {
        continue;
      }
      for (Entity p : predicted) {
        if (p.partner == null && fit.test(g, p)) {
          g.partner = p;
          p.partner = g;
          break;
        }
      }
    }
  }

  private void count() {
    for (Entity g : gold) {
      add(g.field, g.partner == null ? all(MISSED) : pair(g, g.partner));
    }
    for (Entity p : predicted) {
      if (p.partner == null) {
        add(p.field, all(SPURIOUS));
      }
    }
  }

  private static final SpanTally CORRECT = new SpanTally(1, 0, 0, 0, 0);
  private static final SpanTally INCORRECT = new SpanTally(0, 1, 0, 0, 0);
  private static final SpanTally PARTIAL = new SpanTally(0, 0, 1, 0, 0);
  private static final SpanTally MISSED = new SpanTally(0, 0, 0, 1, 0);
  private static final SpanTally SPURIOUS = new SpanTally(0, 0, 0, 0, 1);

  private static SpanFigures pair(Entity g, Entity p) {
    boolean place = g.place.equals(p.place);
    boolean field = g.field.equals(p.field);
    return new SpanFigures(
        place && field ? CORRECT : INCORRECT,
        place ? CORRECT : INCORRECT,
        place ? CORRECT : PARTIAL,
        field ? CORRECT : INCORRECT);
  }

  private static SpanFigures all(SpanTally tally) {
    return new SpanFigures(tally, tally, tally, tally);
  }

  private void add(String field, SpanFigures one) {
    figures.merge(field, one, SpanFigures::plus);
  }
}
