package koetsu.measure.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import koetsu.api.profile.FieldDefinition;

/**
 * How far two readings of a field are apart, from 0 to 1; a reading is a list of canonical values.
 */
final class FieldDistance {
  private FieldDistance() {}

  /**
   * For a field with one value of several slots the share of the slots that differ; for any other
   * the share of the values that only one of the two has (Jaccard). Nothing read is as far from
   * something read as can be.
   */
  static ToDoubleBiFunction<List<Object>, List<Object>> of(FieldDefinition field) {
    return field.many() || field.slots().isEmpty() ? FieldDistance::jaccard : FieldDistance::slots;
  }

  private static double slots(List<Object> one, List<Object> other) {
    if (one.size() != 1
        || other.size() != 1
        || !(one.get(0) instanceof List<?> left)
        || !(other.get(0) instanceof List<?> right)
        || left.size() != right.size()) {
      return jaccard(one, other);
    }
    int different = 0;
    for (int i = 0; i < left.size(); i++) {
      different += Objects.equals(left.get(i), right.get(i)) ? 0 : 1;
    }
    return left.isEmpty() ? 0 : (double) different / left.size();
  }

  private static double jaccard(List<Object> one, List<Object> other) {
    List<Object> rest = new ArrayList<>(other);
    int common = 0;
    for (Object value : one) {
      common += rest.remove(value) ? 1 : 0;
    }
    int all = one.size() + other.size() - common;
    return all == 0 ? 0 : 1 - (double) common / all;
  }
}
