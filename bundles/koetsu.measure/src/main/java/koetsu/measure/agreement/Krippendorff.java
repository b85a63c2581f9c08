package koetsu.measure.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;

/**
 * Krippendorff's α: one minus observed over expected disagreement (Krippendorff, Content Analysis,
 * ch. 11). Units with fewer than two ratings do not count.
 *
 * @param <T> ratings; equal ones are the same rating
 */
public final class Krippendorff<T> {
  private final ToDoubleBiFunction<T, T> distance;
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();
  private double[][] distances = new double[0][];
  private long[] frequencies = new long[16];
  private double observed;
  private long ratings;

  /**
   * @param distance from 0 for the same to 1 for the most different; symmetric
   */
  public Krippendorff(ToDoubleBiFunction<T, T> distance) {
    this.distance = distance;
  }

  /** A nominal scale: two values are the same or they are not. */
  public static <T> Krippendorff<T> nominal() {
    return new Krippendorff<>((one, other) -> one.equals(other) ? 0 : 1);
  }

  /** Takes a unit in, as often as it is there. */
  public void add(List<T> unit, long times) {
    int count = unit.size();
    if (count < 2 || times == 0) {
      return;
    }
    double disagreement = 0;
    for (int i = 0; i < count; i++) {
      int number = number(unit.get(i));
      frequencies[number] += times;
      for (int j = 0; j < count; j++) {
        if (i != j) {
          disagreement += distance(number, number(unit.get(j)));
        }
      }
    }
    observed += times * disagreement / (count - 1);
    ratings += times * count;
  }

  private int number(T value) {
    return numbers.computeIfAbsent(
        value,
        v -> {
          values.add(v);
          if (values.size() > frequencies.length) {
            frequencies = Arrays.copyOf(frequencies, 2 * frequencies.length);
          }
          return values.size() - 1;
        });
  }

  private double distance(int one, int other) {
    if (one == other) {
      return 0;
    }
    if (distances.length < values.size()) {
      distances = Arrays.copyOf(distances, 2 * values.size());
    }
    int high = Math.max(one, other);
    int low = Math.min(one, other);
    if (distances[high] == null) {
      distances[high] = new double[high];
      Arrays.fill(distances[high], Double.NaN);
    }
    if (Double.isNaN(distances[high][low])) {
      distances[high][low] = distance.applyAsDouble(values.get(low), values.get(high));
    }
    return distances[high][low];
  }

  /** The coefficient, at most 1; empty where nobody could have disagreed. */
  public OptionalDouble alpha() {
    double expected = 0;
    for (int i = 0; i < values.size(); i++) {
      for (int j = i + 1; j < values.size(); j++) {
        if (frequencies[i] > 0 && frequencies[j] > 0) {
          expected += 2.0 * frequencies[i] * frequencies[j] * distance(i, j);
        }
      }
    }
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (observed / ratings) / (expected / (ratings * (ratings - 1.0))));
  }

  /** Forgets the units, and keeps the distances. */
  void clear() {
    Arrays.fill(frequencies, 0);
    observed = 0;
    ratings = 0;
  }
}
