package koetsu.cli.internal;

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
    Table table = new Table("plug-in", "id", "bundle", "version", "ranking", "state");
    for (PlugIn plugIn : pipeline.plugIns()) {
      table.row(
          plugIn.kind().name().toLowerCase(Locale.ROOT),
          plugIn.id(),
          plugIn.bundle(),
          plugIn.version(),
          String.valueOf(plugIn.ranking()),
          plugIn.fault() == null ? "active" : "refused");
    }
    table.print(session.terminal().out());
    for (Problem problem : pipeline.problems()) {
      session.complain(problem.source() + ": " + problem.message());
    }
    return pipeline.problems().isEmpty() ? Session.DONE : Session.FINDINGS;
  }
}
