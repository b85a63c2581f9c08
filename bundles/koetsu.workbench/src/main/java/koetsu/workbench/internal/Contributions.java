package koetsu.workbench.internal;

import java.util.List;
import java.util.Objects;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Perspective;
import koetsu.workbench.ProjectOpener;
import koetsu.workbench.ViewFactory;

/**
 * What the installed bundles add to the window, in the order that counts.
 *
 * @param opener may be null: a window without a bundle that knows projects says so
 */
public record Contributions(
    ProjectOpener opener,
    List<ViewFactory> views,
    List<Perspective> perspectives,
    List<CommandProvider> commands) {
  public Contributions {
    views = List.copyOf(views);
    perspectives = List.copyOf(perspectives);
    commands = List.copyOf(commands);
    Objects.requireNonNull(commands);
  }
}
