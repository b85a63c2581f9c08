package koetsu.itests.plugin;

import java.util.ArrayList;
import java.util.List;

/** An extractor that takes all the memory there is to be made. */
public final class Greedy extends Silent {
  public Greedy() {
    List<long[]> kept = new ArrayList<>();
    while (true) {
      kept.add(new long[1_000_000]);
    }
  }
}
