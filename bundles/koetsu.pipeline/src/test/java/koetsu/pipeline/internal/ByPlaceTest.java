package koetsu.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import koetsu.api.document.Span;
import org.junit.jupiter.api.Test;

class ByPlaceTest {
  @Test
  void findsWhatALookAtEachOneFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Span> spans = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        int begin = random.nextInt(40);
        spans.add(new Span(begin, begin + random.nextInt(15)));
      }
      ByPlace<Span> places = new ByPlace<>(spans, Function.identity());
      for (int begin = 0; begin < 40; begin++) {
        Span asked = new Span(begin, begin + random.nextInt(10));
        List<Span> touching = spans.stream().filter(asked::overlaps).toList();
        List<Span> found = places.touching(asked);
        assertEquals(touching.size(), found.size(), asked + " among " + spans);
        assertEquals(Set.copyOf(touching), Set.copyOf(found), asked + " among " + spans);
      }
    }
  }
}
