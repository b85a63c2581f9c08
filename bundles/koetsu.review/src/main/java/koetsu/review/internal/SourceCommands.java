package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.project.DocumentState;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.ValueFormat;
import koetsu.workbench.Chooser;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Messages;
import koetsu.workbench.Preferences;
import koetsu.workbench.Workbench;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.osgi.service.component.annotations.Component;

/** Finding and reading: in one text, over the project, and in the guide. */
@Component
public final class SourceCommands implements CommandProvider {
  private static final int MOST_HITS = 500;
  private static final int LONGEST_HIT = 90;

  @Override
  public List<Command> commands(Workbench workbench) {
    List<Command> commands = new ArrayList<>();
    CommandBuilder add = new CommandBuilder(workbench, commands);
    add.edit("source.find", s -> source(s).ifPresent(v -> v.find().open()), "M1+F")
        .when(s -> source(s).isPresent())
        .in("edit", 2, "search");
    add.edit("source.findnext", s -> source(s).ifPresent(v -> v.find().step(1)), "F3")
        .when(s -> source(s).isPresent())
        .in("edit", 2, null);
    add.edit("source.findprevious", s -> source(s).ifPresent(v -> v.find().step(-1)), "M2+F3")
        .when(s -> source(s).isPresent())
        .in("edit", 2, null);
    add.edit("project.search", SourceCommands::search, "M1+G").in("edit", 2, null);
    add.edit("edit.copywithsource", SourceCommands::copyWithSource, "M1+M3+C")
        .when(s -> s.value().isPresent())
        .in("edit", 1, null);
    add.edit("source.line", SourceCommands::askLine, "M1+L")
        .when(s -> source(s).isPresent())
        .in("navigate", 3, null);
    add.letter("navigate.record", SourceCommands::chooseRecord, "O").in("navigate", 1, null);
    add.letter("source.fold", s -> source(s).ifPresent(SourceView::switchFold), "F")
        .when(s -> source(s).isPresent() && s.record().isPresent())
        .in("navigate", 5, null);
    add.letter("source.foldall", s -> source(s).ifPresent(SourceView::switchFolds), "M2+F")
        .when(s -> source(s).isPresent())
        .in("navigate", 5, null);
    add.edit("source.wrap", s -> source(s).ifPresent(SourceView::switchWrap), "M3+Z")
        .when(s -> source(s).isPresent())
        .in("window", 5, null);
    add.edit("source.larger", s -> zoom(s, 10), "M1+=").in("window", 5, null);
    add.edit("source.smaller", s -> zoom(s, -10), "M1+-").in("window", 5, null);
    add.edit("source.normal", s -> zoom(s, 0), "M1+0").in("window", 5, null);
    add.move("guide.field", SourceCommands::guide, "G").in("navigate", 4, null);
    commands.add(
        Command.of(
                "guide.open",
                Texts.of("command.guide.open"),
                () -> {
                  workbench.showView(Views.GUIDE);
                  workbench.view(Views.GUIDE).ifPresent(v -> ((GuideView) v).open("index"));
                })
            .keys("M2+F1")
            .menu("help", 0)
            .when(() -> workbench.session(ReviewSession.class).isPresent()));
    return commands;
  }

  private static Optional<SourceView> source(ReviewSession session) {
    return ReviewCommands.source(session).filter(view -> view.source() != null);
  }

  private static void askLine(ReviewSession session) {
    SourceView view = source(session).orElseThrow();
    int now = view.source().lineAt(view.caret()).number() + 1;
    Prompt.open(
        session.workbench().shell(),
        session.workbench().theme(),
        "line",
        Texts.of("line.title", view.source().lines().size()),
        "",
        String.valueOf(now),
        text -> {
          try {
            view.goToLine(Integer.parseInt(text.strip()));
          } catch (NumberFormatException e) {
            session.workbench().message(Texts.of("line.wrong", text));
          }
        });
  }

  private static void zoom(ReviewSession session, int by) {
    Preferences preferences = session.workbench().preferences();
    int percent = by == 0 ? 100 : preferences.number(SourceView.ZOOM, 100) + by;
    preferences.put(SourceView.ZOOM, String.valueOf(Math.max(60, Math.min(250, percent))));
    for (OpenDocument document : session.documents()) {
      session
          .workbench()
          .document(document.name())
          .filter(SourceView.class::isInstance)
          .ifPresent(view -> ((SourceView) view).zoom());
    }
  }

  // ---- over the project

  private static void chooseRecord(ReviewSession session) {
    List<Chooser.Row<Selection>> rows = new ArrayList<>();
    for (OpenDocument document : session.documents()) {
      for (ParsedRecord record : document.ready().map(DocumentState::records).orElse(List.of())) {
        String name = ValueNames.of(record, session.profile());
        rows.add(
            new Chooser.Row<>(
                Selection.of(document.name(), record.id()),
                name.isEmpty() ? Texts.of("record.unnamed") : name,
                document.name()));
      }
    }
    new Chooser<>(
        session.workbench().shell(),
        session.workbench().theme(),
        "records",
        Texts.of("records.choose"),
        typed ->
            rows.stream()
                .filter(row -> Chooser.holds(row.label() + " " + row.aside(), typed))
                .toList(),
        place -> session.select(place, true));
  }

  /** A line that holds what is looked for. */
  private record Hit(String document, Span span) {}

  private static void search(ReviewSession session) {
    new Chooser<>(
        session.workbench().shell(),
        session.workbench().theme(),
        "search",
        Texts.of("search.hint"),
        typed -> typed.length() < 2 ? List.of() : hits(session, typed),
        hit -> session.reveal(hit.document(), null, null, hit.span()));
  }

  private static List<Chooser.Row<Hit>> hits(ReviewSession session, String typed) {
    List<Chooser.Row<Hit>> rows = new ArrayList<>();
    for (OpenDocument document : session.documents()) {
      SourceDocument source = document.source();
      if (source == null) {
        continue;
      }
      Matcher matcher = FindBar.pattern(typed).matcher(source.text());
      while (rows.size() < MOST_HITS && matcher.find()) {
        Span span = source.span(matcher.start(), matcher.end());
        Line line = source.lineAt(span.begin());
        rows.add(
            new Chooser.Row<>(
                new Hit(document.name(), span),
                around(source, line, matcher.start()),
                document.name() + ":" + (line.number() + 1)));
      }
    }
    return rows;
  }

  /** The line of a hit, without what would push the hit out of sight. */
  private static String around(SourceDocument source, Line line, int hit) {
    int begin = source.utf16(line.span().begin());
    int end = source.utf16(line.span().end());
    int from = Math.max(begin, hit - LONGEST_HIT / 4);
    if (from > begin && Character.isLowSurrogate(source.text().charAt(from))) {
      from--;
    }
    return (from > begin ? "…" : "") + source.text().substring(from, Math.max(from, end)).strip();
  }

  // ---- clipboard and guide

  /** The value as it counts, as it is printed, and where. */
  private static void copyWithSource(ReviewSession session) {
    FieldValue value = session.value().orElseThrow();
    FieldDefinition field = session.profile().field(session.selection().field()).orElseThrow();
    StringBuilder content = new StringBuilder();
    content.append(Messages.label(field.labels(), field.id())).append(": ");
    content.append(ValueFormat.line(field, value.value()));
    if (!value.spans().isEmpty()) {
      SourceDocument source =
          session.document(session.selection().document()).map(OpenDocument::source).orElseThrow();
      content.append(System.lineSeparator()).append("「").append(value.text()).append("」 ");
      content.append(source.name()).append(':');
      content.append(source.lineAt(value.spans().get(0).begin()).number() + 1);
    }
    Clipboard clipboard = new Clipboard(session.workbench().shell().getDisplay());
    clipboard.setContents(
        new Object[] {content.toString()}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  /** The guideline of the field in focus, else of records. */
  private static void guide(ReviewSession session) {
    Workbench workbench = session.workbench();
    workbench.showView(Views.GUIDE);
    String field = session.selection().field();
    workbench
        .view(Views.GUIDE)
        .ifPresent(v -> ((GuideView) v).open(field == null ? "labelling" : "fields/" + field));
  }
}
