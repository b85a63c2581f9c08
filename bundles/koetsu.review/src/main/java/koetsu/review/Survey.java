package koetsu.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.project.DocumentState;
import koetsu.project.Note;
import koetsu.review.internal.LookedAt;
import koetsu.review.internal.Ranges;

/**
 * What the views say of a document and of each of its records, found by id and by place. Made once
 * for each state of the document, out of the one before: whatever no edit has touched is the same
 * object in both, so that a view that kept the one it shows asks the next one what {@link #since}
 * is different, and looks at nothing else. Immutable.
 */
public final class Survey {

  /**
   * A record, and what is said of it.
   *
   * @param notes on the record, its fields and values
   * @param problems all that the machine found wrong with it
   * @param open those that nobody has answered
   * @param doubtful how many values the machine is not sure of
   */
  public record Entry(
      ParsedRecord record,
      List<Note> notes,
      List<Problem> problems,
      List<Problem> open,
      int doubtful) {

    /** Whether something of the record is marked as unsure. */
    public boolean isUnsure() {
      return notes.stream().anyMatch(Note::unsure);
    }

    /** How many problems need a look. */
    public int warnings() {
      return (int) open.stream().filter(p -> p.severity() != Problem.Severity.INFO).count();
    }

    private boolean isOf(ParsedRecord now, List<Note> notesNow, List<Problem> problemsNow) {
      return record == now && notes.equals(notesNow) && problems.equals(problemsNow);
    }
  }

  /**
   * What became of a record.
   *
   * @param before null for one that has come
   * @param now null for one that has gone
   */
  public record Difference(Entry before, Entry now) {
    private boolean isInPlace() {
      return before != null && now != null && before.record().spans().equals(now.record().spans());
    }
  }

  private record Extent(int begin, int end, String record) {
    static Stream<Extent> of(Entry entry) {
      return entry == null
          ? Stream.empty()
          : entry.record().spans().stream()
              .map(span -> new Extent(span.begin(), span.end(), entry.record().id()));
    }
  }

  private final DocumentState state;
  private final List<Entry> entries;
  private final Map<String, List<Note>> notes;
  private final Map<String, List<Problem>> problems;
  private final Ranges<Extent> extents;

  /** What follows from the ids and parents alone: the same object as long as those are. */
  private final Structure structure;

  private final int reviewed;
  private final int doubtful;

  /** Where each record stands among all, and the ids of its parts. */
  private record Structure(Map<String, Integer> positions, Map<String, List<String>> parts) {
    static Structure of(List<ParsedRecord> records) {
      Map<String, Integer> positions = new HashMap<>();
      Map<String, List<String>> parts = new HashMap<>();
      for (ParsedRecord record : records) {
        positions.put(record.id(), positions.size());
        if (record.parent() != null) {
          parts.computeIfAbsent(record.parent(), p -> new ArrayList<>()).add(record.id());
        }
      }
      return new Structure(positions, parts);
    }
  }

  private Survey(DocumentState state, Survey before) {
    this.state = state;
    Survey known =
        before != null && before.state.document().text().equals(state.document().text())
            ? before
            : null;
    notes =
        known != null && known.state.notes().equals(state.notes())
            ? known.notes
            : state.notes().stream().collect(Collectors.groupingBy(Note::record));
    problems =
        known != null && known.state.problems().equals(state.problems())
            ? known.problems
            : state.problems().stream()
                .filter(p -> p.record() != null)
                .collect(Collectors.groupingBy(Problem::record));
    structure =
        known != null && isBuiltLike(known.state.records(), state.records())
            ? known.structure
            : Structure.of(state.records());
    List<Entry> made = new ArrayList<>(state.records().size());
    for (int i = 0; i < state.records().size(); i++) {
      made.add(entry(state.records().get(i), i, known));
    }
    entries = List.copyOf(made);
    Ranges<Extent> places = known == null ? Survey.extents(entries) : known.extents;
    int reviewedNow = known == null ? 0 : known.reviewed;
    int doubtfulNow = known == null ? 0 : known.doubtful;
    for (Difference difference : since(known)) {
      if (known != null && !difference.isInPlace()) {
        places = moved(places, difference);
      }
      if (difference.before() != null) {
        reviewedNow -= ReviewSession.isReviewed(difference.before().record()) ? 1 : 0;
        doubtfulNow -= difference.before().doubtful();
      }
      if (difference.now() != null) {
        reviewedNow += ReviewSession.isReviewed(difference.now().record()) ? 1 : 0;
        doubtfulNow += difference.now().doubtful();
      }
    }
    extents = places;
    reviewed = reviewedNow;
    doubtful = doubtfulNow;
  }

  /**
   * @param before of the same document, or null
   */
  public static Survey of(DocumentState state, Survey before) {
    return before != null && before.state == state ? before : new Survey(state, before);
  }

  private static boolean isBuiltLike(List<ParsedRecord> before, List<ParsedRecord> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      ParsedRecord one = before.get(i);
      ParsedRecord other = now.get(i);
      if (one != other
          && !(one.id().equals(other.id()) && Objects.equals(one.parent(), other.parent()))) {
        return false;
      }
    }
    return true;
  }

  private Entry entry(ParsedRecord record, int position, Survey before) {
    List<Note> its = notes.getOrDefault(record.id(), List.of());
    List<Problem> found = problems.getOrDefault(record.id(), List.of());
    Entry known =
        before == null
            ? null
            : before.structure == structure
                ? before.entries.get(position)
                : before.entry(record.id()).orElse(null);
    if (known != null && known.isOf(record, its, found)) {
      return known;
    }
    LookedAt lookedAt = new LookedAt(state.document(), record, its);
    List<Problem> open = found.stream().filter(p -> !lookedAt.is(p)).toList();
    return new Entry(record, its, found, open, doubtful(record));
  }

  private static int doubtful(ParsedRecord record) {
    int count = 0;
    for (List<FieldValue> values : record.fields().values()) {
      for (FieldValue value : values) {
        count += ReviewSession.isDoubtful(value) ? 1 : 0;
      }
    }
    return count;
  }

  private static Ranges<Extent> extents(List<Entry> entries) {
    return new Ranges<>(entries.stream().flatMap(Extent::of).toList(), Extent::begin, Extent::end);
  }

  private static Ranges<Extent> moved(Ranges<Extent> extents, Difference difference) {
    Ranges<Extent> moved = extents;
    for (Extent gone : Extent.of(difference.before()).toList()) {
      moved = moved.without(gone);
    }
    for (Extent come : Extent.of(difference.now()).toList()) {
      moved = moved.with(come);
    }
    return moved;
  }

  public DocumentState state() {
    return state;
  }

  /** Every record that counts, in document order. */
  public List<Entry> entries() {
    return entries;
  }

  /** A record that counts, by its permanent id. */
  public Optional<Entry> entry(String id) {
    Integer at = structure.positions().get(id);
    return at == null ? Optional.empty() : Optional.of(entries.get(at));
  }

  /** A record that counts, without what is said of it. */
  public Optional<ParsedRecord> record(String id) {
    return entry(id).map(Entry::record);
  }

  /** Where a record stands among all, from 0; -1 for one that does not count. */
  public int position(String id) {
    return structure.positions().getOrDefault(id, -1);
  }

  /** Ids of the records whose parent is a record. */
  public List<String> parts(String id) {
    return structure.parts().getOrDefault(id, List.of());
  }

  /** The first record that claims a code point. */
  public Optional<ParsedRecord> recordAt(int offset) {
    return recordsIn(new Span(offset, offset + 1)).stream().findFirst();
  }

  /** The records that claim a part of a stretch, in document order. */
  public List<ParsedRecord> recordsIn(Span stretch) {
    Set<Integer> found = new LinkedHashSet<>();
    for (Extent extent : extents.in(stretch.begin(), stretch.end())) {
      found.add(position(extent.record()));
    }
    return found.stream().sorted().map(at -> entries.get(at).record()).toList();
  }

  /** How many records a person has declared right. */
  public int reviewed() {
    return reviewed;
  }

  /** How many values the machine is not sure of. */
  public int doubtful() {
    return doubtful;
  }

  /** Whether a person has answered a problem with a record of the document. */
  public boolean isAnswered(Problem problem) {
    return problem.record() != null
        && entry(problem.record()).filter(e -> lookedAt(e).is(problem)).isPresent();
  }

  private LookedAt lookedAt(Entry entry) {
    return new LookedAt(state.document(), entry.record(), entry.notes());
  }

  /** The problems of the document that nobody has answered yet. */
  public List<Problem> open() {
    return state.problems().stream().filter(p -> !isAnswered(p)).toList();
  }

  /** Whether this one has the same records, parents, gaps and lines of contents. */
  public boolean isBuiltLike(Survey other) {
    return structure == other.structure
        && state.gaps().equals(other.state.gaps())
        && state.contents().equals(other.state.contents());
  }

  /**
   * The records of which anything is different, in document order, those that have gone at last.
   *
   * @param before null for nothing at all
   */
  public List<Difference> since(Survey before) {
    List<Difference> differences = new ArrayList<>();
    boolean parallel = before != null && before.structure == structure;
    for (int i = 0; i < entries.size(); i++) {
      Entry now = entries.get(i);
      Entry then =
          parallel
              ? before.entries.get(i)
              : before == null ? null : before.entry(now.record().id()).orElse(null);
      if (then != now) {
        differences.add(new Difference(then, now));
      }
    }
    if (before != null && !parallel) {
      for (Entry then : before.entries) {
        if (position(then.record().id()) < 0) {
          differences.add(new Difference(then, null));
        }
      }
    }
    return differences;
  }
}
