package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.record.Value;

/** The offices of a record found so far, each once. */
final class Offices {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** A longer name may be two. */
  private static final int LONG = 28;

  /** What each sign against a name takes from its confidence, and what is left at least. */
  private static final double DOUBT = 0.05;

  private static final double LEAST = 0.5;

  /** A line end inside a name. */
  private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

  /** A repetition is looked for among so many offices. */
  private static final int MEMORY = 100;

  private final ExtractionContext context;
  private final List<Extraction> found = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final UnitWords units;

  Offices(ExtractionContext context, UnitWords units) {
    this.context = context;
    this.units = units;
  }

  /**
   * Adds an office.
   *
   * @param joint what joins the parts of its name that stand apart
   * @param label the label of the line, or null
   */
  void add(List<Span> parts, String joint, String rule, double confidence, Span label) {
    List<String> names =
        parts.stream().map(context::slice).map(name -> BREAK.matcher(name).replaceAll("")).toList();
    addOnce(parts, String.join(joint, names), rule, confidence, label);
  }

  private void addOnce(List<Span> spans, String value, String rule, double confidence, Span label) {
    String key = key(value);
    for (String known : keys.subList(Math.max(0, keys.size() - MEMORY), keys.size())) {
      if (known != null && isRepeated(known, key)) {
        context.in().trace().failed(rule, spans.get(0), "the office stands further up");
        keys.add(null);
        return;
      }
    }
    keys.add(key);
    found.add(
        new Finding(context, "department", rule, spans)
            .because("label", label)
            .value(Value.of(value), sure(value, confidence)));
  }

  /** Falls with what makes a name unlike that of an office. */
  private double sure(String value, double confidence) {
    int doubts = units.mentionsBureau(value) ? 0 : 1;
    doubts += value.length() > LONG ? 1 : 0;
    doubts += value.indexOf('(') >= 0 || value.indexOf('（') >= 0 ? 1 : 0;
    doubts += value.chars().anyMatch(c -> c != 'の' && c >= 'ぁ' && c <= 'ん') ? 1 : 0;
    int section = value.indexOf('課');
    doubts += section >= 0 && section < value.length() - 1 ? 1 : 0;
    return Math.max(LEAST, Math.round((confidence - doubts * DOUBT) * 100) / 100.0);
  }

  /** Whether an office is a known one, or the bare name of one known with its bureau. */
  private boolean isRepeated(String known, String key) {
    if (!known.endsWith(key)) {
      return false;
    }
    String rest = known.substring(0, known.length() - key.length()).strip();
    return rest.isEmpty() || units.endsLikeBureau(rest) || rest.endsWith("課");
  }

  /** Takes back the last entry: it turned out to be the first half of another. */
  void drop() {
    if (keys.remove(keys.size() - 1) != null) {
      found.remove(found.size() - 1);
    }
  }

  private static String key(String value) {
    return SPACE.matcher(value).replaceAll(" ").strip();
  }

  List<Extraction> found() {
    return found;
  }
}
