package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Value;
import koetsu.measure.LedgerItem;
import koetsu.measure.LedgerItem.Outcome;

/** Writes one document's items into the ledger. */
final class DocumentItems {
  private final Measures measures;
  private final SourceDocument source;
  private final List<LedgerItem> ledger;

  DocumentItems(Measures measures, SourceDocument source, List<LedgerItem> ledger) {
    this.measures = measures;
    this.source = source;
    this.ledger = ledger;
  }

  /**
   * Adds the items of one record and measure.
   *
   * @param record the gold record, or null
   * @param now how what the machine says compares
   * @param then how what was approved compares; null where nobody has approved this record yet
   */
  void of(ParsedRecord record, String id, List<FieldValue> wanted, Matching now, Matching then) {
    Item item = new Item(record, id);
    List<Object> wrongBefore = new ArrayList<>();
    for (int e = 0; e < wanted.size(); e++) {
      FieldValue before = then == null ? null : then.answer(e);
      if (then != null && !then.isRight(e) && before != null) {
        wrongBefore.add(item.key(before));
      }
      boolean misplaced = measures.isField(id) && now.isRight(e) && now.isMisplaced(wanted, e);
      item.add(item.outcome(e, now, then), wanted.get(e), now.answer(e), before, misplaced);
    }
    if (then != null) {
      then.unasked().forEach(value -> wrongBefore.add(item.key(value)));
    }
    for (FieldValue unasked : now.unasked()) {
      boolean known = then == null || wrongBefore.remove(item.key(unasked));
      item.add(known ? Outcome.STILL_WRONG : Outcome.BROKEN, null, unasked, null, false);
    }
    if (then != null) {
      List<Object> said = new ArrayList<>(now.actual().stream().map(item::key).toList());
      for (FieldValue gone : then.unasked()) {
        if (!said.remove(item.key(gone))) {
          item.add(Outcome.FIXED, null, null, gone, false);
        }
      }
    }
  }

  /** What the items of one record and measure share. */
  private final class Item {
    private final ParsedRecord record;
    private final String id;

    Item(ParsedRecord record, String id) {
      this.record = record;
      this.id = id;
    }

    Object key(FieldValue value) {
      return measures.soft(id, value.value());
    }

    Outcome outcome(int e, Matching now, Matching then) {
      if (now.isRight(e)) {
        return then == null || then.isRight(e) ? Outcome.RIGHT : Outcome.FIXED;
      }
      if (then == null) {
        return Outcome.STILL_WRONG;
      }
      if (then.isRight(e)) {
        return Outcome.BROKEN;
      }
      FieldValue a = now.answer(e);
      FieldValue b = then.answer(e);
      boolean same = Objects.equals(a == null ? null : key(a), b == null ? null : key(b));
      return same ? Outcome.STILL_WRONG : Outcome.CHANGED_BUT_WRONG;
    }

    void add(
        Outcome outcome,
        FieldValue expected,
        FieldValue actual,
        FieldValue before,
        boolean misplaced) {
      List<Span> place = List.of();
      for (FieldValue value : new FieldValue[] {expected, actual, before}) {
        if (place.isEmpty() && value != null) {
          place = value.spans();
        }
      }
      int begin = !place.isEmpty() ? place.get(0).begin() : record == null ? 0 : record.begin();
      // An approved place may lie behind the end of a text that has become shorter.
      boolean inside = place.stream().allMatch(span -> span.end() <= source.length());
      List<Span> spans = inside ? place : List.of();
      int line = source.lineAt(Math.min(begin, source.length())).number();
      FieldValue printed = expected != null ? expected : actual;
      boolean shown = outcome != Outcome.RIGHT || misplaced;
      ledger.add(
          new LedgerItem(
              outcome,
              source.name(),
              line + 1,
              record == null ? null : record.id(),
              id,
              record != null && record.state() == RecordState.LOCKED,
              printed == null ? null : printed.text(),
              value(expected),
              value(actual),
              value(before),
              actual == null ? null : actual.extractor(),
              before == null ? null : before.extractor(),
              misplaced,
              spans,
              shown ? Excerpts.of(source, line, measures.isField(id) ? spans : List.of()) : null));
    }

    private static Value value(FieldValue value) {
      return value == null ? null : value.value();
    }
  }
}
