package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import koetsu.api.document.SourceDocument;
import koetsu.api.profile.RecordKind;
import koetsu.api.profile.SectionType;
import koetsu.api.record.ParsedRecord;
import koetsu.project.DocumentState;
import koetsu.project.Note;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.workbench.Chooser;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Messages;
import koetsu.workbench.Workbench;
import org.osgi.service.component.annotations.Component;

/** What moves the places of values and the bounds of records and sections. */
@Component
public final class EditCommands implements CommandProvider {

  @Override
  public List<Command> commands(Workbench workbench) {
    List<Command> commands = new ArrayList<>();
    CommandBuilder add = new CommandBuilder(workbench, commands);
    edges(add);
    records(add);
    add.letter("value.unsure", EditCommands::unsure, "U")
        .when(EditCommands::hasRecord)
        .in(ReviewCommands.VALUE, 3, null);
    add.letter("value.sure", s -> RecordEdits.note(s, "", false), "M2+U")
        .when(EditCommands::hasNote)
        .in(ReviewCommands.VALUE, 3, null);
    add.letter("value.acceptalike", EditCommands::acceptAlike, "M2+A")
        .when(s -> s.isEditable() && !Alike.of(s).isEmpty())
        .in(ReviewCommands.VALUE, 0, null);
    add.letter("value.up", s -> s.move(-1), "M3+ARROW_UP")
        .when(s -> s.canMove(-1))
        .in(ReviewCommands.VALUE, 2, null);
    add.letter("value.down", s -> s.move(1), "M3+ARROW_DOWN")
        .when(s -> s.canMove(1))
        .in(ReviewCommands.VALUE, 2, null);
    add.edit("queue.accept", s -> decide(s, BulkDialog.Decision.ACCEPT), "M1+M2+CR")
        .when(EditCommands::hasRows)
        .in(ReviewCommands.VALUE, 0, null);
    add.edit("queue.reject", s -> decide(s, BulkDialog.Decision.REJECT), "M1+M2+DEL")
        .when(EditCommands::hasRows)
        .in(ReviewCommands.VALUE, 0, null);
    return commands;
  }

  private static boolean hasRows(ReviewSession session) {
    return session.isEditable()
        && queue(session).filter(q -> !q.chosenValues().isEmpty()).isPresent();
  }

  private static Optional<QueueView> queue(ReviewSession session) {
    return session.workbench().view(Views.QUEUE).map(QueueView.class::cast);
  }

  private static void decide(ReviewSession session, BulkDialog.Decision decision) {
    List<Selection> places = queue(session).orElseThrow().chosenValues();
    new BulkDialog(session, decision, places, () -> session.stepDoubtful(1)).open();
  }

  private static void edges(CommandBuilder add) {
    edge(add, "edge.back", EdgeMove.Unit.CHARACTER, -1, "[");
    edge(add, "edge.on", EdgeMove.Unit.CHARACTER, 1, "]");
    edge(add, "edge.wordback", EdgeMove.Unit.WORD, -1, "M1+[");
    edge(add, "edge.wordon", EdgeMove.Unit.WORD, 1, "M1+]");
    edge(add, "edge.lineback", EdgeMove.Unit.LINE, -1, "M3+[");
    edge(add, "edge.lineon", EdgeMove.Unit.LINE, 1, "M3+]");
    add.letter("edge.switch", ReviewSession::switchEdge, "\\")
        .when(EditCommands::hasRecord)
        .in(ReviewCommands.VALUE, 2, "edge");
    add.letter(
            "value.link",
            s -> ReviewCommands.selected(s).ifPresent(span -> SpanEdits.link(s, span)),
            "L")
        .when(
            s -> s.isEditable() && s.value().isPresent() && ReviewCommands.selected(s).isPresent())
        .in(ReviewCommands.VALUE, 2, null);
  }

  private static void edge(
      CommandBuilder add, String id, EdgeMove.Unit unit, int direction, String key) {
    add.letter(id, s -> SpanEdits.move(s, unit, direction), key)
        .when(SpanEdits::canMove)
        .in(ReviewCommands.VALUE, 2, null);
  }

  private static void records(CommandBuilder add) {
    add.letter("record.boundaryback", s -> RecordEdits.moveBoundary(s, -1), "{")
        .when(EditCommands::hasRecord)
        .in(ReviewCommands.RECORD, 1, null);
    add.letter("record.boundaryon", s -> RecordEdits.moveBoundary(s, 1), "}")
        .when(EditCommands::hasRecord)
        .in(ReviewCommands.RECORD, 1, null);
    add.letter("record.split", s -> caret(s).ifPresent(at -> RecordEdits.split(s, at)), "S")
        .when(s -> hasRecord(s) && caret(s).isPresent())
        .in(ReviewCommands.RECORD, 1, "split");
    add.letter("record.merge", RecordEdits::merge, "M")
        .when(EditCommands::hasRecord)
        .in(ReviewCommands.RECORD, 1, "merge");
    add.letter("section.retype", EditCommands::retype, "T")
        .when(s -> hasRecord(s) && caret(s).isPresent())
        .in(ReviewCommands.RECORD, 2, null);
    add.letter("record.parent", EditCommands::chooseParent, "M2+P")
        .when(EditCommands::hasRecord)
        .in(ReviewCommands.RECORD, 2, null);
    add.letter("record.kind", EditCommands::chooseKind, "M2+K")
        .when(EditCommands::hasRecord)
        .in(ReviewCommands.RECORD, 2, null);
    add.letter("record.draw", EditCommands::draw, "M2+N")
        .when(s -> s.isEditable() && ReviewCommands.selected(s).isPresent())
        .in(ReviewCommands.RECORD, 3, null);
    add.letter("record.reject", RecordEdits::reject, "M2+X")
        .when(EditCommands::hasRecord)
        .in(ReviewCommands.RECORD, 3, null);
  }

  private static boolean hasRecord(ReviewSession session) {
    return session.isEditable() && session.record().isPresent();
  }

  /** Code point of the caret in the document of the record. */
  private static OptionalInt caret(ReviewSession session) {
    return ReviewCommands.source(session)
        .filter(view -> view.source() != null)
        .filter(view -> view.source().name().equals(session.selection().document()))
        .map(view -> OptionalInt.of(view.caret()))
        .orElse(OptionalInt.empty());
  }

  private static DocumentState state(ReviewSession session) {
    return session
        .document(session.selection().document())
        .flatMap(OpenDocument::ready)
        .orElseThrow();
  }

  private static void draw(ReviewSession session) {
    SourceDocument document = ReviewCommands.source(session).orElseThrow().source();
    RecordEdits.draw(session, document, ReviewCommands.selected(session).orElseThrow());
  }

  private static void retype(ReviewSession session) {
    int caret = caret(session).orElseThrow();
    List<Chooser.Row<String>> rows = new ArrayList<>();
    for (SectionType type : session.profile().sections()) {
      rows.add(new Chooser.Row<>(type.id(), Messages.label(type.labels(), type.id()), type.id()));
    }
    if (RecordEdits.sectionAt(session.record().orElseThrow(), caret) >= 0) {
      rows.add(new Chooser.Row<>(null, Texts.of("section.none"), ""));
    }
    choose(session, "sections", "section.choose", rows, t -> RecordEdits.retype(session, caret, t));
  }

  private static void chooseKind(ReviewSession session) {
    List<Chooser.Row<String>> rows = new ArrayList<>();
    for (RecordKind kind : session.profile().kinds()) {
      rows.add(new Chooser.Row<>(kind.id(), Messages.label(kind.labels(), kind.id()), kind.id()));
    }
    choose(session, "kinds", "kind.choose", rows, k -> RecordEdits.setKind(session, k));
  }

  private static void chooseParent(ReviewSession session) {
    List<Chooser.Row<String>> rows = new ArrayList<>();
    ParsedRecord record = session.record().orElseThrow();
    DocumentState state = state(session);
    if (record.parent() != null) {
      rows.add(new Chooser.Row<>(null, Texts.of("parent.none"), ""));
    }
    // what stands nearest above comes first
    List<ParsedRecord> others = new ArrayList<>(state.records());
    int at = others.indexOf(record);
    List<ParsedRecord> order = new ArrayList<>(others.subList(0, at));
    java.util.Collections.reverse(order);
    order.addAll(others.subList(at + 1, others.size()));
    for (ParsedRecord other : order) {
      String name = ValueNames.of(other, session.profile());
      int line = state.document().lineAt(other.begin()).number() + 1;
      rows.add(
          new Chooser.Row<>(
              other.id(),
              name.isEmpty() ? Texts.of("record.unnamed") : name,
              Texts.of("row.line", line)));
    }
    choose(session, "parents", "parent.choose", rows, p -> RecordEdits.setParent(session, p));
  }

  private static void choose(
      ReviewSession session,
      String id,
      String hint,
      List<Chooser.Row<String>> rows,
      java.util.function.Consumer<String> chosen) {
    new Chooser<>(
        session.workbench().shell(),
        session.workbench().theme(),
        id,
        Texts.of(hint),
        typed ->
            rows.stream()
                .filter(row -> Chooser.holds(row.label() + " " + row.aside(), typed))
                .toList(),
        chosen);
  }

  // ---- doubt

  private static boolean hasNote(ReviewSession session) {
    return hasRecord(session) && note(session) != null;
  }

  /** The note on what the person is at, or null. */
  private static Note note(ReviewSession session) {
    Selection at = session.selection();
    return session
        .document(at.document())
        .flatMap(OpenDocument::surveyed)
        .flatMap(s -> Notes.on(s, at.record(), at.field(), session.value().orElse(null)))
        .orElse(null);
  }

  private static void unsure(ReviewSession session) {
    Note before = note(session);
    String what =
        session
            .value()
            .flatMap(
                v ->
                    session
                        .profile()
                        .field(session.selection().field())
                        .map(f -> ValueNames.spoken(f, v)))
            .orElseGet(() -> ValueNames.of(session.record().orElseThrow(), session.profile()));
    Prompt.open(
        session.workbench().shell(),
        session.workbench().theme(),
        "note",
        Texts.of("note.title", what),
        Texts.of("note.hint"),
        before == null ? "" : before.text(),
        text -> RecordEdits.note(session, text, true));
  }

  private static void acceptAlike(ReviewSession session) {
    new BulkDialog(
            session, BulkDialog.Decision.ACCEPT, Alike.of(session), () -> session.stepDoubtful(1))
        .open();
  }
}
