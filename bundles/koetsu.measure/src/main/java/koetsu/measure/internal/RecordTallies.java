package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedRecord;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Tally;

/** Counts a document's values gold record by gold record. */
public final class RecordTallies {
  private RecordTallies() {}

  /**
   * One tally over all fields for each gold record; one without a partner has missed everything.
   */
  public static List<Tally> of(Profile profile, MeasuredDocument document) {
    List<ParsedRecord> predicted = document.predicted().records();
    Alignment alignment =
        Alignment.of(
            new LineTable(document.predicted().document().text()), document.gold(), predicted);
    List<Tally> tallies = new ArrayList<>();
    for (int g = 0; g < document.gold().size(); g++) {
      int p = alignment.partner(g);
      Tally sum = Tally.NONE;
      for (FieldDefinition field : profile.fields()) {
        sum =
            sum.plus(
                PlainScore.values(document.gold().get(g), field)
                    .tally(PlainScore.values(p < 0 ? null : predicted.get(p), field)));
      }
      tallies.add(sum);
    }
    return tallies;
  }
}
