package koetsu.measure;

/**
 * When a run fails.
 *
 * @param tolerance by how much a field's F1 may lie below the baseline's
 * @param leastSupport how many gold values a field needs for its F1 to be judged at all
 * @param strict whether anything that is not right fails
 */
public record Gate(double tolerance, long leastSupport, boolean strict) {
  /** Half a point of F1, judged from 20 values on. */
  public static final Gate USUAL = new Gate(0.005, 20, false);

  /** {@link #USUAL}, and anything that is not right fails. */
  public static final Gate STRICT = new Gate(0.005, 20, true);
}
