package koetsu.regression.internal;

import java.util.List;
import java.util.Optional;
import koetsu.review.ReviewSession;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Workbench;
import org.osgi.service.component.annotations.Component;

/** Running the gold, going to what differs, approving. */
@Component
public final class RegressionCommands implements CommandProvider {
  /** The command surface of the ledger. */
  static final String LEDGER = "regression.ledger";

  private static final String MENU = "project";

  @Override
  public List<Menu> menus() {
    return List.of(new Menu(MENU, Texts.of("menu"), 500));
  }

  @Override
  public List<Command> commands(Workbench workbench) {
    return List.of(
        Command.of(
                "regression.run",
                Texts.of("command.run"),
                () -> {
                  workbench.execute("window.perspective." + RegressionPerspective.ID);
                  workbench.showView(RegressionFactory.ID);
                  view(workbench).ifPresent(RegressionView::run);
                })
            .keys("M1+R")
            .menu(MENU, 0)
            .icon("run")
            .when(() -> workbench.session(ReviewSession.class).isPresent()),
        Command.of(
                "regression.go",
                Texts.of("command.go"),
                () -> view(workbench).ifPresent(RegressionView::go))
            .keys("CR", "NUMPAD_ENTER")
            .on(LEDGER)
            .menu(MENU, 1)
            .when(() -> view(workbench).filter(RegressionView::hasSelection).isPresent()),
        Command.of(
                "regression.approve",
                Texts.of("command.approve"),
                () -> view(workbench).ifPresent(RegressionView::approve))
            .keys("M1+M2+R")
            .menu(MENU, 1)
            .when(() -> view(workbench).filter(RegressionView::canApprove).isPresent()));
  }

  private static Optional<RegressionView> view(Workbench workbench) {
    return workbench.view(RegressionFactory.ID).map(RegressionView.class::cast);
  }
}
