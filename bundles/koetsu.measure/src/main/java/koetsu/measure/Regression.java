package koetsu.measure;

import java.util.List;
import java.util.Optional;
import koetsu.api.profile.Profile;
import koetsu.measure.internal.Comparison;

/**
 * Runs the gold against what the machine says today and against what was approved: the one engine
 * behind the command line, the workbench and the tests.
 *
 * <p>Only what a person has looked at counts: predictions inside gold records, and records in
 * reviewed regions. {@link Score} has the figures over everything.
 *
 * <p>Documents come one by one, so that whoever brings them can show how far they are and stop at
 * any time. One thread at a time.
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

  /** The items that are about a record's structure and not about a field of the profile. */
  public static final List<String> STRUCTURE = List.of(KIND, PARENT, EXTENT, SECTIONS);

  private final Comparison comparison;

  /**
   * Begins a run.
   *
   * @param baseline what was approved, or empty where nothing was yet
   * @param gate when the run fails
   */
  public Regression(Profile profile, Optional<Baseline> baseline, Gate gate) {
    this.comparison = new Comparison(profile, baseline, gate);
  }

  /**
   * Compares one more document, which may be forgotten afterwards: only what the report shows of it
   * is kept.
   *
   * @throws IllegalArgumentException where a document of its name was added before
   */
  public void add(MeasuredDocument document) {
    comparison.add(document);
  }

  /** What all documents so far have shown. */
  public RegressionReport report() {
    return comparison.report();
  }

  /**
   * Compares documents with their gold.
   *
   * @param documents in the order of the ledger; their names must differ
   * @param baseline what was approved, or empty where nothing was yet
   * @param gate when the run fails
   */
  public static RegressionReport run(
      List<MeasuredDocument> documents, Profile profile, Optional<Baseline> baseline, Gate gate) {
    Regression regression = new Regression(profile, baseline, gate);
    documents.forEach(regression::add);
    return regression.report();
  }
}
