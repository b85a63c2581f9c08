package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.text.TextServices;
import koetsu.pipeline.Pipeline;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.ValueFormat;
import koetsu.workbench.Chooser;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Messages;
import koetsu.workbench.Workbench;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a reviewer does, with the keys of all day: a letter each on the source, the record and the
 * navigator.
 */
@Component
public final class ReviewCommands implements CommandProvider {
  /** The command surface of all views of the review. */
  /** All that the review shows: its keys only move. */
  static final String EVERYWHERE = "review";

  /** Where values and records are decided on. */
  static final String SURFACE = EVERYWHERE + ".records";

  static final String VALUE = "value";
  static final String RECORD = "record";

  private final Pipeline pipeline;
  private final TextServices text;

  /** With the plug-ins of the class path. */
  public ReviewCommands() {
    this(Shipped.PIPELINE, Shipped.TEXT);
  }

  @Activate
  public ReviewCommands(@Reference Pipeline pipeline, @Reference TextServices text) {
    this.pipeline = pipeline;
    this.text = text;
  }

  @Override
  public List<Menu> menus() {
    return List.of(
        new Menu(RECORD, Texts.of("menu.record"), 200),
        new Menu(VALUE, Texts.of("menu.value"), 300),
        new Menu("navigate", Texts.of("menu.navigate"), 400));
  }

  @Override
  public List<Command> commands(Workbench workbench) {
    List<Command> commands = new ArrayList<>();
    CommandBuilder add = new CommandBuilder(workbench, commands);
    add.edit("edit.undo", ReviewSession::undo, "M1+Z").when(s -> s.canUndo()).in("edit", 0, "undo");
    add.edit("edit.redo", ReviewSession::redo, "M1+Y", "M1+M2+Z")
        .when(s -> s.canRedo())
        .in("edit", 0, "redo");
    add.edit("edit.copy", ReviewCommands::copy, "M1+C")
        .when(s -> s.value().isPresent())
        .in("edit", 1, null);

    add.letter("value.accept", s -> decide(s, s::accept), "A", "CR", "NUMPAD_ENTER")
        .when(s -> s.isEditable() && isOpen(s))
        .in(VALUE, 0, "accept");
    add.letter("value.fix", ReviewCommands::fix, "E", "F2")
        .when(s -> s.isEditable() && s.selection().hasValue())
        .in(VALUE, 0, "fix");
    add.letter("value.reject", s -> decide(s, s::reject), "X", "DEL")
        .when(
            s -> s.isEditable() && s.value().filter(v -> v.status() != Status.REJECTED).isPresent())
        .in(VALUE, 0, "reject");
    for (FieldDefinition field : pipeline.profile().fields()) {
      String label = Texts.of("command.assign", Messages.label(field.labels(), field.id()));
      Command assign =
          Command.of(
                  "assign." + field.id(),
                  label,
                  () -> add.session().ifPresent(s -> assign(s, field)))
              .on(SURFACE)
              .menu(VALUE, 1)
              .when(
                  () ->
                      add.session()
                          .filter(s -> s.isEditable() && s.record().isPresent())
                          .isPresent());
      commands.add(
          field.key() == null ? assign : assign.keys(CommandBuilder.withFallback(field.key())));
    }

    add.edit("record.accept", ReviewSession::acceptRecord, "M1+CR")
        .when(s -> s.isEditable() && s.record().isPresent())
        .in(RECORD, 0, "record");
    add.edit("record.reopen", ReviewSession::reopenRecord, "M1+M3+CR")
        .when(s -> s.isEditable() && s.record().filter(ReviewSession::isReviewed).isPresent())
        .in(RECORD, 0, null);

    add.move("navigate.next", s -> s.stepValue(1), "J")
        .when(s -> s.record().isPresent())
        .in("navigate", 0, null);
    add.move("navigate.previous", s -> s.stepValue(-1), "K")
        .when(s -> s.record().isPresent())
        .in("navigate", 0, null);
    add.move("navigate.nextrecord", s -> s.stepRecord(1), "N").in("navigate", 1, "next");
    add.move("navigate.previousrecord", s -> s.stepRecord(-1), "P").in("navigate", 1, "previous");
    add.move("navigate.nextdoubt", s -> s.stepDoubtful(1), ".").in("navigate", 2, "doubt");
    add.move("navigate.previousdoubt", s -> s.stepDoubtful(-1), ",").in("navigate", 2, null);
    add.move("navigate.queue", s -> workbench.showView(Views.QUEUE), "Q").in("navigate", 2, null);
    add.move(
            "navigate.order",
            s -> workbench.view(Views.QUEUE).ifPresent(v -> ((QueueView) v).nextOrder()),
            "M2+Q")
        .when(s -> workbench.view(Views.QUEUE).isPresent())
        .in("navigate", 2, null);
    add.move("navigate.filter", ReviewCommands::filter, "/").in("navigate", 3, null);
    add.move("why.show", s -> workbench.showView(Views.WHY), "W").in("navigate", 4, null);
    add.flush();
    commands.add(
        Command.of(
                "why.go",
                Texts.of("command.why.go"),
                () -> workbench.view(Views.WHY).ifPresent(v -> ((WhyView) v).go()))
            .keys("CR")
            .on(WhyView.SURFACE)
            .when(() -> workbench.view(Views.WHY).isPresent()));
    add.edit("problems.fix", ReviewCommands::fixProblem, "M1+1")
        .when(s -> s.isEditable() && !problems(s).isEmpty())
        .in("edit", 3, null);
    commands.add(
        Command.of(
                "problems.go",
                Texts.of("command.problems.go"),
                () -> workbench.view(Views.PROBLEMS).ifPresent(v -> ((ProblemsView) v).go()))
            .keys("CR")
            .on(ProblemsView.SURFACE)
            .when(() -> workbench.view(Views.PROBLEMS).isPresent()));
    return commands;
  }

  /** The chosen problem where the keyboard is among them, else those of the record. */
  private static List<ProblemsView.Row> problems(ReviewSession session) {
    Optional<ProblemsView> view =
        session.workbench().view(Views.PROBLEMS).map(ProblemsView.class::cast);
    if (view.isPresent() && view.get().hasKeyboard()) {
      return view.get().chosen().stream().toList();
    }
    Selection at = session.selection();
    return at.record() == null
        ? List.of()
        : session
            .document(at.document())
            .flatMap(OpenDocument::surveyed)
            .flatMap(survey -> survey.entry(at.record()))
            .stream()
            .flatMap(entry -> entry.open().stream())
            .map(p -> new ProblemsView.Row(at.document(), p, false))
            .toList();
  }

  private static void fixProblem(ReviewSession session) {
    List<Chooser.Row<QuickFix>> rows = new ArrayList<>();
    List<ProblemsView.Row> problems = problems(session);
    for (ProblemsView.Row problem : problems) {
      for (QuickFix fix : QuickFix.of(session, problem.document(), problem.problem())) {
        String about =
            problems.size() == 1 ? "" : ProblemTexts.of(problem.problem().message()) + " — ";
        rows.add(new Chooser.Row<>(fix, about + fix.label(), ""));
      }
    }
    if (rows.isEmpty()) {
      session.workbench().message(Texts.of("fix.none"));
      return;
    }
    // the hint of the list goes as soon as it has the keyboard
    session.workbench().message(ProblemTexts.of(problems.get(0).problem().message()));
    new Chooser<>(
        session.workbench().shell(),
        session.workbench().theme(),
        "fixes",
        problems.size() == 1
            ? ProblemTexts.of(problems.get(0).problem().message())
            : Texts.of("fix.choose"),
        typed -> rows.stream().filter(row -> Chooser.holds(row.label(), typed)).toList(),
        fix -> fix.act().run());
  }

  /** Whoever works in the queue stays in it. */
  private static void decide(ReviewSession session, Runnable decision) {
    if (hasKeyboard(session.workbench())) {
      session.inQueue(decision);
    } else {
      decision.run();
    }
  }

  private static boolean hasKeyboard(Workbench workbench) {
    return workbench
        .view(Views.QUEUE)
        .map(QueueView.class::cast)
        .filter(queue -> queue.table().isFocusControl())
        .isPresent();
  }

  /** Narrows the queue where the keyboard is in it, else the navigator. */
  private static void filter(ReviewSession session) {
    Workbench workbench = session.workbench();
    Optional<QueueView> queue = workbench.view(Views.QUEUE).map(QueueView.class::cast);
    if (queue.isPresent() && queue.get().table().isFocusControl()) {
      queue.get().focusFilter();
    } else {
      workbench.showView(Views.NAVIGATOR);
      workbench.view(Views.NAVIGATOR).ifPresent(v -> ((NavigatorView) v).focusFilter());
    }
  }

  private static boolean isOpen(ReviewSession session) {
    return session
        .value()
        .filter(v -> v.status() == Status.MACHINE || v.status() == Status.REJECTED)
        .isPresent();
  }

  private static void fix(ReviewSession session) {
    edit(session, null);
  }

  /**
   * Opens the typed editor and gives the keyboard back afterwards.
   *
   * @param field the field that gets a new value, or null for the value the person is at
   */
  private static void edit(ReviewSession session, FieldDefinition field) {
    Control before = session.workbench().shell().getDisplay().getFocusControl();
    session.workbench().showView(Views.RECORD);
    session
        .workbench()
        .view(Views.RECORD)
        .map(v -> ((RecordView) v).form())
        .ifPresent(
            form -> {
              if (field == null) {
                form.edit(before);
              } else {
                form.add(field, before);
              }
            });
  }

  static Optional<SourceView> source(ReviewSession session) {
    return session
        .workbench()
        .activeDocument()
        .flatMap(session.workbench()::document)
        .filter(SourceView.class::isInstance)
        .map(SourceView.class::cast);
  }

  static Optional<Span> selected(ReviewSession session) {
    return source(session).flatMap(SourceView::selectedSpan);
  }

  /**
   * The selected text becomes a value of the field; where nothing is selected, the person types it.
   * A field that holds one value only gets another one, it does not get a second.
   */
  private void assign(ReviewSession session, FieldDefinition field) {
    Optional<SourceView> view =
        source(session).filter(v -> v.source().name().equals(session.selection().document()));
    Optional<Span> span =
        view.flatMap(v -> v.selectedSpan().map(s -> trimmed(v.source(), s)))
            .filter(s -> !s.isEmpty());
    boolean replaces = !field.many() && chooseLive(session, field);
    if (span.isEmpty()) {
      edit(session, replaces ? null : field);
      return;
    }
    SourceDocument document = view.orElseThrow().source();
    Value value =
        new ValueReader(text).select(field, document, span.get(), session.tokens(document));
    String printed = document.slice(span.get());
    if (replaces) {
      session.correct(value, printed, List.of(span.get()));
    } else {
      session.add(field.id(), value, printed, List.of(span.get()));
    }
  }

  /** Goes to the value of a field that counts; says whether there is one. */
  private static boolean chooseLive(ReviewSession session, FieldDefinition field) {
    List<FieldValue> values = session.record().orElseThrow().values(field.id());
    Selection at = session.selection();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).status() != Status.REJECTED) {
        session.select(new Selection(at.document(), at.record(), field.id(), i), false);
        return true;
      }
    }
    return false;
  }

  /** Without the white space that a hasty selection takes along. */
  private static Span trimmed(SourceDocument document, Span span) {
    String selected = document.slice(span);
    int leading = selected.length() - selected.stripLeading().length();
    int trailing = selected.length() - selected.stripTrailing().length();
    if (leading + trailing >= selected.length()) {
      return new Span(span.begin(), span.begin());
    }
    int begin = document.utf16(span.begin()) + leading;
    return document.span(begin, begin + selected.length() - leading - trailing);
  }

  /** The value, its printed text and where it stands, for pasting elsewhere. */
  private static void copy(ReviewSession session) {
    Optional<Span> selected = selected(session);
    FieldValue value = session.value().orElseThrow();
    FieldDefinition field = session.profile().field(session.selection().field()).orElseThrow();
    String content =
        selected.isPresent()
            ? source(session).orElseThrow().source().slice(selected.get())
            : ValueFormat.line(field, value.value());
    Clipboard clipboard = new Clipboard(session.workbench().shell().getDisplay());
    clipboard.setContents(new Object[] {content}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }
}
