package koetsu.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import koetsu.api.record.Problem;
import koetsu.cli.internal.ProjectPlugIns.ProjectBundle;
import koetsu.gate.Pins;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "bundles",
    description = {
      "Lists the installed plug-ins with their bundles and versions.",
      "With a project, also the bundles in its folder plugins: they run only after you trusted"
          + " their very bytes, here or in the window. Your answer is kept with your own files."
    })
final class BundlesCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "Project folder.")
  private Path project;

  @Option(
      names = "--trust",
      paramLabel = "BUNDLE",
      description = "Let a bundle of the project run from now on, by its name or the file's.")
  private List<String> trusted = List.of();

  @Option(names = "--distrust", paramLabel = "BUNDLE", description = "Take that back.")
  private List<String> distrusted = List.of();

  @Option(
      names = "--pin",
      description = {
        "Write the digests of the bundles that take part to " + Pins.FILE + " in the project.",
        "From then on `koetsu test` says when they are others."
      })
  private boolean pin;

  BundlesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (project == null) {
      if (pin || !trusted.isEmpty() || !distrusted.isEmpty()) {
        throw new UserException("--trust, --distrust and --pin need a PROJECT");
      }
      return list();
    }
    Path folder = project.toAbsolutePath().normalize();
    if (!Project.isProject(folder)) {
      throw new UserException(folder + " is no project; make one with `koetsu create`");
    }
    for (String name : trusted) {
      ProjectBundle bundle = named(name, folder);
      session.trust().give(bundle.sha256(), bundle.jar().bundle() + " " + bundle.jar().version());
    }
    for (String name : distrusted) {
      session.trust().withdraw(named(name, folder).sha256());
    }
    List<ProjectBundle> bundles = ProjectPlugIns.of(folder, session.trust());
    for (ProjectBundle bundle : bundles) {
      introduce(bundle);
    }
    session.join(folder);
    int exit = list();
    if (pin) {
      Pins.today(session.pipelines().get()).write(folder);
      session.say("pinned: " + folder.resolve(Pins.FILE));
      return exit;
    }
    return Math.max(exit, differences(session, folder).isEmpty() ? Session.DONE : Session.FINDINGS);
  }

  private int list() {
    Pipeline pipeline = session.pipelines().get();
    List<PlugIn> formats = session.formats().get().plugIns();
    List<PlugIn> plugIns = new ArrayList<>(pipeline.plugIns());
    plugIns.addAll(formats);
    Table table = new Table("plug-in", "id", "bundle", "version", "ranking", "state");
    for (PlugIn plugIn : plugIns) {
      table.row(
          plugIn.kind().name().toLowerCase(Locale.ROOT),
          plugIn.id(),
          plugIn.bundle(),
          plugIn.version(),
          String.valueOf(plugIn.ranking()),
          plugIn.fault() == null ? "active" : "refused");
    }
    table.print(session.terminal().out());
    List<String> complaints = new ArrayList<>();
    for (Problem problem : pipeline.problems()) {
      complaints.add(problem.source() + ": " + problem.message());
    }
    for (PlugIn format : formats) {
      if (format.fault() != null) {
        complaints.add(format.source() + ": " + format.fault());
      }
    }
    complaints.forEach(session::complain);
    return complaints.isEmpty() ? Session.DONE : Session.FINDINGS;
  }

  private void introduce(ProjectBundle bundle) throws IOException {
    if (bundle.jar() == null) {
      return; // named where it is passed over
    }
    BundleText.introduce(session, bundle.jar(), null);
    String trust =
        bundle.trusted()
            ? "by you"
            : "not yet; to let it run: koetsu bundles "
                + project
                + " --trust "
                + bundle.jar().bundle();
    session.say("  trusted  " + trust);
    session.say("");
  }

  private ProjectBundle named(String name, Path folder) throws IOException, UserException {
    List<ProjectBundle> found = new ArrayList<>();
    for (ProjectBundle bundle : ProjectPlugIns.of(folder, session.trust())) {
      boolean meant =
          bundle.jar() != null
              && (bundle.jar().bundle().equals(name)
                  || bundle.file().getFileName().toString().equals(name));
      if (meant) {
        found.add(bundle);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new UserException(
        found.isEmpty()
            ? name + ": the project has no bundle of that name; see `koetsu bundles " + folder + "`"
            : name + ": the project has several bundles of that name; give the file's name");
  }

  /** Says where the bundles of today are not those that the project has pinned. */
  static List<Pins.Difference> differences(Session session, Path folder) throws IOException {
    Optional<Pins> pins = Pins.read(folder);
    if (pins.isEmpty()) {
      return List.of();
    }
    List<Pins.Difference> differences =
        pins.get().differences(Pins.today(session.pipelines().get()));
    if (!differences.isEmpty()) {
      session.complain(
          "the bundles are not those that made the gold ("
              + Pins.FILE
              + "); to make them so: koetsu bundles "
              + folder
              + " --pin");
      differences.forEach(d -> session.complain("  " + d.sentence()));
    }
    return differences;
  }
}
