package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.measure.Judgement;
import koetsu.measure.MeasuredDocument;

/** Holds values one by one against the gold. */
public final class Judging {
  private Judging() {}

  public static List<Judgement> of(Profile profile, List<MeasuredDocument> documents) {
    Measures measures = new Measures(profile);
    List<Judgement> judgements = new ArrayList<>();
    for (MeasuredDocument document : documents) {
      List<ParsedRecord> predicted = document.predicted().records();
      LineTable lines = new LineTable(document.predicted().document().text());
      Alignment alignment = Alignment.of(lines, document.gold(), predicted);
      for (int g = 0; g < document.gold().size(); g++) {
        if (alignment.partner(g) >= 0) {
          ParsedRecord gold = document.gold().get(g);
          for (FieldDefinition field : profile.fields()) {
            List<FieldValue> found = predicted.get(alignment.partner(g)).live(field.id());
            Set<FieldValue> right =
                right(Matching.of(measures, field.id(), gold.live(field.id()), found), gold, field);
            for (FieldValue value : found) {
              judgements.add(
                  new Judgement(
                      document.name(), gold.id(), field.id(), value, right.contains(value)));
            }
          }
        }
      }
    }
    return judgements;
  }

  /** The very values that are right; an equal one elsewhere may not be. */
  private static Set<FieldValue> right(
      Matching matching, ParsedRecord gold, FieldDefinition field) {
    Set<FieldValue> right = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int e = 0; e < gold.live(field.id()).size(); e++) {
      if (matching.isRight(e)) {
        right.add(matching.answer(e));
      }
    }
    return right;
  }
}
