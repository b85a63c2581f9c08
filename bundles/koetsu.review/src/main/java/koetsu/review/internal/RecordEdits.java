package koetsu.review.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.project.DocumentState;
import koetsu.project.EventType;
import koetsu.project.Project;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;

/** Changes what a record is made of: its lines, its sections, what it is a part of. */
final class RecordEdits {
  /** Lines that change from one record to another are one step of undo. */
  private static final String BOUNDARY = EventType.BULK + ".extent";

  private RecordEdits() {}

  private static DocumentState state(ReviewSession session) {
    return session
        .document(session.selection().document())
        .flatMap(OpenDocument::ready)
        .orElseThrow();
  }

  // ---- boundaries

  /** Moves the active edge of the record by a line; lines of another record change hands. */
  static void moveBoundary(ReviewSession session, int direction) {
    ParsedRecord record = session.record().orElseThrow();
    DocumentState state = state(session);
    boolean end = session.isEndActive();
    List<Span> spans = new ArrayList<>(record.spans());
    if (spans.isEmpty()) {
      session.workbench().message(Texts.of("message.norecordplace"));
      return;
    }
    int at = end ? spans.size() - 1 : 0;
    Span old = spans.get(at);
    int edge = lineEdge(state.document(), end ? old.end() : old.begin(), end, direction);
    boolean gone = end ? edge <= old.begin() : edge >= old.end();
    if (edge < 0 || gone && spans.size() == 1) {
      session.workbench().message(Texts.of("message.edge"));
      return;
    }
    if (gone) {
      spans.remove(at);
    } else {
      spans.set(at, end ? new Span(old.begin(), edge) : new Span(edge, old.end()));
    }
    boolean grows = end == direction > 0;
    Span taken = grows ? (end ? new Span(old.end(), edge) : new Span(edge, old.begin())) : null;
    Map<String, List<Span>> changes = new LinkedHashMap<>();
    changes.put(record.id(), spans);
    for (ParsedRecord other : grows ? state.records() : List.<ParsedRecord>of()) {
      if (!isFamily(state, record, other)
          && other.spans().stream().anyMatch(s -> s.overlaps(taken))) {
        List<Span> rest = without(other.spans(), taken);
        if (rest.isEmpty()) {
          session.workbench().message(Texts.of("message.lastline"));
          return;
        }
        changes.put(other.id(), rest);
      }
    }
    Project project = session.project();
    String document = state.document().name();
    Project.Edits edits =
        () -> {
          for (Map.Entry<String, List<Span>> change : changes.entrySet()) {
            project.setExtent(document, change.getKey(), change.getValue());
          }
        };
    boolean made =
        changes.size() == 1
            ? session.edit(document, edits)
            : session.editTogether(BOUNDARY, List.of(document), edits);
    if (made) {
      session.select(Selection.of(document, record.id()), false);
      int shown = gone ? old.begin() : end ? Math.max(old.begin(), edge - 1) : edge;
      Sources.show(session.workbench(), document, new Span(shown, shown));
    }
  }

  /** The next place in a direction where a record may end or begin, or -1. */
  private static int lineEdge(SourceDocument document, int edge, boolean end, int direction) {
    int number = document.lineAt(edge).number();
    for (int i = number + (direction > 0 ? 0 : 1); i >= 0; i += direction) {
      if (i < document.lines().size()) {
        Span line = document.lines().get(i).span();
        int target = end ? line.end() : line.begin();
        if (direction > 0 ? target > edge : target < edge) {
          return target;
        }
      } else if (direction > 0) {
        return -1;
      }
    }
    return -1;
  }

  private static List<Span> without(List<Span> spans, Span taken) {
    List<Span> rest = new ArrayList<>();
    for (Span span : spans) {
      Span before =
          new Span(span.begin(), Math.max(span.begin(), Math.min(span.end(), taken.begin())));
      Span after = new Span(Math.min(span.end(), Math.max(span.begin(), taken.end())), span.end());
      if (!span.overlaps(taken)) {
        rest.add(span);
      } else {
        List.of(before, after).stream().filter(s -> !s.isEmpty()).forEach(rest::add);
      }
    }
    return rest;
  }

  /** Whether one record is a part of the other, however far down: such share lines. */
  private static boolean isFamily(DocumentState state, ParsedRecord one, ParsedRecord other) {
    return isWithin(state, one, other.id()) || isWithin(state, other, one.id());
  }

  private static boolean isWithin(DocumentState state, ParsedRecord record, String ancestor) {
    Optional<ParsedRecord> at = Optional.of(record);
    for (int depth = 0; at.isPresent() && depth < 32; depth++) {
      if (at.get().id().equals(ancestor)) {
        return true;
      }
      at = at.map(ParsedRecord::parent).flatMap(state::record);
    }
    return false;
  }

  // ---- split, merge, parent, kind

  /** Cuts the record before the line of the caret and goes to the new half. */
  static void split(ReviewSession session, int caret) {
    Selection at = session.selection();
    String[] second = new String[1];
    if (session.edit(
        at.document(),
        () -> second[0] = session.project().split(at.document(), at.record(), caret))) {
      session.select(Selection.of(at.document(), second[0]), true);
      session.workbench().message(Texts.of("message.split"));
    }
  }

  /** Joins the record to the one above it. */
  static void merge(ReviewSession session) {
    Selection at = session.selection();
    List<ParsedRecord> records = state(session).records();
    int index = records.stream().map(ParsedRecord::id).toList().indexOf(at.record());
    if (index < 1) {
      session.workbench().message(Texts.of("message.nothingabove"));
      return;
    }
    String above = records.get(index - 1).id();
    if (session.edit(
        at.document(), () -> session.project().merge(at.document(), above, at.record()))) {
      session.select(Selection.of(at.document(), above), true);
      session.workbench().message(Texts.of("message.merged"));
    }
  }

  static void setParent(ReviewSession session, String parent) {
    Selection at = session.selection();
    session.edit(
        at.document(), () -> session.project().setParent(at.document(), at.record(), parent));
  }

  static void setKind(ReviewSession session, String kind) {
    Selection at = session.selection();
    session.edit(at.document(), () -> session.project().setKind(at.document(), at.record(), kind));
  }

  /** Says that the record is none, and goes to the next one. */
  static void reject(ReviewSession session) {
    Selection at = session.selection();
    List<ParsedRecord> records = state(session).records();
    int index = records.stream().map(ParsedRecord::id).toList().indexOf(at.record());
    if (session.edit(
        at.document(), () -> session.project().rejectRecord(at.document(), at.record()))) {
      List<ParsedRecord> rest = state(session).records();
      session.select(
          rest.isEmpty()
              ? new Selection(at.document(), null, null, 0)
              : Selection.of(at.document(), rest.get(Math.min(index, rest.size() - 1)).id()),
          true);
    }
  }

  /** Draws a record over whole lines that no other record has. */
  static void draw(ReviewSession session, SourceDocument document, Span selected) {
    Span lines =
        new Span(
            document.lineAt(selected.begin()).span().begin(),
            document.lineAt(Math.max(selected.begin(), selected.end() - 1)).span().end());
    String kind = session.profile().kinds().get(0).id();
    String[] drawn = new String[1];
    if (session.edit(
        document.name(),
        () -> drawn[0] = session.project().addRecord(document.name(), kind, List.of(lines)))) {
      session.select(Selection.of(document.name(), drawn[0]), true);
    }
  }

  // ---- sections

  /** Index of the innermost section that holds a code point, or -1. */
  static int sectionAt(ParsedRecord record, int offset) {
    int found = -1;
    for (int i = 0; i < record.sections().size(); i++) {
      Section section = record.sections().get(i);
      if (holds(section.heading(), offset) || holds(section.body(), offset)) {
        found = i;
      }
    }
    return found;
  }

  private static boolean holds(List<Span> spans, int offset) {
    return spans.stream().anyMatch(s -> s.contains(offset) || s.end() == offset);
  }

  /**
   * Gives the section at the caret another type. Where none is, the line of the caret becomes the
   * heading of one that goes on to the next heading or the end of the record.
   *
   * @param type id of a section type, or null to take the section away
   */
  static void retype(ReviewSession session, int caret, String type) {
    ParsedRecord record = session.record().orElseThrow();
    List<Section> sections = new ArrayList<>(record.sections());
    int at = sectionAt(record, caret);
    if (at >= 0) {
      Section old = sections.remove(at);
      if (type != null) {
        sections.add(at, new Section(type, old.heading(), old.body(), old.extra()));
      }
    } else if (type != null) {
      sections.add(opened(state(session).document(), record, caret, type));
      sections.sort((a, b) -> Integer.compare(begin(a), begin(b)));
    }
    String document = session.selection().document();
    session.edit(document, () -> session.project().setSections(document, record.id(), sections));
  }

  private static Section opened(
      SourceDocument document, ParsedRecord record, int caret, String type) {
    Line line = document.lineAt(caret);
    int end =
        record.spans().stream()
            .filter(s -> s.contains(line.span().begin()))
            .map(Span::end)
            .findFirst()
            .orElse(line.span().end());
    for (Section other : record.sections()) {
      if (begin(other) > line.span().begin()) {
        end = Math.min(end, begin(other));
      }
    }
    int next = line.number() + 1;
    int from = next < document.lines().size() ? document.lines().get(next).span().begin() : end;
    List<Span> body = List.of();
    if (from < end) {
      String rest = document.slice(new Span(from, end));
      int kept = rest.stripTrailing().codePointCount(0, rest.stripTrailing().length());
      body = kept == 0 ? List.of() : List.of(new Span(from, from + kept));
    }
    return new Section(type, List.of(line.span()), body);
  }

  private static int begin(Section section) {
    int begin = Integer.MAX_VALUE;
    for (List<Span> part : List.of(section.heading(), section.body())) {
      for (Span span : part) {
        begin = Math.min(begin, span.begin());
      }
    }
    return begin;
  }

  // ---- doubt

  /**
   * Marks the value the person is at, else the record, as unsure.
   *
   * @param text what to say about it; may be empty
   * @param unsure false takes the mark away, and with an empty text the note
   */
  static void note(ReviewSession session, String text, boolean unsure) {
    Selection at = session.selection();
    session.edit(
        at.document(),
        () ->
            session
                .project()
                .note(
                    at.document(),
                    at.record(),
                    session.value().isPresent() ? at.field() : null,
                    session.value().orElse(null),
                    text,
                    unsure));
  }
}
