package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Value;
import koetsu.measure.Baseline;
import koetsu.measure.FieldFigures;
import koetsu.measure.Gate;
import koetsu.measure.LedgerItem;
import koetsu.measure.LedgerItem.Outcome;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.RegressionReport;
import koetsu.measure.Score;
import koetsu.measure.Tally;
import koetsu.measure.Verdict;
import koetsu.records.ProfileCheck;

/** One comparison of gold, today's machine and the approved machine. */
public final class GoldRun {
  private final Profile profile;
  private final Measures measures;
  private final Optional<Baseline> baseline;
  private final Gate gate;
  private final Map<Place, Map<String, List<FieldValue>>> approved = new HashMap<>();

  private final List<LedgerItem> ledger = new ArrayList<>();
  private final List<FieldFigures> table = new ArrayList<>();
  private final List<Baseline.Approved> approvable = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private long exact;
  private long records;

  /** A gold record by name; the record is null for what stands in no gold record. */
  private record Place(String document, String record) {}

  /** The counts of one document and measure while they grow. */
  private static final class Counts {
    private Tally soft = Tally.NONE;
    private Tally strict = Tally.NONE;
    private Tally compared = Tally.NONE;
    private Tally approved = Tally.NONE;
  }

  public GoldRun(Profile profile, Optional<Baseline> baseline, Gate gate) {
    this.profile = profile;
    this.measures = new Measures(profile);
    this.baseline = baseline;
    this.gate = gate;
    baseline.ifPresent(
        b ->
            b.records()
                .forEach(a -> approved.put(new Place(a.document(), a.record()), a.values())));
  }

  /** Runs once over the documents. */
  public RegressionReport report(List<MeasuredDocument> documents) {
    documents.forEach(this::run);
    addTotals();
    judge();
    Map<String, Long> support = new LinkedHashMap<>();
    for (FieldFigures row : table) {
      if (row.document().equals(Score.ALL)) {
        support.put(row.field(), row.soft().support());
      }
    }
    return new RegressionReport(
        ledger,
        table,
        new RegressionReport.RecordsExact(exact, records),
        new Verdict(failures),
        baseline.isPresent(),
        new Baseline(profile.id(), "", support, approvable));
  }

  private void run(MeasuredDocument document) {
    for (Problem problem : document.predicted().problems()) {
      if (problem.severity() == Problem.Severity.ERROR) {
        failures.add(document.name() + ": " + problem.source() + " failed: " + problem.message());
      }
    }
    List<ParsedRecord> gold =
        document.gold().stream().filter(r -> r.state() != RecordState.REJECTED).toList();
    document.goldFaults().forEach(fault -> failures.add(document.name() + ": gold: " + fault));
    ProfileCheck.faults(gold, profile)
        .forEach(fault -> failures.add(document.name() + ": gold: " + fault));
    new OfDocument(document, gold).run();
  }

  /** The run over one document. */
  private final class OfDocument {
    private final MeasuredDocument measured;
    private final SourceDocument source;
    private final LineTable lines;
    private final List<ParsedRecord> gold;
    private final List<ParsedRecord> predicted;
    private final Alignment alignment;
    private final Map<String, Counts> counts = new LinkedHashMap<>();

    OfDocument(MeasuredDocument measured, List<ParsedRecord> gold) {
      this.measured = measured;
      this.source = measured.predicted().document();
      this.lines = new LineTable(source.text());
      this.gold = gold;
      this.predicted = measured.predicted().records();
      this.alignment = Alignment.of(lines, gold, predicted);
      measures.ids().forEach(id -> counts.put(id, new Counts()));
    }

    void run() {
      Map<String, String> goldNames = new HashMap<>();
      for (int p = 0; p < predicted.size(); p++) {
        if (alignment.goldOf(p) >= 0) {
          goldNames.put(predicted.get(p).id(), gold.get(alignment.goldOf(p)).id());
        }
      }
      for (int g = 0; g < gold.size(); g++) {
        int p = alignment.partner(g);
        ParsedRecord record = gold.get(g);
        Map<String, List<FieldValue>> answers =
            p < 0
                ? Map.of()
                : Answers.of(
                    profile, lines, predicted.get(p), id -> goldNames.getOrDefault(id, "-"));
        compare(record, Answers.of(profile, lines, record, id -> id), answers);
      }
      Map<String, List<FieldValue>> unasked = unasked();
      if (!unasked.isEmpty() || approved.containsKey(new Place(measured.name(), null))) {
        compare(null, Map.of(), unasked);
      }
      counts.forEach(
          (id, c) ->
              table.add(
                  new FieldFigures(measured.name(), id, c.soft, c.strict, c.compared, c.approved)));
    }

    /** What the machine says in reviewed regions about records that are not in the gold. */
    private Map<String, List<FieldValue>> unasked() {
      List<Span> regions = new ArrayList<>(measured.reviewed());
      measured.gold().stream()
          .filter(record -> record.state() == RecordState.REJECTED)
          .forEach(record -> regions.addAll(record.spans()));
      Map<String, List<FieldValue>> unasked = new LinkedHashMap<>();
      for (int p = 0; p < predicted.size(); p++) {
        ParsedRecord record = predicted.get(p);
        if (alignment.goldOf(p) < 0
            && regions.stream().anyMatch(region -> region.contains(record.begin()))) {
          Answers.of(profile, lines, record, id -> "-")
              .forEach(
                  (id, values) -> {
                    if (!values.isEmpty()) {
                      unasked.computeIfAbsent(id, i -> new ArrayList<>()).addAll(values);
                    }
                  });
        }
      }
      return unasked;
    }

    private void compare(
        ParsedRecord record,
        Map<String, List<FieldValue>> expected,
        Map<String, List<FieldValue>> actual) {
      String id = record == null ? null : record.id();
      Map<String, List<FieldValue>> before = approved.get(new Place(measured.name(), id));
      boolean allRight = true;
      for (String measure : measures.ids()) {
        List<FieldValue> wanted = expected.getOrDefault(measure, List.of());
        List<FieldValue> found = actual.getOrDefault(measure, List.of());
        List<FieldValue> old = before == null ? null : before.getOrDefault(measure, List.of());
        Matching matching = Matching.of(measures, measure, wanted, found);
        allRight &= !measures.isField(measure) || matching.isExact();
        new OfMeasure(this, record, measure, wanted, found, old, matching).addItems();
        Counts count = counts.get(measure);
        Tally soft = tally(measure, wanted, found, true);
        count.soft = count.soft.plus(soft);
        count.strict = count.strict.plus(tally(measure, wanted, found, false));
        if (old != null) {
          count.compared = count.compared.plus(soft);
          count.approved = count.approved.plus(tally(measure, wanted, old, true));
        }
      }
      if (record != null) {
        records++;
        exact += allRight ? 1 : 0;
      }
      approvable.add(new Baseline.Approved(measured.name(), id, actual));
    }

    private Tally tally(String id, List<FieldValue> wanted, List<FieldValue> found, boolean soft) {
      return bag(id, wanted, soft).tally(bag(id, found, soft));
    }

    private Bag bag(String id, List<FieldValue> values, boolean soft) {
      Bag bag = new Bag();
      for (FieldValue value : values) {
        bag.add(soft ? measures.soft(id, value.value()) : measures.strict(id, value.value()));
      }
      return bag;
    }
  }

  /** The items of one record and measure. */
  private final class OfMeasure {
    private final OfDocument document;
    private final ParsedRecord record;
    private final String id;
    private final List<FieldValue> wanted;
    private final List<FieldValue> found;
    private final List<FieldValue> old;
    private final Matching now;

    /**
     * @param record the gold record, or null
     * @param old approved values, or null where nobody has approved this record yet
     */
    OfMeasure(
        OfDocument document,
        ParsedRecord record,
        String id,
        List<FieldValue> wanted,
        List<FieldValue> found,
        List<FieldValue> old,
        Matching now) {
      this.document = document;
      this.record = record;
      this.id = id;
      this.wanted = wanted;
      this.found = found;
      this.old = old;
      this.now = now;
    }

    void addItems() {
      Matching then = old == null ? null : Matching.of(measures, id, wanted, old);
      List<Object> wrongBefore = new ArrayList<>();
      for (int e = 0; e < wanted.size(); e++) {
        FieldValue before = then == null ? null : then.answer(e);
        if (then != null && !then.isRight(e) && before != null) {
          wrongBefore.add(key(before));
        }
        add(outcome(e, then), wanted.get(e), now.answer(e), before);
      }
      if (then != null) {
        then.unasked().forEach(value -> wrongBefore.add(key(value)));
      }
      for (FieldValue unasked : now.unasked()) {
        boolean known = old == null || wrongBefore.remove(key(unasked));
        add(known ? Outcome.STILL_WRONG : Outcome.BROKEN, null, unasked, null);
      }
      if (then != null) {
        List<Object> said = new ArrayList<>(found.stream().map(this::key).toList());
        for (FieldValue gone : then.unasked()) {
          if (!said.remove(key(gone))) {
            add(Outcome.FIXED, null, null, gone);
          }
        }
      }
    }

    private Object key(FieldValue value) {
      return measures.soft(id, value.value());
    }

    private Outcome outcome(int e, Matching then) {
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

    private void add(Outcome outcome, FieldValue expected, FieldValue actual, FieldValue before) {
      List<Span> place = List.of();
      for (FieldValue value : new FieldValue[] {expected, actual, before}) {
        if (place.isEmpty() && value != null) {
          place = value.spans();
        }
      }
      SourceDocument source = document.source;
      int begin = !place.isEmpty() ? place.get(0).begin() : record == null ? 0 : record.begin();
      // An approved place may lie behind the end of a text that has become shorter.
      boolean inside = place.stream().allMatch(span -> span.end() <= source.length());
      FieldValue printed = expected != null ? expected : actual;
      ledger.add(
          new LedgerItem(
              outcome,
              document.measured.name(),
              source.lineAt(Math.min(begin, source.length())).number() + 1,
              record == null ? null : record.id(),
              id,
              record != null && record.state() == RecordState.LOCKED,
              printed == null ? null : printed.text(),
              value(expected),
              value(actual),
              value(before),
              actual == null ? null : actual.extractor(),
              before == null ? null : before.extractor(),
              inside ? place : List.of()));
    }

    private static Value value(FieldValue value) {
      return value == null ? null : value.value();
    }
  }

  private void addTotals() {
    Map<String, FieldFigures> sums = new LinkedHashMap<>();
    for (String id : measures.ids()) {
      sums.put(id, new FieldFigures(Score.ALL, id, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE));
    }
    for (FieldFigures row : table) {
      sums.computeIfPresent(row.field(), (id, sum) -> sum.plus(row));
    }
    table.addAll(sums.values());
  }

  private void judge() {
    for (LedgerItem item : ledger) {
      boolean broken = item.outcome() == Outcome.BROKEN && item.locked();
      if (broken || gate.strict() && isWrong(item)) {
        failures.add(
            (broken ? "broken in a locked record: " : "not right: ")
                + item.document()
                + ":"
                + item.line()
                + " "
                + item.field());
      }
    }
    Map<String, Long> supportBefore = baseline.map(Baseline::support).orElse(Map.of());
    for (FieldFigures row : table) {
      if (row.document().equals(Score.ALL)) {
        judge(row, supportBefore.getOrDefault(row.field(), 0L));
      }
    }
  }

  private static boolean isWrong(LedgerItem item) {
    return item.outcome() != Outcome.FIXED && item.outcome() != Outcome.RIGHT;
  }

  private void judge(FieldFigures row, long supportBefore) {
    if (row.soft().support() < supportBefore) {
      failures.add(
          "the support of "
              + row.field()
              + " fell from "
              + supportBefore
              + " to "
              + row.soft().support()
              + " gold values");
    }
    if (row.delta().isPresent()
        && row.compared().support() >= gate.leastSupport()
        && row.delta().getAsDouble() < -gate.tolerance()) {
      failures.add(
          String.format(
              Locale.ROOT,
              "F1 of %s fell from %.4f to %.4f (support %d, tolerance %.4f)",
              row.field(),
              row.approved().f1().orElse(0),
              row.compared().f1().orElse(0),
              row.compared().support(),
              gate.tolerance()));
    }
  }
}
