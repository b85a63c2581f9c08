package koetsu.measure;

import java.util.List;
import java.util.Optional;
import koetsu.api.profile.Profile;
import koetsu.measure.internal.GoldRun;

/**
 * Runs the gold against what the machine says today and against what was approved: the one engine
 * behind the command line, the workbench and the tests.
 *
 * <p>Only what a person has looked at counts: predictions inside gold records, and records in
 * reviewed regions. {@link Score} has the figures over everything.
 */
public final class Regression {
  /** The kind of a record, as an item of the ledger. */
  public static final String KIND = Score.KIND;

  /** The gold id of a record's parent, as an item of the ledger. */
  public static final String PARENT = Score.PARENT;

  /** The lines of a record, as an item of the ledger. */
  public static final String EXTENT = Score.EXTENT;

  /** A section's type and lines, as an item of the ledger. */
  public static final String SECTIONS = Score.SECTIONS;

  private Regression() {}

  /**
   * Compares documents with their gold.
   *
   * @param documents in the order of the ledger; their names must differ
   * @param baseline what was approved, or empty where nothing was yet
   * @param gate when the run fails
   */
  public static RegressionReport run(
      List<MeasuredDocument> documents, Profile profile, Optional<Baseline> baseline, Gate gate) {
    return new GoldRun(profile, baseline, gate).report(documents);
  }
}
