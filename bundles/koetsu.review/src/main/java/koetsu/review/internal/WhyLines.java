package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Region;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.pipeline.Explanation;
import koetsu.project.DocumentState;
import koetsu.review.ValueFormat;
import koetsu.workbench.Messages;

/** Says an explanation in the language of the window, from what is certain to what might be. */
final class WhyLines {
  private static final int WIDTH = 80;

  private final DocumentState state;
  private final SourceDocument document;
  private final Profile profile;

  WhyLines(DocumentState state, Profile profile) {
    this.state = state;
    this.document = state.document();
    this.profile = profile;
  }

  /** Where the place is: line, record or gap, sections, and how the layout was read. */
  String home(Explanation explanation) {
    Span place = explanation.place();
    List<String> parts = new ArrayList<>();
    parts.add(Texts.of("why.line", document.name(), line(place)));
    Optional<ParsedRecord> record =
        state.records().stream()
            .filter(r -> r.spans().stream().anyMatch(s -> s.overlaps(place)))
            .findFirst();
    if (record.isPresent()) {
      String name = ValueNames.of(record.get(), profile);
      parts.add(name.isEmpty() ? Texts.of("record.unnamed") : shortened(name));
    } else {
      parts.add(
          explanation.gap() == null
              ? Texts.of("why.norecord")
              : Texts.of("gap." + explanation.gap().kind()));
    }
    explanation.sections().stream()
        .map(Section::type)
        .distinct()
        .forEach(type -> parts.add(section(type)));
    explanation.regions().stream()
        .map(Region::role)
        .distinct()
        .forEach(role -> parts.add(Texts.of("why.role." + role.name().toLowerCase(Locale.ROOT))));
    return String.join(" · ", parts);
  }

  List<WhyLine> of(Explanation explanation) {
    List<WhyLine> lines = new ArrayList<>();
    decisions(explanation.place(), lines);
    explanation.values().forEach(r -> lines.add(value(r)));
    explanation
        .evidence()
        .forEach(
            r ->
                lines.add(
                    WhyLine.of(Texts.of("why.relied", label(r.field()), said(r)))
                        .by(r.value().extractor())
                        .about(r.field(), r.value())));
    explanation
        .failures()
        .forEach(
            f ->
                lines.add(
                    WhyLine.of(
                            Texts.of(
                                "why.missed", printed(f.place()), ProblemTexts.of(f.condition())))
                        .by(f.source())
                        .at(f.place())));
    if (!explanation.isSpokenOf()) {
      lines.add(WhyLine.of(Texts.of("why.unseen")));
    }
    if (!explanation.elsewhere().isEmpty()) {
      lines.add(
          WhyLine.of(Texts.of("why.elsewhere", explanation.elsewhere().size()))
              .with(
                  explanation.elsewhere().stream().map(this::reader).toList(),
                  !explanation.isSpokenOf()));
    }
    return lines;
  }

  /** What people said of the place; the machine's reasons follow. */
  private void decisions(Span place, List<WhyLine> lines) {
    for (ParsedRecord record : state.records()) {
      record
          .fields()
          .forEach(
              (field, values) ->
                  values.stream()
                      .filter(v -> v.status() != Status.MACHINE)
                      .filter(v -> v.spans().stream().anyMatch(s -> s.overlaps(place)))
                      .forEach(
                          v ->
                              lines.add(
                                  WhyLine.of(
                                          Texts.of(
                                              "why.decided",
                                              label(field),
                                              said(field, v.value()),
                                              Glyphs.text(v)))
                                      .about(field, v))));
    }
  }

  private WhyLine value(Explanation.Reading reading) {
    FieldValue value = reading.value();
    List<WhyLine> reasons = new ArrayList<>();
    Why why = value.why();
    if (why != null) {
      for (Evidence evidence : why.evidence()) {
        reasons.add(
            WhyLine.of(Texts.of("why.evidence", role(evidence), printed(evidence.span())))
                .at(evidence.span()));
      }
      if (why.steps().size() > 1) {
        reasons.add(
            WhyLine.of(
                    Texts.of(
                        "why.steps",
                        steps(reading).stream()
                            .map(WhyLines::shortened)
                            .collect(Collectors.joining(" → "))))
                .at(value.spans().isEmpty() ? null : value.spans().get(0)));
      }
      for (FieldValue loser : why.alternatives()) {
        reasons.add(
            WhyLine.of(
                    Texts.of("why.alternative", said(reading.field(), loser.value()))
                        + certainty(loser))
                .by(loser.extractor())
                .at(loser.spans().isEmpty() ? null : loser.spans().get(0)));
      }
    }
    return WhyLine.of(label(reading.field()) + "  " + said(reading) + certainty(value))
        .by(value.extractor())
        .about(reading.field(), value)
        .with(reasons, true);
  }

  private List<String> steps(Explanation.Reading reading) {
    return profile
        .field(reading.field())
        .map(field -> ValueFormat.steps(field, reading.value()))
        .orElse(reading.value().why().steps());
  }

  /** What a rule calls its evidence; one that this bundle does not know keeps its own word. */
  private static String role(Evidence evidence) {
    return Texts.orElse("why.as." + evidence.role().replace(' ', '-'), evidence.role());
  }

  private static String kind(Explanation.Reader reader) {
    return Texts.orElse("why.kind." + reader.kind(), reader.kind());
  }

  private WhyLine reader(Explanation.Reader reader) {
    String where =
        reader.where().stream().sorted().map(this::part).collect(Collectors.joining(", "));
    return WhyLine.of(
            Texts.of(
                where.isEmpty() ? "why.reader" : "why.reader.in",
                kind(reader),
                reader.times(),
                where))
        .by(reader.source());
  }

  /** A section type, in lower case, or the role of a region, in upper case. */
  private String part(String name) {
    for (Region.Role role : Region.Role.values()) {
      if (role.name().equals(name)) {
        return Texts.of("why.role." + name.toLowerCase(Locale.ROOT));
      }
    }
    return section(name);
  }

  private String section(String type) {
    return profile.section(type).map(s -> Messages.label(s.labels(), type)).orElse(type);
  }

  private String label(String field) {
    return profile.field(field).map(f -> Messages.label(f.labels(), field)).orElse(field);
  }

  private String said(Explanation.Reading reading) {
    return said(reading.field(), reading.value().value());
  }

  private String said(String field, Value value) {
    FieldDefinition definition = profile.field(field).orElse(null);
    return shortened(definition == null ? value.toString() : ValueFormat.line(definition, value));
  }

  private static String certainty(FieldValue value) {
    return value.confidence() == null ? "" : " · " + Texts.of("confidence", value.confidence());
  }

  /** The line of a place, as people count. */
  private String line(Span place) {
    return String.valueOf(document.lineAt(place.begin()).number() + 1);
  }

  private String printed(Span place) {
    return shortened(document.slice(place));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.codePointCount(0, line.length()) <= WIDTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDTH - 1)) + "…";
  }
}
