package koetsu.review.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import koetsu.review.ReviewSession;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.View;
import koetsu.workbench.Workbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.osgi.service.component.annotations.Component;

/** What a person does about other times, other reviewers and other editions. */
@Component
public final class HistoryCommands implements CommandProvider {
  private static final String MENU = "project";

  @Override
  public List<Menu> menus() {
    return List.of(new Menu(MENU, Texts.of("menu.project"), 500));
  }

  @Override
  public List<Command> commands(Workbench workbench) {
    List<Command> commands = new ArrayList<>();
    CommandBuilder add = new CommandBuilder(workbench, commands);
    add.edit("history.show", s -> workbench.showView(Views.HISTORY), "M1+H").in(MENU, 0, null);
    add.edit("history.now", ReviewSession::showNow, "M1+M2+H")
        .when(s -> s.past().isPresent())
        .in(MENU, 0, null);
    add.edit("conflicts.show", s -> workbench.showView(Views.CONFLICTS), "M1+M2+F5")
        .in(MENU, 1, null);
    add.edit("editions.show", s -> workbench.showView(Views.EDITIONS), "M1+M2+F6")
        .in(MENU, 2, null);
    add.edit("editions.replace", HistoryCommands::replaceSource, "M1+M2+F7")
        .when(ReviewSession::isEditable)
        .in(MENU, 2, null);

    Keys<HistoryView> history =
        new Keys<>(workbench, commands, HistoryView.class, Views.HISTORY, HistoryView.SURFACE);
    history.add("history.go", HistoryView::go, HistoryView::hasChoice, "CR");
    history.add("history.scope", HistoryView::switchScope, view -> true, "P");
    history.add("history.then", HistoryView::showThen, HistoryView::hasChoice, "T");
    history.add("history.return", HistoryView::returnThere, HistoryView::canReturn, "U");

    Keys<ConflictsView> conflicts =
        new Keys<>(
            workbench, commands, ConflictsView.class, Views.CONFLICTS, ConflictsView.SURFACE);
    conflicts.add("conflicts.go", ConflictsView::go, ConflictsView::hasChoice, "CR");
    conflicts.add("conflicts.first", v -> v.settle(false), ConflictsView::canSettle, "1");
    conflicts.add("conflicts.second", v -> v.settle(true), ConflictsView::canSettle, "2");

    Keys<EditionsView> editions =
        new Keys<>(workbench, commands, EditionsView.class, Views.EDITIONS, EditionsView.SURFACE);
    editions.add("editions.go", EditionsView::go, EditionsView::hasChoice, "CR");
    editions.add("editions.confirm", EditionsView::confirm, EditionsView::canConfirm, "A");
    editions.add("editions.lose", EditionsView::lose, EditionsView::canConfirm, "X");
    editions.add("editions.take", v -> take(workbench, v), EditionsView::canConfirm, "S");
    editions.add("editions.move", EditionsView::move, EditionsView::canConfirm, "M");
    return commands;
  }

  /** Collects commands whose keys work on one view. */
  private record Keys<V extends View>(
      Workbench workbench, List<Command> commands, Class<V> type, String view, String surface) {
    void add(String id, Consumer<V> action, Predicate<V> condition, String key) {
      commands.add(
          Command.of(id, Texts.of("command." + id), () -> open().ifPresent(action))
              .keys(CommandBuilder.withFallback(key))
              .on(surface)
              .when(() -> open().filter(condition).isPresent()));
    }

    private Optional<V> open() {
      return workbench.view(view).map(type::cast);
    }
  }

  private static void take(Workbench workbench, EditionsView view) {
    Sources.find(workbench, view.document())
        .flatMap(SourceView::selectedSpan)
        .ifPresentOrElse(view::take, () -> workbench.message(Texts.of("message.noselection")));
  }

  private static void replaceSource(ReviewSession session) {
    FileDialog dialog = new FileDialog(session.workbench().shell(), SWT.OPEN);
    dialog.setText(Texts.of("editions.choose"));
    String file = dialog.open();
    if (file != null) {
      session.replaceSource(Path.of(file));
    }
  }
}
