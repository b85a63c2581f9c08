package koetsu.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Status;
import koetsu.project.Note;
import koetsu.review.internal.ProblemTexts;

/**
 * What there is to look at in the whole project, narrowed and ordered as the person wants it; the
 * keys for the next and previous doubtful item step through it. Thread: the display's.
 */
public final class WorkQueue {
  /** What belongs in the queue. */
  public enum Kind {
    /** Values that the machine is not sure of, and what somebody marked as unsure. */
    DOUBTFUL,
    UNSURE,
    /** What the validators find wrong with a record. */
    PROBLEM,
    /** Every value that nobody has decided on. */
    OPEN
  }

  /** What the rows are ordered by. */
  public enum Order {
    PRINTED,
    CONFIDENCE,
    FIELD,
    RULE
  }

  /**
   * Something to look at.
   *
   * @param place the value, or the record where it concerns one as a whole
   * @param value the value, or null
   * @param rule what made the value or found the problem, {@code bundle#rule}; may be empty
   * @param remark the note or the problem; may be empty
   * @param span where it is, or null
   * @param problem null for a value or a note
   */
  public record Item(
      Selection place, FieldValue value, String rule, String remark, Span span, Problem problem) {}

  private final ReviewSession session;
  private Kind kind = Kind.DOUBTFUL;
  private Order order = Order.PRINTED;
  private String field;
  private String words = "";

  /** The rows in their order, or null when they have to be put together anew. */
  private List<Item> items;

  /** How many rows have the same field and rule, before narrowing. */
  private final Map<String, Integer> alike = new HashMap<>();

  /** What was put together the last time. */
  private final Map<String, OfDocument> known = new HashMap<>();

  /**
   * The rows of a record.
   *
   * @param wanted those that the person has not narrowed away
   */
  private record Rows(List<Item> all, List<Item> wanted) {
    static final Rows NONE = new Rows(List.of(), List.of());
  }

  /**
   * The rows of a document.
   *
   * @param rows by record, in document order
   */
  private record OfDocument(Survey survey, List<Rows> rows) {
    Rows rows(String record) {
      return rows.get(survey.position(record));
    }
  }

  WorkQueue(ReviewSession session) {
    this.session = session;
  }

  public Kind kind() {
    return kind;
  }

  public Order order() {
    return order;
  }

  /** Id of the one field that shows, or null for all. */
  public String field() {
    return field;
  }

  /**
   * Narrows and orders the queue.
   *
   * @param onlyField id of a field, or null for all
   * @param typed words that field, value, rule, record, document or remark must hold
   */
  public void show(Kind wanted, String onlyField, String typed, Order by) {
    forget();
    kind = Objects.requireNonNull(wanted);
    field = onlyField;
    words = typed.strip().toLowerCase(Locale.ROOT);
    order = Objects.requireNonNull(by);
  }

  private void forget() {
    known.clear();
    alike.clear();
    items = null;
  }

  /** Something has changed. */
  void changed() {
    items = null;
  }

  /** The rows in their order. */
  public List<Item> items() {
    if (items == null) {
      List<Item> all = new ArrayList<>();
      for (OpenDocument document : session.documents()) {
        if (document.surveyed().isPresent()) {
          collect(document.name(), document.surveyed().get(), all);
        } else if (known.containsKey(document.name())) {
          known.remove(document.name()).rows().forEach(its -> count(its, -1));
        }
      }
      Comparator<Item> by = comparator();
      if (by != null) {
        all.sort(by);
      }
      items = List.copyOf(all);
    }
    return items;
  }

  /** How many rows, before narrowing, have the same field and rule as this one. */
  public int alike(Item item) {
    items();
    return alike.getOrDefault(cause(item), 0);
  }

  private static String cause(Item item) {
    return item.place().field() + "\n" + item.rule();
  }

  private Comparator<Item> comparator() {
    return switch (order) {
      case PRINTED -> null;
      case CONFIDENCE ->
          Comparator.comparing(
              i ->
                  i.value() == null || i.value().confidence() == null
                      ? 2.0
                      : i.value().confidence());
      case FIELD -> Comparator.comparingInt(i -> fieldIndex(i.place().field()));
      case RULE -> Comparator.comparing(Item::rule);
    };
  }

  private int fieldIndex(String id) {
    return session.profile().fields().stream().map(FieldDefinition::id).toList().indexOf(id);
  }

  /** Puts the rows of a document together; those of untouched records are there already. */
  private void collect(String document, Survey survey, List<Item> all) {
    OfDocument before = known.get(document);
    List<Rows> rows = new ArrayList<>(survey.entries().size());
    if (before != null && survey.isBuiltLike(before.survey())) {
      rows.addAll(before.rows());
    } else {
      for (Survey.Entry entry : survey.entries()) {
        boolean was = before != null && before.survey().position(entry.record().id()) >= 0;
        rows.add(was ? before.rows(entry.record().id()) : Rows.NONE);
      }
    }
    for (Survey.Difference difference : survey.since(before == null ? null : before.survey())) {
      if (difference.before() != null) {
        count(before.rows(difference.before().record().id()), -1);
      }
      if (difference.now() != null) {
        Rows now = rows(document, difference.now());
        count(now, 1);
        rows.set(survey.position(difference.now().record().id()), now);
      }
    }
    rows.forEach(its -> all.addAll(its.wanted()));
    known.put(document, new OfDocument(survey, rows));
  }

  private void count(Rows rows, int times) {
    rows.all().forEach(item -> alike.merge(cause(item), times, Integer::sum));
  }

  private Rows rows(String document, Survey.Entry entry) {
    List<Item> all =
        rows(
            document,
            entry.record(),
            entry.notes().stream().filter(Note::unsure).toList(),
            kind == Kind.PROBLEM
                ? entry.open().stream().filter(p -> p.severity() != Problem.Severity.INFO).toList()
                : List.of());
    return all.isEmpty() ? Rows.NONE : new Rows(all, all.stream().filter(this::isWanted).toList());
  }

  private List<Item> rows(
      String document, ParsedRecord record, List<Note> notes, List<Problem> problems) {
    List<Item> rows = new ArrayList<>();
    collect(document, record, notes, rows);
    for (Problem problem : problems) {
      rows.add(
          new Item(
              Selection.of(document, record.id()),
              null,
              problem.source(),
              ProblemTexts.of(problem.message()),
              problem.span(),
              problem));
    }
    return List.copyOf(rows);
  }

  private void collect(String document, ParsedRecord record, List<Note> notes, List<Item> all) {
    if (kind == Kind.DOUBTFUL || kind == Kind.UNSURE) {
      notes.stream()
          .filter(n -> n.field() == null)
          .forEach(
              n ->
                  all.add(
                      new Item(
                          Selection.of(document, record.id()), null, "", n.text(), null, null)));
    }
    for (Selection place : session.places(document, record)) {
      FieldValue value = record.values(place.field()).get(place.index());
      Note note =
          notes.stream().filter(n -> n.isAbout(place.field(), value)).findFirst().orElse(null);
      boolean belongs =
          switch (kind) {
            case DOUBTFUL -> ReviewSession.isDoubtful(value) || note != null;
            case UNSURE -> note != null;
            case OPEN -> value.status() == Status.MACHINE;
            case PROBLEM -> false;
          };
      if (belongs) {
        Span span = value.spans().isEmpty() ? null : value.spans().get(0);
        all.add(new Item(place, value, rule(value), note == null ? "" : note.text(), span, null));
      }
    }
  }

  /**
   * The rule of a value without the version of its bundle, {@code bundle#rule}; empty for a value
   * that no rule made.
   */
  public static String rule(FieldValue value) {
    return value.extractor() == null ? "" : value.extractor().replaceFirst("/[^#]*", "");
  }

  private boolean isWanted(Item item) {
    if (field != null && !field.equals(item.place().field())) {
      return false;
    }
    if (words.isEmpty()) {
      return true;
    }
    String text = session.describe(item).toLowerCase(Locale.ROOT);
    for (String word : words.split("[\\s\\u3000]+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Index of the row a person is at, or -1. */
  public int indexOf(Selection place) {
    List<Item> rows = items();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).place().equals(place)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The row after or before a place, round and round; null where there is none but that place.
   *
   * @param direction 1 or -1
   */
  Item next(Selection from, int direction) {
    List<Item> rows = items();
    int at = indexOf(from);
    if (at >= 0) {
      int next = Math.floorMod(at + direction, rows.size());
      return next == at ? null : rows.get(next);
    }
    if (rows.isEmpty()) {
      return null;
    }
    int behind = order == Order.PRINTED ? behind(from) : direction > 0 ? 0 : rows.size();
    return rows.get(Math.floorMod(direction > 0 ? behind : behind - 1, rows.size()));
  }

  /** How many rows stand before a place that has none. */
  private int behind(Selection from) {
    int passed = 0;
    for (OpenDocument document : session.documents()) {
      OfDocument its = known.get(document.name());
      boolean here = document.name().equals(from.document());
      int last = its == null ? 0 : here ? its.survey().position(from.record()) : its.rows().size();
      for (int i = 0; i < last; i++) {
        passed += its.rows().get(i).wanted().size();
      }
      if (here) {
        return its == null || last < 0 ? 0 : passed + within(its, from);
      }
    }
    return 0;
  }

  private int within(OfDocument document, Selection from) {
    int passed = 0;
    if (from.hasValue()) {
      List<Selection> its =
          document.rows(from.record()).wanted().stream().map(Item::place).toList();
      passed = its.contains(Selection.of(from.document(), from.record())) ? 1 : 0;
      ParsedRecord record = document.survey().record(from.record()).orElseThrow();
      for (Selection place : session.places(from.document(), record)) {
        if (place.equals(from)) {
          return passed;
        }
        passed += its.contains(place) ? 1 : 0;
      }
    }
    return passed;
  }
}
