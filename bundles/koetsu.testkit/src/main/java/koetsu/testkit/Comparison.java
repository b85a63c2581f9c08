package koetsu.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Value;
import koetsu.measure.Excerpt;
import koetsu.pipeline.Explanation;
import koetsu.pipeline.Explanations;

/** What is marked in a sheet against what was read from it. */
final class Comparison {
  /** The field by which marks name what validators find. */
  static final String PROBLEM = "problem";

  private static final String EMPTY = "null";

  private final MarkedText marked;
  private final Explanations explained;
  private final SourceDocument document;
  private final Profile profile;
  private final List<Found> found = new ArrayList<>();

  /**
   * A value or problem of the machine.
   *
   * @param reading as a mark would say it
   * @param value null for a problem
   * @param source the rule
   */
  private record Found(MarkedText.Reading reading, Value value, String source) {}

  Comparison(
      MarkedText marked,
      Explanations explained,
      Profile profile,
      Set<String> fields,
      Predicate<Problem> problems) {
    this.marked = marked;
    this.explained = explained;
    this.profile = profile;
    this.document = explained.parsed().document();
    for (ParsedRecord record : explained.parsed().records()) {
      record
          .fields()
          .forEach(
              (field, values) -> {
                if (fields.contains(field)) {
                  values.forEach(value -> add(field, value));
                }
              });
    }
    for (Problem problem : explained.parsed().problems()) {
      if (problems.test(problem)) {
        add(problem);
      }
    }
  }

  private void add(String field, FieldValue value) {
    MarkedText.Reading reading =
        new MarkedText.Reading(field, value.value().toString(), places(value.spans()));
    found.add(new Found(reading, value.value(), value.extractor()));
  }

  private void add(Problem problem) {
    Span place = problem.span() == null ? new Span(0, 0) : problem.span();
    MarkedText.Reading reading =
        new MarkedText.Reading(PROBLEM, problem.message(), places(List.of(place)));
    found.add(new Found(reading, null, problem.source()));
  }

  private List<MarkedText.Place> places(List<Span> spans) {
    return spans.stream()
        .map(s -> new MarkedText.Place(document.utf16(s.begin()), document.utf16(s.end())))
        .toList();
  }

  /** The sheet with marks around what was read. */
  MarkedText found() {
    return new MarkedText(marked.text(), found.stream().map(Found::reading).toList());
  }

  /**
   * One paragraph for each mark that was not read as it says, and for each value without a mark.
   */
  List<String> failures() {
    List<Found> left = new ArrayList<>(found);
    List<MarkedText.Reading> missed = new ArrayList<>();
    for (MarkedText.Reading expected : marked.readings()) {
      Found read =
          left.stream()
              .filter(f -> isAt(f, expected) && says(f, expected))
              .findFirst()
              .orElse(null);
      if (read == null) {
        missed.add(expected);
      } else {
        left.remove(read);
      }
    }
    List<String> failures = new ArrayList<>();
    for (MarkedText.Reading expected : missed) {
      // what stands at the same place, or else means the same elsewhere, is told in one breath
      Found instead =
          left.stream()
              .filter(f -> isAt(f, expected))
              .findFirst()
              .or(() -> left.stream().filter(f -> touches(f, expected)).findFirst())
              .orElse(null);
      left.remove(instead);
      failures.add(failure(expected, instead));
    }
    left.forEach(extra -> failures.add(failure(null, extra)));
    return failures;
  }

  private static boolean isAt(Found found, MarkedText.Reading expected) {
    return found.reading().field().equals(expected.field())
        && found.reading().places().equals(expected.places());
  }

  private static boolean touches(Found found, MarkedText.Reading expected) {
    return found.reading().field().equals(expected.field())
        && found.reading().places().stream()
            .anyMatch(
                f ->
                    expected.places().stream()
                        .anyMatch(e -> f.begin() < e.end() && e.begin() < f.end()));
  }

  private boolean says(Found found, MarkedText.Reading expected) {
    String content = expected.content();
    if (content == null) {
      return true;
    }
    if (found.value() == null) {
      return found.reading().content().contains(content);
    }
    return found.value() instanceof Value.Slots slots
        ? saysSlots(slots, expected)
        : found.reading().content().equals(content);
  }

  private boolean saysSlots(Value.Slots slots, MarkedText.Reading expected) {
    for (Map.Entry<String, String> slot : slots(expected).entrySet()) {
      Object content = slots.slots().get(slot.getKey());
      String said =
          content == null || Boolean.FALSE.equals(content)
              ? EMPTY
              : Boolean.TRUE.equals(content) ? "" : content.toString();
      if (!said.equals(slot.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** The slots that a mark names; a flag has the content "". */
  private Map<String, String> slots(MarkedText.Reading expected) {
    List<String> known =
        profile.field(expected.field()).map(FieldDefinition::slots).orElse(List.of()).stream()
            .map(Slot::id)
            .toList();
    String begins = known.stream().collect(Collectors.joining("|", ",\\s*(?=(?:", ")\\b)"));
    Map<String, String> slots = new LinkedHashMap<>();
    for (String part : expected.content().split(begins)) {
      String[] words = part.strip().split("\\s+", 2);
      if (!known.contains(words[0])) {
        throw new IllegalArgumentException(
            "a mark names the slot " + words[0] + "; " + expected.field() + " has " + known);
      }
      slots.put(words[0], words.length == 1 ? "" : words[1]);
    }
    return slots;
  }

  private String failure(MarkedText.Reading expected, Found instead) {
    MarkedText.Reading told = expected != null ? expected : instead.reading();
    List<Span> spans = told.places().stream().map(p -> document.span(p.begin(), p.end())).toList();
    StringBuilder out = new StringBuilder();
    Line line = document.lineAt(spans.get(0).begin());
    out.append("line ").append(line.number() + 1).append(": ").append(told.field()).append('\n');
    SourceLines.append(out, excerpt(spans));
    detail(out, "expected", expected == null ? "nothing" : content(expected));
    if (instead == null) {
      detail(out, "found", "nothing");
    } else {
      String place =
          expected == null || isAt(instead, expected) ? "" : " at “" + printed(instead) + "”";
      detail(
          out,
          "found",
          content(instead.reading())
              + place
              + (instead.source() == null ? "" : "   [" + instead.source() + "]"));
    }
    if (expected != null) {
      Explanation at = explained.at(spans.get(0));
      if (!expected.field().equals(PROBLEM) || at.record() == null) {
        WhyNot.append(out, at, expected.field());
      }
    }
    return out.toString();
  }

  private static String content(MarkedText.Reading reading) {
    return reading.content() == null ? "something" : reading.content();
  }

  private String printed(Found read) {
    return read.reading().places().stream()
        .map(p -> marked.text().substring(p.begin(), p.end()))
        .collect(Collectors.joining(" … "));
  }

  private Excerpt excerpt(List<Span> spans) {
    int first = document.lineAt(spans.get(0).begin()).number();
    Span last = spans.get(spans.size() - 1);
    int end = document.lineAt(Math.max(last.begin(), last.end() - 1)).number();
    List<String> lines = new ArrayList<>();
    List<Excerpt.Mark> marks = new ArrayList<>();
    for (Line line : document.lines().subList(first, end + 1)) {
      for (Span span : spans) {
        int begin = Math.max(span.begin(), line.span().begin());
        int behind = Math.min(span.end(), line.span().end());
        if (begin < behind) {
          int start = document.utf16(line.span().begin());
          marks.add(
              new Excerpt.Mark(
                  lines.size(), document.utf16(begin) - start, document.utf16(behind) - start));
        }
      }
      lines.add(document.slice(line.span()));
    }
    return new Excerpt(first + 1, lines, marks);
  }

  private static void detail(StringBuilder out, String label, String text) {
    out.append(String.format("      %-9s %s%n", label, text));
  }
}
