package koetsu.measure;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.records.RecordFile;

/**
 * A document's gold beside what the machine says about it now.
 *
 * @param predicted the machine's records and problems
 * @param cut what the machine says inside the gold's own records, by their ids; null where it was
 *     not asked
 * @param gold reviewed records, in document order
 * @param reviewed regions of the document in which a person has looked for records; a prediction
 *     there that no gold record explains is spurious
 * @param goldFaults what is wrong with the gold as a statement about this source, one sentence each
 */
public record MeasuredDocument(
    ParsedDocument predicted,
    ParsedDocument cut,
    List<ParsedRecord> gold,
    List<Span> reviewed,
    List<String> goldFaults) {
  public MeasuredDocument {
    Objects.requireNonNull(predicted);
    gold = List.copyOf(gold);
    reviewed = List.copyOf(reviewed);
    goldFaults = List.copyOf(goldFaults);
  }

  /** A document whose gold records the machine was not asked to read as they are cut. */
  public MeasuredDocument(
      ParsedDocument predicted,
      List<ParsedRecord> gold,
      List<Span> reviewed,
      List<String> goldFaults) {
    this(predicted, null, gold, reviewed, goldFaults);
  }

  /** Gold as a file holds it, checked against the source. */
  public static MeasuredDocument of(ParsedDocument predicted, RecordFile gold) {
    return new MeasuredDocument(
        predicted, gold.records(), List.of(), gold.verify(predicted.document()));
  }

  public String name() {
    return predicted.document().name();
  }
}
