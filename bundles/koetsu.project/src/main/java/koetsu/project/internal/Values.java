package koetsu.project.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;

/** Comparing and ordering the values of a field as the log does it. */
final class Values {

  /** A value that takes another one's place; one of the two may be null, for none. */
  record Pair(FieldValue before, FieldValue after) {}

  private Values() {}

  /** Whether two values are the same decision. */
  static boolean same(FieldValue one, FieldValue other) {
    return one.status() == other.status()
        && one.value().equals(other.value())
        && one.spans().equals(other.spans())
        && Objects.equals(one.text(), other.text());
  }

  static boolean same(List<FieldValue> one, List<FieldValue> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether every field holds the same decisions. */
  static boolean sameFields(ParsedRecord one, ParsedRecord other) {
    return one.fields().keySet().equals(other.fields().keySet())
        && one.fields().keySet().stream().allMatch(f -> same(one.values(f), other.values(f)));
  }

  /** Index of a decision, or -1. */
  static int find(List<FieldValue> values, FieldValue wanted) {
    for (int i = 0; i < values.size(); i++) {
      if (same(values.get(i), wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** Where a value belongs in printed order; one without a place goes last. */
  static int position(List<FieldValue> values, FieldValue added) {
    if (added.spans().isEmpty()) {
      return values.size();
    }
    int begin = added.spans().get(0).begin();
    int at = 0;
    while (at < values.size()
        && !values.get(at).spans().isEmpty()
        && values.get(at).spans().get(0).begin() <= begin) {
      at++;
    }
    return at;
  }

  /** Whether values stand in the order of print, those without a place at the end. */
  static boolean arePrinted(List<FieldValue> values) {
    int last = 0;
    for (FieldValue value : values) {
      int begin = value.spans().isEmpty() ? Integer.MAX_VALUE : value.spans().get(0).begin();
      if (begin < last) {
        return false;
      }
      last = begin;
    }
    return true;
  }

  /**
   * Values in the order of others, as far as they are among them or stand where one of them stood;
   * the rest go where they are printed.
   */
  static List<FieldValue> inOrderOf(List<FieldValue> order, List<FieldValue> values) {
    List<FieldValue> rest = new ArrayList<>(values);
    List<FieldValue> ordered = new ArrayList<>();
    for (FieldValue one : order) {
      int at = find(rest, one);
      for (int i = 0; at < 0 && i < rest.size(); i++) {
        if (!one.spans().isEmpty() && one.spans().equals(rest.get(i).spans())) {
          at = i;
        }
      }
      if (at >= 0) {
        ordered.add(rest.remove(at));
      }
    }
    rest.forEach(value -> ordered.add(position(ordered, value), value));
    return ordered;
  }

  /** Whether a person stands behind any value of a record, or has refused it. */
  static boolean decided(ParsedRecord record) {
    return record.fields().values().stream()
        .flatMap(List::stream)
        .anyMatch(v -> v.status() != Status.MACHINE);
  }

  /**
   * What became of what between two states of a field: values at the same place belong together,
   * then values that say the same, then the rest in their order.
   */
  static List<Pair> pairs(List<FieldValue> before, List<FieldValue> after) {
    List<FieldValue> gone = minus(before, after);
    List<FieldValue> come = minus(after, before);
    List<Pair> pairs = new ArrayList<>();
    pair(gone, come, pairs, (g, c) -> !g.spans().isEmpty() && g.spans().equals(c.spans()));
    pair(gone, come, pairs, (g, c) -> g.value().equals(c.value()));
    pair(gone, come, pairs, (g, c) -> true);
    gone.forEach(g -> pairs.add(new Pair(g, null)));
    come.forEach(c -> pairs.add(new Pair(null, c)));
    return pairs;
  }

  private static List<FieldValue> minus(List<FieldValue> values, List<FieldValue> others) {
    List<FieldValue> rest = new ArrayList<>(values);
    for (FieldValue other : others) {
      int at = find(rest, other);
      if (at >= 0) {
        rest.remove(at);
      }
    }
    return rest;
  }

  private static void pair(
      List<FieldValue> gone,
      List<FieldValue> come,
      List<Pair> pairs,
      java.util.function.BiPredicate<FieldValue, FieldValue> belong) {
    for (int i = 0; i < gone.size(); ) {
      FieldValue before = gone.get(i);
      int at = 0;
      while (at < come.size() && !belong.test(before, come.get(at))) {
        at++;
      }
      if (at == come.size()) {
        i++;
      } else {
        pairs.add(new Pair(before, come.remove(at)));
        gone.remove(i);
      }
    }
  }
}
