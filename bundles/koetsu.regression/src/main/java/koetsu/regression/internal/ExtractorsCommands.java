package koetsu.regression.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import koetsu.review.ReviewSession;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Workbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.osgi.service.component.annotations.Component;

/** What a person does with bundles: installing, trusting, trying, comparing, pinning. */
@Component(service = CommandProvider.class)
public final class ExtractorsCommands implements CommandProvider {
  /** The command surface of the view. */
  static final String SURFACE = "regression.extractors";

  /** What the context menu shows, an empty text between groups. */
  static final List<String> CONTEXT =
      List.of(
          "extend.toggle",
          "extend.trust",
          "extend.on",
          "",
          "extend.try",
          "extend.versions",
          "extend.adopt",
          "extend.discard",
          "",
          "extend.install",
          "extend.update",
          "extend.remove",
          "",
          "extend.pin");

  private static final String MENU = "extend";

  @Override
  public List<Menu> menus() {
    return List.of(new Menu(MENU, Texts.of("extend.menu"), 600));
  }

  @Override
  public List<Command> commands(Workbench workbench) {
    return List.of(
        command(workbench, "toggle", 0, ExtractorsView::canToggle, ExtractorsView::toggle)
            .keys("S", "M1+M3+S"),
        command(workbench, "trust", 0, ExtractorsView::canTrust, ExtractorsView::trust)
            .keys("T", "M1+M3+T"),
        command(workbench, "on", 0, ExtractorsView::canSwitchOn, ExtractorsView::switchOn)
            .keys("O", "M1+M3+O"),
        file(workbench, "try", 1, ExtractorsView::canTry, ExtractorsView::tryFile)
            .keys("G", "M1+M3+G"),
        file(workbench, "versions", 1, v -> true, ExtractorsView::compare).keys("V", "M1+M3+V"),
        command(workbench, "adopt", 1, ExtractorsView::canAdopt, ExtractorsView::adopt)
            .keys("A", "M1+M3+A"),
        command(workbench, "discard", 1, ExtractorsView::canDiscard, ExtractorsView::discard)
            .keys("D", "M1+M3+D"),
        file(workbench, "install", 2, ExtractorsView::canInstall, ExtractorsView::install)
            .keys("I", "M1+M3+I"),
        file(workbench, "update", 2, ExtractorsView::canUpdate, ExtractorsView::install)
            .keys("U", "M1+M3+U"),
        command(workbench, "remove", 2, ExtractorsView::canRemove, ExtractorsView::remove)
            .keys("DEL"),
        command(workbench, "pin", 3, ExtractorsView::canPin, ExtractorsView::pin)
            .keys("P", "M1+M3+P"));
  }

  private static Command command(
      Workbench workbench,
      String verb,
      int group,
      Predicate<ExtractorsView> enabled,
      Consumer<ExtractorsView> action) {
    return Command.of(
            "extend." + verb,
            Texts.of("extend." + verb),
            () -> shown(workbench).filter(enabled).ifPresent(action))
        .on(SURFACE)
        .menu(MENU, group)
        .when(
            () ->
                view(workbench)
                    .map(enabled::test)
                    .orElseGet(() -> workbench.session(ReviewSession.class).isPresent()));
  }

  /** A command that begins with the choice of a file. */
  private static Command file(
      Workbench workbench,
      String verb,
      int group,
      Predicate<ExtractorsView> enabled,
      BiConsumer<ExtractorsView, Path> action) {
    return command(
        workbench,
        verb,
        group,
        enabled,
        view -> {
          FileDialog dialog = new FileDialog(workbench.shell(), SWT.OPEN);
          dialog.setText(Texts.of("extend." + verb));
          dialog.setFilterExtensions(new String[] {"*.jar;*.json"});
          String chosen = dialog.open();
          if (chosen != null) {
            action.accept(view, Path.of(chosen));
          }
        });
  }

  /** The view, opened where it is not. */
  private static Optional<ExtractorsView> shown(Workbench workbench) {
    if (view(workbench).isEmpty()) {
      workbench.execute("window.perspective." + ExtendPerspective.ID);
      workbench.showView(ExtractorsFactory.ID);
    }
    return view(workbench);
  }

  private static Optional<ExtractorsView> view(Workbench workbench) {
    return workbench.view(ExtractorsFactory.ID).map(ExtractorsView.class::cast);
  }
}
