package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Why;

/**
 * Makes one list of values of what several extractors say about a field.
 *
 * <p>Values that mean the same merge when they come from different extractors: each extractor that
 * agrees lowers the doubt that is left, 1 − (1 − a)(1 − b). One extractor that gives a value twice
 * has seen two of them.
 */
final class Merger {

  /**
   * A value with the place of its extractor in the order of plug-ins.
   *
   * @param value as checked
   * @param extractor lower wins a draw
   */
  record Candidate(FieldValue value, int extractor) {}

  private static final Comparator<Candidate> SUREST =
      Comparator.comparingDouble((Candidate c) -> c.value().confidence())
          .reversed()
          .thenComparingInt(Candidate::extractor);

  private static final Comparator<FieldValue> PRINTED =
      Comparator.comparingInt(value -> value.spans().get(0).begin());

  private Merger() {}

  /**
   * The values that hold, in printed order; for a field of one value at most one, with the others
   * as its alternatives.
   *
   * @param candidates in the order of extractors, of each in its own order
   */
  static List<FieldValue> merge(FieldDefinition field, List<Candidate> candidates) {
    if (candidates.size() == 1 || field.many() && areOfOne(candidates)) {
      List<FieldValue> values = new ArrayList<>(candidates.size());
      for (Candidate candidate : candidates) {
        values.add(candidate.value());
      }
      return inPrintedOrder(values);
    }
    List<Group> groups = new ArrayList<>();
    Map<Object, Meaning> meanings = new HashMap<>();
    for (Candidate candidate : candidates) {
      Object meaning = field.canonical(candidate.value().value());
      Meaning same = meanings.computeIfAbsent(meaning, m -> new Meaning());
      Group home = same.takeHome(candidate);
      if (home == null) {
        home = new Group(meaning);
        groups.add(home);
        same.groups.add(home);
      }
      home.members.add(candidate);
    }
    groups.forEach(g -> g.members.sort(SUREST));
    return field.many()
        ? inPrintedOrder(groups.stream().map(Group::value).collect(Collectors.toList()))
        : surest(groups);
  }

  /** Whether all come from one extractor: then each is a value of its own. */
  private static boolean areOfOne(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      if (candidate.extractor() != candidates.get(0).extractor()) {
        return false;
      }
    }
    return true;
  }

  private static List<FieldValue> inPrintedOrder(List<FieldValue> values) {
    values.sort(PRINTED);
    return values;
  }

  private static List<FieldValue> surest(List<Group> groups) {
    if (groups.isEmpty()) {
      return List.of();
    }
    List<Group> order = new ArrayList<>(groups);
    order.sort(
        Comparator.comparing(g -> new Candidate(g.value(), g.members.get(0).extractor()), SUREST));
    Group winner = order.get(0);
    List<FieldValue> losers = new ArrayList<>();
    for (Group group : order) {
      if (!group.meaning.equals(winner.meaning)) {
        losers.add(group.value());
      }
    }
    FieldValue value = winner.value();
    if (losers.isEmpty()) {
      return List.of(value);
    }
    losers.addAll(value.why().alternatives());
    return List.of(value.withWhy(value.why().withAlternatives(losers)));
  }

  /** All groups that say the same. */
  private static final class Meaning {
    private final List<Group> groups = new ArrayList<>();

    /** Those without a member of the extractor whose candidates come at the moment. */
    private List<Group> open = List.of();

    private int extractor = -1;

    /** The group that a candidate joins, one that it touches where there is any; null for none. */
    Group takeHome(Candidate candidate) {
      if (candidate.extractor() != extractor) {
        extractor = candidate.extractor();
        open = new ArrayList<>(groups);
      }
      if (open.isEmpty()) {
        return null;
      }
      Group home =
          open.stream().filter(g -> g.touches(candidate)).findFirst().orElseGet(() -> open.get(0));
      open.remove(home);
      return home;
    }
  }

  /** Candidates of different extractors that say the same. */
  private static final class Group {
    private final Object meaning;
    private final List<Candidate> members = new ArrayList<>();

    Group(Object meaning) {
      this.meaning = meaning;
    }

    boolean touches(Candidate candidate) {
      return members.stream()
          .flatMap(m -> m.value().spans().stream())
          .anyMatch(s -> candidate.value().spans().stream().anyMatch(s::overlaps));
    }

    /** The surest member's word, with the others as evidence. */
    FieldValue value() {
      FieldValue first = members.get(0).value();
      if (members.size() == 1) {
        return first;
      }
      double doubt = 1;
      List<Evidence> evidence = new ArrayList<>(first.why().evidence());
      for (Candidate member : members) {
        doubt *= 1 - member.value().confidence();
        if (member.value() != first) {
          for (Span span : member.value().spans()) {
            evidence.add(new Evidence(member.value().extractor(), span));
          }
          evidence.addAll(member.value().why().evidence());
        }
      }
      Why why = first.why();
      return first
          .withConfidence(1 - doubt)
          .withWhy(new Why(why.rule(), evidence, why.steps(), why.alternatives()));
    }
  }
}
