package koetsu.measure;

/**
 * Records of which the machine says nothing in a field. Nothing in both is no right value, so it is
 * counted here and nowhere else.
 *
 * @param right records in which the gold has nothing either
 * @param wrong records in which the gold has something
 */
public record Abstention(long right, long wrong) {
  public static final Abstention NONE = new Abstention(0, 0);

  public Abstention plus(Abstention other) {
    return new Abstention(right + other.right, wrong + other.wrong);
  }
}
