package koetsu.project.drift;

import java.util.List;
import koetsu.project.internal.drift.Placer;

/** Finds the places of one edition of a text in another one. */
public final class Drift {
  private Drift() {}

  /**
   * Proposes a place for each anchor: by what it says, by what stands around it, and by the record
   * it belongs to. Texts of {@code n} characters take time in the order of {@code n log n}, more
   * where long stretches differ.
   *
   * @param old text of the edition that the anchors are in
   * @param fresh text of the other edition
   * @return one placement for each anchor, in their order
   */
  public static List<Placement> place(String old, String fresh, List<Anchor> anchors) {
    return new Placer(old, fresh, anchors).place();
  }
}
