package koetsu.regression.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugInJar;
import koetsu.review.ReviewSession;
import koetsu.review.ValueFormat;
import koetsu.workbench.Jobs;
import koetsu.workbench.Messages;

/** What two versions of a bundle say about a document. */
final class VersionsJob {
  /**
   * A document as the machine reads it with today's version and with the other.
   *
   * @param profile of the side with more fields
   */
  record Sides(String document, Profile profile, ParsedDocument today, ParsedDocument other) {}

  /**
   * A field of a record on both sides.
   *
   * @param today values of today's version, one a line; empty for none
   * @param rule whose word they are, today's first
   */
  record Row(String field, String today, String other, String rule, boolean differs) {}

  private VersionsJob() {}

  /** Thread: a background one. */
  static Sides run(ReviewSession session, PlugInJar jar, String document, Jobs.Progress progress)
      throws Exception {
    var file = session.document(document).orElseThrow().file();
    ParsedDocument today = session.machine(file, progress);
    try (Pipeline.Variant variant = session.pipeline().with(List.of(jar))) {
      ParsedDocument other = variant.pipeline().run(today.document());
      return new Sides(document, variant.pipeline().profile(), today, other);
    }
  }

  /**
   * The fields of the record at a place that the bundle speaks of, or that differ.
   *
   * @param place where the record in focus begins
   */
  static List<Row> rows(Sides sides, String bundle, int place) {
    ParsedRecord today = at(sides.today(), place);
    ParsedRecord other = at(sides.other(), place);
    List<Row> rows = new ArrayList<>();
    for (FieldDefinition field : sides.profile().fields()) {
      List<FieldValue> left = today == null ? List.of() : today.values(field.id());
      List<FieldValue> right = other == null ? List.of() : other.values(field.id());
      boolean differs = !said(left).equals(said(right));
      boolean own = isOf(left, bundle) || isOf(right, bundle);
      if (differs || own) {
        List<FieldValue> both = new ArrayList<>(left);
        both.addAll(right);
        rows.add(
            new Row(
                Messages.label(field.labels(), field.id()),
                text(field, left),
                text(field, right),
                both.stream()
                    .map(FieldValue::extractor)
                    .distinct()
                    .collect(Collectors.joining(", ")),
                differs));
      }
    }
    return rows;
  }

  private static ParsedRecord at(ParsedDocument document, int place) {
    Span point = new Span(place, place + 1);
    return document.records().stream()
        .filter(r -> r.spans().stream().anyMatch(point::overlaps))
        .findFirst()
        .orElse(null);
  }

  private static List<List<Object>> said(List<FieldValue> values) {
    return values.stream().<List<Object>>map(v -> List.of(v.value(), v.spans())).toList();
  }

  private static boolean isOf(List<FieldValue> values, String bundle) {
    return values.stream().anyMatch(v -> v.extractor().startsWith(bundle + "/"));
  }

  private static String text(FieldDefinition field, List<FieldValue> values) {
    return values.stream()
        .map(v -> ValueFormat.line(field, v.value()))
        .collect(Collectors.joining(" · "));
  }
}
