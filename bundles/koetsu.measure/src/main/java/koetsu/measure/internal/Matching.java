package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;

/**
 * Which of the machine's values answers which of the gold's: equal ones first, then those that
 * stand in the same place, then the only two that are left.
 */
final class Matching {
  private final List<FieldValue> actual;

  /** Per expected value: index of the actual one, -1 for none. */
  private final int[] answer;

  private final boolean[] right;
  private final boolean[] taken;

  private Matching(int expected, List<FieldValue> actual) {
    this.actual = actual;
    this.answer = new int[expected];
    this.right = new boolean[expected];
    this.taken = new boolean[actual.size()];
    java.util.Arrays.fill(answer, -1);
  }

  static Matching of(
      Measures measures, String id, List<FieldValue> expected, List<FieldValue> actual) {
    Matching matching = new Matching(expected.size(), actual);
    List<Object> keys = actual.stream().map(v -> measures.soft(id, v.value())).toList();
    matching.pairEqual(expected.stream().map(v -> measures.soft(id, v.value())).toList(), keys);
    matching.preferPlaces(expected, keys);
    matching.pairByPlace(expected);
    List<Integer> missing = matching.missing();
    List<Integer> spurious = matching.spurious();
    if (missing.size() == 1 && spurious.size() == 1
        || measures.isSingle(id) && !missing.isEmpty() && !spurious.isEmpty()) {
      matching.pair(missing.get(0), spurious.get(0));
    }
    return matching;
  }

  private void pairEqual(List<Object> wanted, List<Object> keys) {
    for (int e = 0; e < wanted.size(); e++) {
      for (int a = 0; a < keys.size(); a++) {
        if (!taken[a] && keys.get(a).equals(wanted.get(e))) {
          pair(e, a);
          right[e] = true;
          break;
        }
      }
    }
  }

  /** Of several equal values, the one at the gold's place is the right one. */
  private void preferPlaces(List<FieldValue> expected, List<Object> keys) {
    for (int e = 0; e < answer.length; e++) {
      if (!right[e] || !isMisplaced(expected, e)) {
        continue;
      }
      for (int a = 0; a < keys.size(); a++) {
        if (keys.get(a).equals(keys.get(answer[e]))
            && Places.touch(expected.get(e).spans(), actual.get(a).spans())) {
          give(expected, e, a);
          break;
        }
      }
    }
  }

  /** Gives a value to whom it fits by place, unless the one who has it fits as well. */
  private void give(List<FieldValue> expected, int e, int a) {
    for (int other = 0; other < answer.length; other++) {
      if (answer[other] == a) {
        if (isMisplaced(expected, other)) {
          answer[other] = answer[e];
          answer[e] = a;
        }
        return;
      }
    }
    taken[answer[e]] = false;
    pair(e, a);
  }

  /** Whether both have a place and share no character of it. */
  boolean isMisplaced(List<FieldValue> expected, int e) {
    List<Span> place = expected.get(e).spans();
    List<Span> found = actual.get(answer[e]).spans();
    return !place.isEmpty() && !found.isEmpty() && !Places.touch(place, found);
  }

  private void pair(int e, int a) {
    answer[e] = a;
    taken[a] = true;
  }

  private void pairByPlace(List<FieldValue> expected) {
    for (int e = 0; e < expected.size(); e++) {
      if (answer[e] >= 0 || expected.get(e).spans().isEmpty()) {
        continue;
      }
      List<Span> place = Places.union(expected.get(e).spans());
      int best = -1;
      long most = 0;
      for (int a = 0; a < actual.size(); a++) {
        long common = taken[a] ? 0 : Places.common(place, Places.union(actual.get(a).spans()));
        if (common > most) {
          most = common;
          best = a;
        }
      }
      if (best >= 0) {
        pair(e, best);
      }
    }
  }

  private List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int e = 0; e < answer.length; e++) {
      if (answer[e] < 0) {
        missing.add(e);
      }
    }
    return missing;
  }

  private List<Integer> spurious() {
    List<Integer> spurious = new ArrayList<>();
    for (int a = 0; a < taken.length; a++) {
      if (!taken[a]) {
        spurious.add(a);
      }
    }
    return spurious;
  }

  /** All values of the machine. */
  List<FieldValue> actual() {
    return actual;
  }

  boolean isRight(int expected) {
    return right[expected];
  }

  boolean isExact() {
    for (boolean one : right) {
      if (!one) {
        return false;
      }
    }
    return answer.length == actual.size();
  }

  /** The value that answers an expected one, or null. */
  FieldValue answer(int expected) {
    return answer[expected] < 0 ? null : actual.get(answer[expected]);
  }

  /** Values that answer nothing. */
  List<FieldValue> unasked() {
    return spurious().stream().map(actual::get).toList();
  }
}
