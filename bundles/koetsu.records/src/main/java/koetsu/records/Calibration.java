package koetsu.records;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import koetsu.api.record.FieldValue;

/**
 * Turns what an extractor thinks of its value into the share of such values that were right in
 * gold.
 *
 * @param curves {@code bundle#field} to a rising curve; {@code bundle#*} serves fields of the
 *     bundle without a curve, and values of bundles without any keep their confidence
 */
public record Calibration(Map<String, List<Knot>> curves) {
  /** Changes nothing. */
  public static final Calibration NONE = new Calibration(Map.of());

  /** The field under which a bundle's fields without a curve are looked up. */
  public static final String ANY = "*";

  private static final String SCHEMA = "koetsu.calibration/1";

  /**
   * A point of a curve, both from 0 to 1; between two points the curve is a straight line, outside
   * them it is level.
   *
   * @param raw the extractor's confidence
   * @param share of the values of this confidence that were right
   */
  public record Knot(double raw, double share) {}

  public Calibration {
    Map<String, List<Knot>> copy = new LinkedHashMap<>();
    new TreeMap<>(curves).forEach((key, knots) -> copy.put(key, List.copyOf(knots)));
    curves = Collections.unmodifiableMap(copy);
  }

  /** The bundle that a value comes from, or an empty string. */
  public static String bundle(FieldValue value) {
    String source = value.extractor() == null ? "" : value.extractor();
    return source.substring(0, Math.max(0, source.indexOf('/')));
  }

  /** The value with its confidence on its field's curve. */
  public FieldValue apply(String field, FieldValue value) {
    if (value.confidence() == null) {
      return value;
    }
    String bundle = bundle(value);
    List<Knot> curve = curves.get(bundle + '#' + field);
    curve = curve == null ? curves.get(bundle + '#' + ANY) : curve;
    return curve == null ? value : value.withConfidence(on(curve, value.confidence()));
  }

  /** What the curve of all fields of a bundle says of a confidence; itself where there is none. */
  public double of(String bundle, double raw) {
    List<Knot> curve = curves.get(bundle + '#' + ANY);
    return curve == null ? raw : on(curve, raw);
  }

  private static double on(List<Knot> curve, double raw) {
    Knot below = curve.get(0);
    for (Knot knot : curve) {
      if (raw <= knot.raw()) {
        double width = knot.raw() - below.raw();
        double part = width == 0 ? 1 : Math.max(0, (raw - below.raw()) / width);
        return below.share() + part * (knot.share() - below.share());
      }
      below = knot;
    }
    return below.share();
  }

  /**
   * Reads a file's content.
   *
   * @param name of the file, for messages
   */
  public static Calibration read(byte[] bytes, String name) throws FormatException {
    Node json = Node.of(Json.readObject(Json.decode(bytes, name), name), name);
    if (!json.get("schema").string().equals(SCHEMA)) {
      throw json.get("schema").wrong("is not " + SCHEMA + ", which this version reads");
    }
    Map<String, List<Knot>> curves = new LinkedHashMap<>();
    Node all = json.get("curves");
    for (String key : all.keys()) {
      List<Knot> knots = new ArrayList<>();
      for (Node knot : all.get(key).elements()) {
        knots.add(new Knot(knot.get("raw").decimal(), knot.get("share").decimal()));
      }
      if (knots.isEmpty()) {
        throw all.get(key).wrong("is a curve without a point");
      }
      curves.put(key, knots);
    }
    return new Calibration(curves);
  }

  /** The file's content, equal for equal curves. */
  public byte[] toBytes() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    Map<String, Object> all = new LinkedHashMap<>();
    curves.forEach((key, knots) -> all.put(key, knots.stream().map(Calibration::toJson).toList()));
    json.put("curves", all);
    return (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> toJson(Knot knot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("raw", knot.raw());
    json.put("share", knot.share());
    return json;
  }
}
