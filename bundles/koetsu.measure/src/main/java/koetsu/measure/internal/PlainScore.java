package koetsu.measure.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Score;
import koetsu.measure.Tally;

/** Scores one document by the rules of the reference scorer. */
public final class PlainScore {
  /** A word that is no id, for a parent without a partner. */
  static final String MISSING = "missing";

  private final Profile profile;
  private final LineTable lines;
  private final List<ParsedRecord> gold;
  private final List<ParsedRecord> predicted;
  private final Alignment alignment;
  private final Map<String, String> twins = new HashMap<>();
  private final Map<String, Tally> figures = new LinkedHashMap<>();

  private PlainScore(Profile profile, MeasuredDocument document, boolean partial) {
    this.profile = profile;
    this.lines = new LineTable(document.predicted().document().text());
    this.gold = document.gold();
    Span covered = partial ? covered(gold) : new Span(0, Integer.MAX_VALUE);
    this.predicted =
        document.predicted().records().stream()
            .filter(record -> !record.spans().isEmpty() && covered.contains(record.begin()))
            .toList();
    this.alignment = Alignment.of(lines, gold, predicted);
    for (int g = 0; g < gold.size(); g++) {
      if (alignment.partner(g) >= 0) {
        twins.put(gold.get(g).id(), predicted.get(alignment.partner(g)).id());
      }
    }
    Score.rows(profile).forEach(row -> figures.put(row, Tally.NONE));
  }

  /** From the first gold record to the end of the last. */
  private static Span covered(List<ParsedRecord> gold) {
    return gold.stream()
        .flatMap(record -> record.spans().stream())
        .reduce(Span::cover)
        .orElse(new Span(0, 0));
  }

  /** The figures of one document. */
  public static Score of(Profile profile, MeasuredDocument document, boolean partial) {
    PlainScore score = new PlainScore(profile, document, partial);
    score.count();
    return new Score(
        document.predicted().document().baseName(),
        score.gold.size(),
        score.predicted.size(),
        score.alignment.pairs(),
        score.figures);
  }

  private void add(String row, Tally tally) {
    figures.merge(row, tally, Tally::plus);
  }

  private void count() {
    add(Score.BOUNDARY, firstLines(gold.size(), true).tally(firstLines(predicted.size(), false)));
    for (int g = 0; g < gold.size(); g++) {
      int p = alignment.partner(g);
      ParsedRecord partner = p < 0 ? null : predicted.get(p);
      for (FieldDefinition field : profile.fields()) {
        add(field.id(), values(gold.get(g), field).tally(values(partner, field)));
      }
      add(Score.SECTIONS, sectionLines(gold.get(g)).tally(sectionLines(partner)));
      if (partner != null) {
        countPair(g, p);
      }
    }
    for (int p = 0; p < predicted.size(); p++) {
      if (alignment.goldOf(p) < 0) {
        for (FieldDefinition field : profile.fields()) {
          add(field.id(), new Bag().tally(values(predicted.get(p), field)));
        }
        add(Score.SECTIONS, new Bag().tally(sectionLines(predicted.get(p))));
      }
    }
  }

  private Bag firstLines(int count, boolean inGold) {
    Bag first = new Bag();
    for (int i = 0; i < count; i++) {
      int[] record = inGold ? alignment.goldLines(i) : alignment.predictedLines(i);
      first.add(record.length == 0 ? -1 : record[0]);
    }
    return first;
  }

  private void countPair(int g, int p) {
    ParsedRecord expected = gold.get(g);
    ParsedRecord actual = predicted.get(p);
    add(Score.KIND, accuracy(expected.kind(), actual.kind()));
    if (expected.parent() != null || actual.parent() != null) {
      add(Score.PARENT, accuracy(twin(expected.parent()), actual.parent()));
    }
    int[] goldLines = alignment.goldLines(g);
    int[] predictedLines = alignment.predictedLines(p);
    int common = Alignment.common(goldLines, predictedLines);
    add(Score.EXTENT, new Tally(common, predictedLines.length - common, goldLines.length - common));
    add(Score.SPANS, spans(expected, actual));
  }

  static Tally accuracy(String expected, String actual) {
    return Objects.equals(expected, actual) ? new Tally(1, 0, 0) : new Tally(0, 1, 1);
  }

  /** The predicted id of a gold parent; a word that is no id where the parent has no partner. */
  private String twin(String goldParent) {
    return goldParent == null ? null : twins.getOrDefault(goldParent, MISSING);
  }

  static Bag values(ParsedRecord record, FieldDefinition field) {
    Bag values = new Bag();
    if (record != null) {
      record.live(field.id()).forEach(value -> values.add(field.canonical(value.value())));
    }
    return values;
  }

  private Bag sectionLines(ParsedRecord record) {
    Bag bag = new Bag();
    if (record != null) {
      Set<List<Object>> seen = new HashSet<>();
      for (Section section : record.sections()) {
        for (int line : lines.lines(section.body())) {
          if (seen.add(List.of(section.type(), line))) {
            bag.add(List.of(section.type(), line));
          }
        }
      }
    }
    return bag;
  }

  /** Characters of the values that both have; of equal predicted values the first counts. */
  private Tally spans(ParsedRecord expected, ParsedRecord actual) {
    Tally sum = Tally.NONE;
    for (FieldDefinition field : profile.fields()) {
      Map<Object, List<Span>> found = new HashMap<>();
      for (FieldValue value : actual.live(field.id())) {
        found.putIfAbsent(field.canonical(value.value()), Places.union(value.spans()));
      }
      for (FieldValue value : expected.live(field.id())) {
        List<Span> place = Places.union(value.spans());
        List<Span> other = found.get(field.canonical(value.value()));
        if (!place.isEmpty() && other != null) {
          long common = Places.common(place, other);
          sum =
              sum.plus(new Tally(common, Places.size(other) - common, Places.size(place) - common));
        }
      }
    }
    return sum;
  }
}
