package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.Profile;
import koetsu.api.record.Problem;
import koetsu.pipeline.PlugIn;
import koetsu.records.ProfileJson;

/**
 * What is installed at one moment, in the order in which it is asked.
 *
 * @param loaders that take part
 * @param segmenters that take part
 * @param extractors that take part
 * @param validators that take part
 * @param profile sum of the contributions
 * @param installed every plug-in, also those that take no part
 * @param problems what is wrong with the plug-ins
 */
record PlugIns(
    List<Installed<DocumentLoader>> loaders,
    List<Installed<Segmenter>> segmenters,
    List<Installed<FieldExtractor>> extractors,
    List<Installed<Validator>> validators,
    Profile profile,
    List<Installed<?>> installed,
    List<Problem> problems) {

  PlugIns {
    loaders = List.copyOf(loaders);
    segmenters = List.copyOf(segmenters);
    extractors = List.copyOf(extractors);
    validators = List.copyOf(validators);
    installed = List.copyOf(installed);
    problems = List.copyOf(problems);
  }

  /** Sorts what is installed and adds the profile up. */
  static PlugIns of(Collection<? extends Installed<?>> installed) {
    List<Installed<?>> sorted = new ArrayList<>(installed);
    sorted.sort(Comparator.comparing(Installed::info, PlugIn.ORDER));
    List<Problem> problems = new ArrayList<>();
    for (Installed<?> each : sorted) {
      if (each.info().fault() != null) {
        problems.add(error(each.info().source(), each.info().fault()));
      }
    }
    List<ProfileJson.Contribution> contributions = new ArrayList<>();
    for (Installed<Profile> each : select(sorted, PlugIn.Kind.PROFILE, Profile.class)) {
      contributions.add(new ProfileJson.Contribution(each.info().source(), each.service()));
    }
    // a record goes by the first field: one that is only added must not come before the kind's own
    contributions.sort(Comparator.comparing(each -> each.profile().kinds().isEmpty()));
    ProfileJson.Sum sum = ProfileJson.sum(contributions);
    for (String clash : sum.clashes()) {
      problems.add(error(DocumentRun.SOURCE, clash));
    }
    return new PlugIns(
        select(sorted, PlugIn.Kind.LOADER, DocumentLoader.class),
        select(sorted, PlugIn.Kind.SEGMENTER, Segmenter.class),
        select(sorted, PlugIn.Kind.EXTRACTOR, FieldExtractor.class),
        select(sorted, PlugIn.Kind.VALIDATOR, Validator.class),
        sum.profile(),
        sorted,
        problems);
  }

  /** Every plug-in as people name it. */
  List<PlugIn> all() {
    return installed.stream().<PlugIn>map(Installed::info).toList();
  }

  private static <T> List<Installed<T>> select(
      List<Installed<?>> sorted, PlugIn.Kind kind, Class<T> type) {
    return sorted.stream()
        .filter(i -> i.info().kind() == kind && i.info().fault() == null)
        .map(i -> new Installed<>(i.info(), type.cast(i.service()), i.place()))
        .toList();
  }

  private static Problem error(String source, String message) {
    return new Problem(Problem.Severity.ERROR, source, message, null, null);
  }
}
