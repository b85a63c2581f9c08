package koetsu.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import koetsu.api.record.Problem;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "bundles",
    description = "Lists the installed plug-ins with their bundles and versions.")
final class BundlesCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  BundlesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
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
}
