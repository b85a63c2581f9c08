package koetsu.workbench.internal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import koetsu.launcher.Application;
import koetsu.launcher.Installation;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Perspective;
import koetsu.workbench.ProjectOpener;
import koetsu.workbench.ViewFactory;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Opens the window on the main thread and stays until it is closed. Arguments: a project folder, or
 * none for the project of the last time; {@code --language en|ja} overrides the desktop and the
 * preferences.
 */
@Component(property = Application.NAME + "=" + Application.WORKBENCH)
public final class WorkbenchApplication implements Application {
  /** The desktop's language, which a window in another one must not change for the next. */
  private static final Locale DESKTOP = Locale.getDefault();

  // in the order of the framework, which is by ranking and then by age; sets, so they are read when
  // a window opens
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<ViewFactory> views;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<Perspective> perspectives;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<CommandProvider> commands;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<ProjectOpener> openers;

  /** With what the framework has. */
  public WorkbenchApplication() {}

  /** With what the class path has; empty where it has nothing that opens projects. */
  static Optional<WorkbenchApplication> onClassPath() {
    WorkbenchApplication application = new WorkbenchApplication();
    application.openers = providers(ProjectOpener.class);
    if (application.openers.isEmpty()) {
      return Optional.empty();
    }
    application.views = providers(ViewFactory.class);
    application.perspectives = providers(Perspective.class);
    application.commands = providers(CommandProvider.class);
    return Optional.of(application);
  }

  private static <T> List<T> providers(Class<T> type) {
    return ServiceLoader.load(type, type.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * What the command says.
   *
   * @param project null for the project of the last time
   * @param language null for that of the preferences
   * @param unknown an argument that says nothing; null where there is none
   */
  private record Wish(Path project, String language, String unknown) {
    static Wish of(List<String> arguments) {
      Path project = null;
      String language = null;
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        if (argument.equals("--language") && i + 1 < arguments.size()) {
          language = arguments.get(++i);
        } else if (!argument.startsWith("-") && project == null) {
          project = Path.of(argument);
        } else {
          return new Wish(project, language, argument);
        }
      }
      return new Wish(project, language, null);
    }
  }

  @Override
  public void prepare(List<String> arguments, Installation installation) {
    PreferenceFile preferences =
        new PreferenceFile(installation.data().resolve(PreferenceFile.NAME));
    Wish wish = Wish.of(arguments);
    Path project =
        wish.project() != null ? wish.project() : Window.lastProject(preferences).orElse(null);
    if (project != null && wish.unknown() == null && !openers.isEmpty()) {
      openers.get(0).prepare(project, installation.data(), installation.cache(), preferences);
    }
  }

  @Override
  public int run(List<String> arguments, Installation installation) {
    Wish wish = Wish.of(arguments);
    if (wish.unknown() != null) {
      System.err.println(
          "koetsu: the workbench does not know “"
              + wish.unknown()
              + "”; use [PROJECT] [--language en|ja]");
      return 2;
    }
    PreferenceFile preferences =
        new PreferenceFile(installation.data().resolve(PreferenceFile.NAME));
    Display display = WindowSystem.display(preferences);
    try {
      Locale.setDefault(
          wish.language() != null
              ? Locale.forLanguageTag(wish.language())
              : preferences.get(Setting.LANGUAGE).map(Locale::forLanguageTag).orElse(DESKTOP));
      Window window = new Window(display, contributions(), installation);
      window.open(
          wish.project() != null ? wish.project() : Window.lastProject(preferences).orElse(null));
      window.run();
      // what the person chose in the window counts the next time, and the plug-ins that came
      boolean sameLanguage =
          window.preferences().get(Setting.LANGUAGE).equals(preferences.get(Setting.LANGUAGE));
      List<String> kept =
          wish.language() != null && sameLanguage
              ? List.of("--language", wish.language())
              : List.of();
      return window.isAgain() ? installation.run(Application.WORKBENCH, kept) : 0;
    } finally {
      display.dispose();
    }
  }

  private Contributions contributions() {
    Map<String, ViewFactory> byId = new TreeMap<>();
    views.forEach(view -> byId.putIfAbsent(view.id(), view));
    return new Contributions(
        openers.isEmpty() ? null : openers.get(0),
        List.copyOf(byId.values()),
        perspectives,
        commands.stream().sorted(Comparator.comparing(c -> c.getClass().getName())).toList());
  }
}
