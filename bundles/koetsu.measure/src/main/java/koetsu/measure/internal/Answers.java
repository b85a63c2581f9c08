package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.measure.Regression;

/** A record as answers to the measures: its structure becomes values beside those of its fields. */
final class Answers {
  private Answers() {}

  /**
   * @param lines of the document
   * @param parent what the record's parent is called in the gold
   */
  static Map<String, List<FieldValue>> of(
      Profile profile, LineTable lines, ParsedRecord record, UnaryOperator<String> parent) {
    Map<String, List<FieldValue>> answers = new LinkedHashMap<>();
    List<Span> first = record.spans().isEmpty() ? List.of() : record.spans().subList(0, 1);
    answers.put(Regression.EXTENT, List.of(answer(ranges(lines, record.spans()), record.spans())));
    answers.put(Regression.KIND, List.of(answer(record.kind(), first)));
    if (record.parent() != null) {
      answers.put(Regression.PARENT, List.of(answer(parent.apply(record.parent()), first)));
    }
    for (FieldDefinition field : profile.fields()) {
      answers.put(field.id(), record.live(field.id()));
    }
    List<FieldValue> sections = new ArrayList<>();
    for (Section section : record.sections()) {
      List<Span> place = section.body().isEmpty() ? section.heading() : section.body();
      sections.add(answer(section.type() + ' ' + ranges(lines, section.body()), place));
    }
    answers.put(Regression.SECTIONS, sections);
    return answers;
  }

  private static FieldValue answer(String text, List<Span> spans) {
    return new FieldValue(Value.of(text), null, spans, null, null, Status.MACHINE, null, Map.of());
  }

  /** Lines as people write them, from 1, over blank lines: {@code 12-15,17}; {@code -} for none. */
  private static String ranges(LineTable table, List<Span> spans) {
    int[] lines = table.lines(spans);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.length; ) {
      int j = i;
      while (j + 1 < lines.length && table.nextWritten(lines[j]) == lines[j + 1]) {
        j++;
      }
      text.append(text.isEmpty() ? "" : ",").append(lines[i] + 1);
      if (j > i) {
        text.append('-').append(lines[j] + 1);
      }
      i = j + 1;
    }
    return text.isEmpty() ? "-" : text.toString();
  }
}
