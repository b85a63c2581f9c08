package koetsu.regression.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.record.Problem;
import koetsu.export.Formats;
import koetsu.launcher.PlugInBundle;
import koetsu.pipeline.Conduct;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;

/**
 * A bundle as the view of extractors shows it.
 *
 * @param name symbolic name
 * @param version as in its manifest
 * @param bundle what the user can do something about; null for one that comes with Koetsu
 * @param plugIns what it offers; empty where it does not run
 */
record BundleRow(String name, String version, PlugInBundle bundle, List<Service> plugIns) {
  /** How a bundle is, the worst first. */
  enum State {
    UNTRUSTED,
    BROKEN,
    STOPPED,
    OFF,
    REFUSED,
    ACTIVE
  }

  /**
   * One plug-in of a bundle.
   *
   * @param conduct what it cost and failed
   * @param failures what it has to answer for in the open documents
   */
  record Service(PlugIn plugIn, Conduct conduct, List<Problem> failures) {
    State state() {
      return conduct.off() != null
          ? State.OFF
          : plugIn.fault() != null ? State.REFUSED : State.ACTIVE;
    }
  }

  BundleRow {
    plugIns = List.copyOf(plugIns);
  }

  /**
   * Every bundle: those that the user can do something about first.
   *
   * @param errors of all open documents and of the plug-ins themselves
   */
  static List<BundleRow> of(
      Pipeline pipeline, Formats formats, List<PlugInBundle> bundles, List<Problem> errors) {
    Map<String, List<Service>> services = new LinkedHashMap<>();
    List<PlugIn> plugIns = new ArrayList<>(pipeline.plugIns());
    plugIns.addAll(formats.plugIns());
    for (PlugIn plugIn : plugIns) {
      services
          .computeIfAbsent(plugIn.bundle() + " " + plugIn.version(), k -> new ArrayList<>())
          .add(
              new Service(
                  plugIn,
                  pipeline.conduct(plugIn),
                  errors.stream().filter(p -> isOf(p, plugIn)).toList()));
    }
    List<BundleRow> rows = new ArrayList<>();
    for (PlugInBundle bundle : bundles) {
      List<Service> own =
          bundle.state() == PlugInBundle.State.ACTIVE
              ? services.remove(bundle.name() + " " + bundle.version())
              : null;
      rows.add(
          new BundleRow(bundle.name(), bundle.version(), bundle, own == null ? List.of() : own));
    }
    services.values().stream()
        .map(
            own -> {
              PlugIn first = own.get(0).plugIn();
              return new BundleRow(first.bundle(), first.version(), null, own);
            })
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(rows::add);
    return rows;
  }

  private static boolean isOf(Problem problem, PlugIn plugIn) {
    return problem.source().equals(plugIn.source())
        || problem.source().startsWith(plugIn.source() + ".");
  }

  State state() {
    if (bundle != null && bundle.state() != PlugInBundle.State.ACTIVE) {
      return State.valueOf(bundle.state().name());
    }
    return plugIns.stream().map(Service::state).min(Enum::compareTo).orElse(State.ACTIVE);
  }

  /** Time per document, of all its plug-ins together. */
  Duration perDocument() {
    return plugIns.stream()
        .map(service -> service.conduct().perDocument())
        .reduce(Duration.ZERO, Duration::plus);
  }

  int failures() {
    return plugIns.stream()
        .mapToInt(s -> Math.max(s.conduct().failures(), s.failures().size()))
        .sum();
  }

  /** Why it does not take part in full, or its first failure; null where all is well. */
  String message() {
    if (bundle != null && bundle.message() != null) {
      return bundle.message();
    }
    for (Service service : plugIns) {
      if (service.plugIn().fault() != null) {
        return service.plugIn().fault();
      }
    }
    return plugIns.stream()
        .flatMap(service -> service.failures().stream())
        .findFirst()
        .map(Problem::message)
        .orElse(null);
  }
}
