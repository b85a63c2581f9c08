package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangesTest {
  private static final Comparator<Place> BY_PLACE =
      Comparator.comparingInt(Place::begin).thenComparingInt(Place::end);

  private record Place(int begin, int end, int number) {}

  private static Ranges<Place> ranges(List<Place> places) {
    return new Ranges<>(places, Place::begin, Place::end);
  }

  private static Place place(Random random, int number) {
    int begin = random.nextInt(200);
    return new Place(begin, begin + 1 + random.nextInt(random.nextInt(10) == 0 ? 150 : 8), number);
  }

  @Test
  void whatIsAddedAndTakenAwayIsFoundAsByLookingAtEverything() {
    Random random = new Random(7);
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(place(random, i));
    }
    Ranges<Place> ranges = ranges(all);
    for (int step = 0; step < 500; step++) {
      if (random.nextBoolean() && !all.isEmpty()) {
        ranges = ranges.without(all.remove(random.nextInt(all.size())));
      } else {
        Place come = place(random, 1000 + step);
        all.add(come);
        ranges = ranges.with(come);
      }
      int from = random.nextInt(350);
      int to = from + 1 + random.nextInt(20);
      List<Place> expected =
          all.stream().filter(p -> p.begin() < to && p.end() > from).sorted(BY_PLACE).toList();
      List<Place> found = ranges.in(from, to);
      assertEquals(List.copyOf(found), found.stream().sorted(BY_PLACE).toList(), "by begin");
      assertEquals(
          expected.stream().map(Place::number).sorted().toList(),
          found.stream().map(Place::number).sorted().toList());
    }
  }

  @Test
  void anEarlierOneStaysAsItIs() {
    Ranges<Place> before = ranges(List.of(new Place(0, 5, 1), new Place(3, 9, 2)));
    Ranges<Place> after = before.without(new Place(0, 5, 1)).with(new Place(4, 6, 3));
    assertEquals(2, before.all().size());
    assertEquals(List.of(new Place(3, 9, 2), new Place(4, 6, 3)), after.all());
    assertSame(before, before.without(new Place(0, 5, 7)), "nothing of the kind is there");
  }
}
