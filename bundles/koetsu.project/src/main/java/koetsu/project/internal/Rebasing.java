package koetsu.project.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.project.Change;
import koetsu.project.Note;
import koetsu.project.drift.Anchor;
import koetsu.project.drift.Drift;
import koetsu.project.drift.Outcome;
import koetsu.project.drift.Placement;
import koetsu.project.drift.Rebase;
import koetsu.records.DocumentInfo;

/** Moves what is kept of a document to another edition of it. */
final class Rebasing {
  private final Kept kept;

  Rebasing(Kept kept) {
    this.kept = kept;
  }

  /**
   * Proposes places in another edition.
   *
   * @param old text of the edition that was decided on, or null where nobody has it any more: then
   *     every place is lost
   */
  Rebase propose(String old, SourceDocument fresh) {
    List<Anchor> anchors = anchors();
    List<Placement> placements =
        old == null
            ? anchors.stream().map(a -> new Placement(a, Outcome.LOST, 0, true, List.of())).toList()
            : Drift.place(old, fresh.text(), anchors);
    return new Rebase(kept.document(), DocumentInfo.of(fresh), placements);
  }

  private List<ParsedRecord> records() {
    return kept.records().stream()
        .sorted(Comparator.comparingInt(ParsedRecord::begin).thenComparing(ParsedRecord::id))
        .toList();
  }

  private List<Anchor> anchors() {
    List<Anchor> anchors = new ArrayList<>();
    for (ParsedRecord record : records()) {
      String id = record.id();
      add(anchors, new Anchor(id, Anchor.Part.EXTENT, null, 0, record.spans()));
      record
          .fields()
          .forEach(
              (field, values) -> {
                for (int i = 0; i < values.size(); i++) {
                  add(anchors, new Anchor(id, Anchor.Part.VALUE, field, i, values.get(i).spans()));
                }
              });
      for (int i = 0; i < record.sections().size(); i++) {
        Section section = record.sections().get(i);
        add(anchors, new Anchor(id, Anchor.Part.HEADING, null, i, section.heading()));
        add(anchors, new Anchor(id, Anchor.Part.BODY, null, i, section.body()));
      }
    }
    for (int i = 0; i < kept.empty().size(); i++) {
      anchors.add(new Anchor(null, Anchor.Part.EMPTY, null, i, List.of(kept.empty().get(i))));
    }
    return anchors;
  }

  private static void add(List<Anchor> anchors, Anchor anchor) {
    if (!anchor.spans().isEmpty()) {
      anchors.add(anchor);
    }
  }

  /**
   * What does a proposal. A record with a place that a person has not confirmed is under review
   * again, and so out of the gold; a note at each such value says how it read before.
   */
  List<Change> changes(Rebase rebase, SourceDocument fresh) {
    Map<Anchor, Placement> placements = new HashMap<>();
    rebase.placements().forEach(p -> placements.put(p.anchor(), p));
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.OfEdition(rebase.from(), rebase.to()));
    for (ParsedRecord record : records()) {
      Moved moved = new Moved(record, placements, fresh);
      ParsedRecord after = moved.record();
      if (!after.equals(record)) {
        changes.add(new Change.OfRecord(rebase.to(), record.id(), record, after));
      }
      moved.notes().forEach(n -> changes.add(note(rebase.to(), after, n)));
    }
    for (int i = 0; i < kept.empty().size(); i++) {
      Span stretch = kept.empty().get(i);
      List<Span> placed =
          placements.get(new Anchor(null, Anchor.Part.EMPTY, null, i, List.of(stretch))).spans();
      Span after = placed.isEmpty() ? null : placed.get(0);
      if (!stretch.equals(after)) {
        changes.add(new Change.OfRegion(rebase.to(), stretch, after));
      }
    }
    return changes;
  }

  private Change note(DocumentInfo document, ParsedRecord record, Remark remark) {
    Note before = kept.note(Place.of(record.id(), remark.field(), remark.old()));
    Note there =
        before == null
            ? null
            : Note.of(record.id(), remark.field(), remark.value(), before.text(), before.unsure());
    String text = before == null ? remark.text() : before.text() + "\n" + remark.text();
    return new Change.OfNote(
        document,
        record.id(),
        record.spans(),
        there,
        Note.of(record.id(), remark.field(), remark.value(), text.strip(), true));
  }

  /** What is to be noted at a value that reads differently now, or is not there any more. */
  private record Remark(String field, FieldValue old, FieldValue value, String text) {}

  /** A record in the new edition. */
  private static final class Moved {
    private final ParsedRecord old;
    private final Map<Anchor, Placement> placements;
    private final SourceDocument fresh;
    private final List<Remark> remarks = new ArrayList<>();
    private boolean asks;

    Moved(ParsedRecord old, Map<Anchor, Placement> placements, SourceDocument fresh) {
      this.old = old;
      this.placements = placements;
      this.fresh = fresh;
    }

    List<Remark> notes() {
      return remarks;
    }

    ParsedRecord record() {
      List<Span> spans = place(Anchor.Part.EXTENT, null, 0, old.spans());
      Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
      old.fields()
          .forEach(
              (field, values) -> {
                List<FieldValue> moved = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                  FieldValue value = value(field, i, values.get(i));
                  if (value != null) {
                    moved.add(value);
                  }
                }
                fields.put(field, moved);
              });
      List<Section> sections = new ArrayList<>();
      for (int i = 0; i < old.sections().size(); i++) {
        Section section = old.sections().get(i);
        List<Span> heading = place(Anchor.Part.HEADING, null, i, section.heading());
        List<Span> body = place(Anchor.Part.BODY, null, i, section.body());
        if (!heading.isEmpty() || !body.isEmpty()) {
          sections.add(new Section(section.type(), heading, body, section.extra()));
        }
      }
      ParsedRecord moved = old.withSpans(spans).withFields(fields).withSections(sections);
      boolean isGold = old.state() == RecordState.REVIEWED || old.state() == RecordState.LOCKED;
      return asks && isGold
          ? Records.withoutEmptyFields(moved.withState(RecordState.IN_REVIEW))
          : moved;
    }

    private List<Span> place(Anchor.Part part, String field, int index, List<Span> spans) {
      if (spans.isEmpty()) {
        return spans;
      }
      Placement placement = placements.get(new Anchor(old.id(), part, field, index, spans));
      asks |= placement.asks();
      return placement.spans();
    }

    /** The value in its new place; a machine's value without a place goes, a decision stays. */
    private FieldValue value(String field, int index, FieldValue value) {
      if (value.spans().isEmpty()) {
        return value;
      }
      List<Span> spans = place(Anchor.Part.VALUE, field, index, value.spans());
      if (spans.isEmpty() && value.status() == Status.MACHINE) {
        return null;
      }
      String text =
          spans.isEmpty() ? null : fresh.slice(spans.get(0).cover(spans.get(spans.size() - 1)));
      FieldValue moved =
          new FieldValue(
              value.value(),
              value.text() == null ? null : text,
              spans,
              value.confidence(),
              value.extractor(),
              value.status(),
              value.why(),
              value.extra());
      boolean unsure =
          placements
              .get(new Anchor(old.id(), Anchor.Part.VALUE, field, index, value.spans()))
              .asks();
      if (unsure && value.status() != Status.MACHINE) {
        remarks.add(
            new Remark(
                field,
                value,
                moved,
                "“" + value.text() + "” → " + (text == null ? "∅" : "“" + text + "”")));
      }
      return moved;
    }
  }
}
