package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.measure.agreement.DoubleReview;

/** Counts what the figures of agreement on one document are made of. */
public final class DoubleReviewCount {

  /**
   * A part of the units between two boundaries that both have, or a sum of such parts.
   *
   * @param potential places where a boundary could be
   * @param ofOne boundaries of the one
   * @param ofOther boundaries of the other
   * @param edits boundaries that one has and the other has not even nearby
   * @param near boundaries one unit beside the other's
   * @param matches boundaries of both
   */
  public record Stretch(
      long potential, long ofOne, long ofOther, long edits, long near, long matches) {
    public static final Stretch NONE = new Stretch(0, 0, 0, 0, 0, 0);

    /** The sum with another one that is there so many times. */
    public Stretch plus(Stretch other, int times) {
      return new Stretch(
          potential + times * other.potential,
          ofOne + times * other.ofOne,
          ofOther + times * other.ofOther,
          edits + times * other.edits,
          near + times * other.near,
          matches + times * other.matches);
    }

    /** Boundary similarity B; empty without boundaries. */
    public OptionalDouble similarity() {
      long all = edits + near + matches;
      return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (edits + 0.5 * near) / all);
    }

    /** How probable it is that both set a boundary if they did not look. */
    public double chance() {
      return potential == 0 ? 0 : (double) ofOne / potential * ofOther / potential;
    }
  }

  /** Places of values: those of both, those of each, and values without one. */
  public record Spans(long common, long one, long other, long placeless) {}

  /** A record as the two reviewers left it. */
  public static final class Twins {
    private final ParsedRecord one;
    private final ParsedRecord other;
    private final int[] chars;
    private final Profile profile;

    private Twins(ParsedRecord one, ParsedRecord other, int[] chars, Profile profile) {
      this.one = one;
      this.other = other;
      this.chars = chars;
      this.profile = profile;
    }

    public ParsedRecord one() {
      return one;
    }

    public ParsedRecord other() {
      return other;
    }

    /** The canonical values of a field as the two read it. */
    public List<List<Object>> values(FieldDefinition field) {
      return Stream.of(one, other)
          .map(r -> r.live(field.id()).stream().map(v -> field.canonical(v.value())).toList())
          .toList();
    }

    /**
     * @param field id of a field, or anything else for all of them
     */
    public Spans spans(String field) {
      List<String> fields =
          profile.field(field).isPresent()
              ? List.of(field)
              : profile.fields().stream().map(FieldDefinition::id).toList();
      long common = 0;
      long ofOne = 0;
      long ofOther = 0;
      long placeless = 0;
      for (String each : fields) {
        List<List<Span>> left = places(one, each);
        List<List<Span>> right = places(other, each);
        ofOne += left.size();
        ofOther += right.size();
        placeless += one.live(each).size() + other.live(each).size() - left.size() - right.size();
        List<List<Span>> rest = new ArrayList<>(right);
        common += left.stream().filter(rest::remove).count();
      }
      return new Spans(common, ofOne, ofOther, placeless);
    }

    private static List<List<Span>> places(ParsedRecord record, String field) {
      return record.live(field).stream()
          .map(FieldValue::spans)
          .filter(spans -> !spans.isEmpty())
          .toList();
    }

    /** How many characters have which fields with the one and with the other. */
    public Map<List<String>, Integer> fieldsPerCharacter() {
      return labels(
          r -> {
            Map<String, List<Span>> claimed = new HashMap<>();
            r.fields()
                .keySet()
                .forEach(f -> claimed.put(f, places(r, f).stream().flatMap(List::stream).toList()));
            return claimed;
          });
    }

    /** How many characters have a field with the one and with the other. */
    public Map<List<String>, Integer> fieldPerCharacter(String field) {
      return labels(r -> Map.of(field, places(r, field).stream().flatMap(List::stream).toList()));
    }

    /** How many characters are in which sections with the one and with the other. */
    public Map<List<String>, Integer> sectionsPerCharacter() {
      return labels(
          r -> {
            Map<String, List<Span>> claimed = new HashMap<>();
            for (Section section : r.sections()) {
              claimed
                  .computeIfAbsent(section.type(), t -> new ArrayList<>())
                  .addAll(section.body());
            }
            return claimed;
          });
    }

    private Map<List<String>, Integer> labels(
        java.util.function.Function<ParsedRecord, Map<String, List<Span>>> claims) {
      TreeSet<Integer> extent = new TreeSet<>();
      for (ParsedRecord record : List.of(one, other)) {
        for (Span span : record.spans()) {
          for (int i = span.begin(); i < Math.min(span.end(), chars.length); i++) {
            if (!Character.isWhitespace(chars[i]) && !Character.isSpaceChar(chars[i])) {
              extent.add(i);
            }
          }
        }
      }
      List<Map<Integer, String>> labels =
          Stream.of(one, other).map(r -> perCharacter(claims.apply(r))).toList();
      Map<List<String>, Integer> counts = new HashMap<>();
      for (int i : extent) {
        counts.merge(
            List.of(labels.get(0).getOrDefault(i, ""), labels.get(1).getOrDefault(i, "")),
            1,
            Integer::sum);
      }
      return counts;
    }

    private static Map<Integer, String> perCharacter(Map<String, List<Span>> claims) {
      Map<Integer, String> labels = new HashMap<>();
      claims.keySet().stream()
          .sorted()
          .forEach(
              label -> {
                TreeSet<Integer> its = new TreeSet<>();
                for (Span span : claims.get(label)) {
                  for (int i = span.begin(); i < span.end(); i++) {
                    its.add(i);
                  }
                }
                its.forEach(i -> labels.merge(i, label, (a, b) -> a + "+" + b));
              });
      return labels;
    }
  }

  private final LineTable lines;
  private final DoubleReview review;
  private final Alignment alignment;
  private final List<Twins> twins = new ArrayList<>();

  public DoubleReviewCount(Profile profile, DoubleReview review) {
    this.review = review;
    this.lines = new LineTable(review.document().text());
    this.alignment = Alignment.of(lines, review.one(), review.other());
    int[] chars = review.document().text().codePoints().toArray();
    for (int i = 0; i < review.one().size(); i++) {
      int partner = alignment.partner(i);
      if (partner >= 0) {
        twins.add(new Twins(review.one().get(i), review.other().get(partner), chars, profile));
      }
    }
  }

  public List<Twins> twins() {
    return twins;
  }

  /** Records that only one of the two has. */
  public long lone() {
    return review.one().size() + review.other().size() - 2L * twins.size();
  }

  /**
   * The units from the first to the last record that both have, cut where both set a boundary; each
   * cut belongs to the stretch it ends.
   */
  public List<Stretch> stretches() {
    TreeSet<Integer> covered = new TreeSet<>();
    for (int i = 0; i < review.one().size(); i++) {
      if (alignment.partner(i) >= 0) {
        Arrays.stream(alignment.goldLines(i)).forEach(covered::add);
        Arrays.stream(alignment.predictedLines(alignment.partner(i))).forEach(covered::add);
      }
    }
    if (covered.isEmpty()) {
      return List.of();
    }
    boolean[] one = boundaries(review.one(), covered.first(), covered.last());
    boolean[] other = boundaries(review.other(), covered.first(), covered.last());
    List<Stretch> stretches = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= one.length; i++) {
      if (i == one.length && begin < i || i < one.length && one[i] && other[i]) {
        int end = Math.min(i + 1, one.length);
        stretches.add(
            stretch(Arrays.copyOfRange(one, begin, end), Arrays.copyOfRange(other, begin, end)));
        begin = end;
      }
    }
    return stretches;
  }

  private static Stretch stretch(boolean[] one, boolean[] other) {
    long[] edits = SegmentationCount.edits(one, other);
    return new Stretch(one.length, count(one), count(other), edits[0], edits[1], edits[2]);
  }

  private static long count(boolean[] boundaries) {
    long count = 0;
    for (boolean boundary : boundaries) {
      count += boundary ? 1 : 0;
    }
    return count;
  }

  /** For each written line but the last of a range, whether a segment ends behind it. */
  private boolean[] boundaries(List<ParsedRecord> records, int first, int last) {
    int[] owner = new int[lines.count()];
    for (int r = records.size() - 1; r >= 0; r--) {
      for (int line : lines.lines(records.get(r).spans())) {
        owner[line] = r + 1;
      }
    }
    List<Boolean> boundaries = new ArrayList<>();
    for (int line = first; line < last; line = lines.nextWritten(line)) {
      int next = lines.nextWritten(line);
      if (next <= last) {
        boundaries.add(owner[line] != owner[next]);
      }
    }
    boolean[] found = new boolean[boundaries.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = boundaries.get(i);
    }
    return found;
  }
}
