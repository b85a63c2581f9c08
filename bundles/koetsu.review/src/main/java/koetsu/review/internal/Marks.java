package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.review.Selection;
import koetsu.review.Survey;

/**
 * Where the values of a document stand, in UTF-16 as the text widget counts, found by place in
 * logarithmic time.
 */
final class Marks {
  /**
   * One span of a value.
   *
   * @param begin UTF-16 index
   * @param end UTF-16 index, exclusive
   */
  record Mark(int begin, int end, FieldDefinition field, FieldValue value, Selection place) {
    int length() {
      return end - begin;
    }
  }

  /** So many records are not compared one by one if they are most of all. */
  private static final int MANY = 50;

  private static final Ranges<Mark> NOTHING = new Ranges<>(List.of(), Mark::begin, Mark::end);

  /** Marks of no document. */
  static final Marks NONE = new Marks(null, null, NOTHING);

  private final Survey survey;
  private final Profile profile;
  private final Ranges<Mark> ranges;

  private Marks(Survey survey, Profile profile, Ranges<Mark> ranges) {
    this.survey = survey;
    this.profile = profile;
    this.ranges = ranges;
  }

  static Marks of(Survey survey, Profile profile) {
    return new Marks(
        survey,
        profile,
        new Ranges<>(
            survey.entries().stream()
                .flatMap(e -> of(survey.state().document(), e, profile).stream())
                .toList(),
            Mark::begin,
            Mark::end));
  }

  /** The marks of another state of the same text. */
  Marks in(Survey next, Profile profileNow) {
    List<Survey.Difference> differences = next.since(survey);
    if (isMost(differences, next) || !profileNow.equals(profile)) {
      return of(next, profileNow);
    }
    Ranges<Mark> changed = ranges;
    for (Survey.Difference difference : differences) {
      for (Mark gone : before(difference)) {
        changed = changed.without(gone);
      }
      for (Mark come : of(next.state().document(), difference.now(), profile)) {
        changed = changed.with(come);
      }
    }
    return new Marks(next, profile, changed);
  }

  private List<Mark> before(Survey.Difference difference) {
    return difference.before() == null
        ? List.of()
        : of(survey.state().document(), difference.before(), profile);
  }

  /** Whether it is cheaper to begin anew. */
  private static boolean isMost(List<Survey.Difference> differences, Survey next) {
    return 2 * differences.size() > next.entries().size();
  }

  private static List<Mark> of(SourceDocument source, Survey.Entry entry, Profile profile) {
    if (entry == null) {
      return List.of();
    }
    ParsedRecord record = entry.record();
    List<Mark> marks = new ArrayList<>();
    for (FieldDefinition field : profile.fields()) {
      List<FieldValue> values = record.values(field.id());
      for (int i = 0; i < values.size(); i++) {
        Selection place = new Selection(source.name(), record.id(), field.id(), i);
        for (Span span : values.get(i).spans()) {
          if (span.end() <= source.length() && !span.isEmpty()) {
            marks.add(
                new Mark(
                    source.utf16(span.begin()),
                    source.utf16(span.end()),
                    field,
                    values.get(i),
                    place));
          }
        }
      }
    }
    return marks;
  }

  List<Mark> all() {
    return ranges.all();
  }

  /** The marks of one value. */
  List<Mark> of(Selection place) {
    return survey == null || !place.hasValue()
        ? List.of()
        : survey
            .entry(place.record())
            .map(e -> of(survey.state().document(), e, profile))
            .orElse(List.of())
            .stream()
            .filter(m -> m.place().equals(place))
            .toList();
  }

  /** What of a mark can be seen. */
  private record Look(int begin, int end, String field, Status status, Selection place) {
    static Look of(Mark mark) {
      return new Look(
          mark.begin(), mark.end(), mark.field().id(), mark.value().status(), mark.place());
    }
  }

  /**
   * The ranges, begin and end, that look different from what they did before; where most records
   * do, the whole text.
   */
  List<Span> changes(Marks before) {
    List<Survey.Difference> differences = survey.since(before.survey);
    if (differences.size() > MANY && isMost(differences, survey)) {
      return List.of(new Span(0, survey.state().document().text().length()));
    }
    Set<Look> differing = new HashSet<>();
    for (Survey.Difference difference : differences) {
      before.before(difference).forEach(m -> toggle(differing, m));
      of(survey.state().document(), difference.now(), profile).forEach(m -> toggle(differing, m));
    }
    return differing.stream().map(l -> new Span(l.begin(), l.end())).distinct().toList();
  }

  private static void toggle(Set<Look> looks, Mark mark) {
    Look look = Look.of(mark);
    if (!looks.remove(look)) {
      looks.add(look);
    }
  }

  /** The marks that share at least one character with a range, by begin. */
  List<Mark> in(int begin, int end) {
    return ranges.in(begin, end);
  }

  /** The innermost mark at a character, or null; of equal ones the preferred one. */
  Mark at(int offset, Predicate<Mark> preferred) {
    return in(offset, offset + 1).stream()
        .min(Comparator.comparingInt(Mark::length).thenComparing(m -> !preferred.test(m)))
        .orElse(null);
  }
}
