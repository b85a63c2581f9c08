package koetsu.measure;

import java.util.List;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.measure.internal.Judging;

/**
 * One value of the machine, held against the gold.
 *
 * @param document name of the document
 * @param record id of the gold record
 * @param field id of the field
 * @param value as the machine gave it
 * @param right whether the gold says the same
 */
public record Judgement(
    String document, String record, String field, FieldValue value, boolean right) {

  /** All values of the machine inside gold records, in the order of documents and records. */
  public static List<Judgement> of(Profile profile, List<MeasuredDocument> documents) {
    return Judging.of(profile, documents);
  }
}
