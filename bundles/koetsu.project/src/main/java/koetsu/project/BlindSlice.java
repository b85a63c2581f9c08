package koetsu.project;

import java.nio.charset.StandardCharsets;
import koetsu.api.record.ParsedRecord;

/**
 * The share of records that is reviewed without seeing the machine's values, so that the reviewer
 * cannot take over what the machine says or leave out what it leaves out. Which records these are
 * follows from a seed and their names alone.
 *
 * @param share from 0 to 1
 * @param seed another seed gives other records
 */
public record BlindSlice(double share, long seed) {
  /** The key of a record, in the gold too, that says that it was reviewed blindly. */
  public static final String KEY = "blind";

  public BlindSlice {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share + " is not in 0..1");
    }
  }

  /**
   * Whether a record that nobody has touched yet belongs to the slice.
   *
   * @param document file name
   * @param record permanent id
   */
  public boolean holds(String document, String record) {
    long hash = seed ^ 0xCBF29CE484222325L;
    for (byte b : (document + "/" + record).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    return (hash >>> 11) * 0x1.0p-53 < share;
  }

  /** Whether a record was taken up blindly. */
  public static boolean isBlind(ParsedRecord record) {
    return Boolean.TRUE.equals(record.extra().get(KEY));
  }
}
