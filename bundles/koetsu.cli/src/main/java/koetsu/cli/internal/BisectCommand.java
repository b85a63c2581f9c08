package koetsu.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import koetsu.api.document.Span;
import koetsu.api.plugin.LoadException;
import koetsu.gate.GoldRun;
import koetsu.measure.Baseline;
import koetsu.measure.Bisection;
import koetsu.measure.LedgerItem;
import koetsu.measure.RegressionReport;
import koetsu.measure.ReportText;
import koetsu.pipeline.Explanation;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugInJar;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "bisect",
    description = {
      "Names the bundle and the rule that broke items of the gold.",
      "Compares two sets of bundles, each the jars of a plug-in folder or a distribution. Bundles"
          + " that a set does not have are those that run now. Exit code 1: something is broken."
    })
final class BisectCommand implements Callable<Integer> {
  private static final int MOST_CONDITIONS = 3;

  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;
  @Mixin private MachineOptions machine;

  @Option(
      names = "--good",
      paramLabel = "DIR",
      description = "The bundles that were right; by default those that run now.")
  private Path good;

  @Option(
      names = "--bad",
      required = true,
      paramLabel = "DIR",
      description = "The bundles in question.")
  private Path bad;

  BisectCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, PlugInJar> old = good == null ? Map.of() : jars(good);
    Map<String, PlugInJar> now = jars(bad);
    Set<String> changed = changed(old, now);
    for (String name : changed) {
      session.say(name + "  " + version(old.get(name)) + " -> " + version(now.get(name)));
    }
    if (changed.isEmpty()) {
      session.say("both sets hold the same bundles");
      return Session.DONE;
    }
    session.say("");
    try (Project opened = session.read(project.folder)) {
      List<Input> inputs = new GoldRun(opened, session.pipelines().get()).inputs();
      RegressionReport before = run(opened, inputs, jars(old, now, Set.of()), Optional.empty());
      Baseline baseline = before.approve("the bundles that were right");
      RegressionReport after = run(opened, inputs, jars(old, now, changed), Optional.of(baseline));
      List<Input> touched = touched(inputs, after);
      List<Bisection.Finding> findings =
          new Bisection(
                  changed,
                  bundles ->
                      bundles.equals(changed)
                          ? after
                          : unchecked(
                              () ->
                                  run(
                                      opened,
                                      touched,
                                      jars(old, now, bundles),
                                      Optional.of(baseline))))
              .findings();
      print(findings, inputs, jars(old, now, changed), now);
      return findings.isEmpty() ? Session.DONE : Session.FINDINGS;
    }
  }

  private Map<String, PlugInJar> jars(Path folder) throws IOException, UserException {
    Map<String, PlugInJar> jars = PlugInJar.in(folder);
    if (jars.isEmpty()) {
      throw new UserException(folder + ": there is no bundle in it");
    }
    return jars;
  }

  private static String version(PlugInJar jar) {
    return jar == null ? "as it runs now" : jar.version();
  }

  private static Set<String> changed(Map<String, PlugInJar> old, Map<String, PlugInJar> now) {
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    names.removeIf(
        name ->
            old.containsKey(name)
                && now.containsKey(name)
                && old.get(name).digest().equals(now.get(name).digest()));
    return names;
  }

  /** The jars of one set, in which some bundles are new. */
  private static List<PlugInJar> jars(
      Map<String, PlugInJar> old, Map<String, PlugInJar> now, Set<String> taken) {
    Map<String, PlugInJar> mixed = new TreeMap<>(old);
    for (String name : taken) {
      if (now.containsKey(name)) {
        mixed.put(name, now.get(name));
      } else {
        mixed.remove(name);
      }
    }
    return List.copyOf(mixed.values());
  }

  /** Documents in which something is broken; the others need not be run again. */
  private static List<Input> touched(List<Input> inputs, RegressionReport after) {
    Set<String> names = new LinkedHashSet<>();
    after.items(LedgerItem.Outcome.BROKEN).forEach(item -> names.add(item.document()));
    return inputs.stream().filter(input -> names.contains(input.name())).toList();
  }

  private RegressionReport run(
      Project opened, List<Input> inputs, List<PlugInJar> jars, Optional<Baseline> baseline)
      throws Exception {
    return new VariantRun(session, machine, opened).report(inputs, jars, baseline);
  }

  /** Runs what may fail in any way where only unchecked failures pass. */
  private static RegressionReport unchecked(Callable<RegressionReport> run) {
    try {
      return run.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void print(
      List<Bisection.Finding> findings,
      List<Input> inputs,
      List<PlugInJar> jars,
      Map<String, PlugInJar> now)
      throws Exception {
    session.say("broken: " + findings.size());
    try (Pipeline.Variant variant = session.pipelines().get().with(jars)) {
      for (Bisection.Finding finding : findings) {
        LedgerItem item = finding.item();
        session.say("  " + ReportText.of(item));
        session.say(
            "      by        "
                + finding.bundle()
                + " "
                + version(now.get(finding.bundle()))
                + (finding.alone() ? "" : ", together with other new bundles")
                + rule(item));
        if (item.actual() == null && !item.spans().isEmpty()) {
          for (String condition : conditions(variant.pipeline(), inputs, item, finding.bundle())) {
            session.say("      why not   " + condition);
          }
        }
      }
    }
  }

  private static String rule(LedgerItem item) {
    String rule = item.rule() != null ? item.rule() : item.approvedRule();
    if (rule == null) {
      return "";
    }
    String name = rule.substring(rule.indexOf('#') + 1);
    return item.rule() != null ? ", rule " + name : ", where rule " + name + " was right";
  }

  /** What rules of a bundle said where a value is missing. */
  private static List<String> conditions(
      Pipeline pipeline, List<Input> inputs, LedgerItem item, String bundle) throws LoadException {
    Input input =
        inputs.stream().filter(i -> i.name().equals(item.document())).findFirst().orElseThrow();
    Span place = item.spans().get(0);
    List<String> conditions = new ArrayList<>();
    for (Explanation.Failure failure :
        pipeline.explain(pipeline.load(input.read())).at(place).failures()) {
      if (failure.source().startsWith(bundle + "/") && conditions.size() < MOST_CONDITIONS) {
        conditions.add(failure.source() + ": " + failure.condition());
      }
    }
    return conditions;
  }
}
