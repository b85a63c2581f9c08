package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import koetsu.api.document.Span;

/** Things that stand somewhere, asked which of them another place touches. Immutable. */
public final class ByPlace<T> {
  private final List<T> things;
  private final Function<T, Span> place;

  /** For each thing the furthest end of those up to it. */
  private final int[] ends;

  /**
   * @param things in any order
   * @param place where a thing stands
   */
  public ByPlace(List<T> things, Function<T, Span> place) {
    this.things = things.stream().sorted(Comparator.comparing(place)).toList();
    this.place = place;
    ends = new int[things.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end = Math.max(end, place.apply(this.things.get(i)).end());
      ends[i] = end;
    }
  }

  /** The things that a place touches; the cost grows with their number, not with that of all. */
  public List<T> touching(Span asked) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.apply(things.get(middle)).begin() < asked.end()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<T> found = new ArrayList<>();
    for (int i = low - 1; i >= 0 && ends[i] > asked.begin(); i--) {
      if (place.apply(things.get(i)).overlaps(asked)) {
        found.add(things.get(i));
      }
    }
    return found;
  }
}
