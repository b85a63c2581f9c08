package koetsu.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import koetsu.api.record.FieldValue;
import koetsu.records.AtomicFile;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.RecordJson;

/**
 * What the machine said about each gold record when a person last approved it, value by value.
 * Right or wrong is no part of it: both editions are held against today's gold.
 *
 * <p>The head also tells of the runs that were approved before, so that a trend can be drawn.
 *
 * <p>The file is JSON lines, UTF-8, one record or value a line, in the order of the run, without
 * times, so that equal approvals are equal files and a review of the file reads well.
 *
 * @param profile id of the profile that the values speak of
 * @param reason why it was approved, in a person's words
 * @param support field to the number of its gold values at the time
 * @param runs the approved runs so far, this one last; at most {@value #MOST_RUNS}
 * @param records approved records in the order of the run
 */
public record Baseline(
    String profile,
    String reason,
    Map<String, Long> support,
    List<Run> runs,
    List<Approved> records) {
  /** Where a project keeps its baseline, relative to its folder. */
  public static final String FILE = "approved/baseline";

  /** How many runs are remembered. */
  public static final int MOST_RUNS = 200;

  private static final String SCHEMA = "koetsu.baseline/1";

  /**
   * What a run came to.
   *
   * @param reason why it was approved; empty for one that is not
   * @param items number of gold values of the profile's fields
   * @param soft their F1, all together, compared as the profile says; NaN where it is undefined
   * @param strict the same, compared as written
   * @param exact share of records that are right in every field; NaN where it is undefined
   */
  public record Run(String reason, long items, double soft, double strict, double exact) {
    public Run {
      Objects.requireNonNull(reason);
      soft = rounded(soft);
      strict = rounded(strict);
      exact = rounded(exact);
    }

    /** Whether somebody approved it. */
    public boolean isApproved() {
      return !reason.isEmpty();
    }

    /** Whether another run has the same figures, approved or not. */
    boolean comesTo(Run other) {
      return other != null
          && equals(new Run(reason, other.items, other.soft, other.strict, other.exact));
    }

    /** Six decimals: enough to tell runs apart, and the same after writing and reading. */
    private static double rounded(double figure) {
      return Double.isNaN(figure) ? figure : Math.round(figure * 1e6) / 1e6;
    }
  }

  /**
   * What the machine said about one gold record.
   *
   * @param document name of the document
   * @param record id of the gold record, or null for predictions in reviewed regions without one
   * @param values field to its values in order; fields without a value are left out
   */
  public record Approved(String document, String record, Map<String, List<FieldValue>> values) {
    public Approved {
      Objects.requireNonNull(document);
      Map<String, List<FieldValue>> copy = new LinkedHashMap<>();
      values.forEach(
          (field, list) -> {
            if (!list.isEmpty()) {
              copy.put(field, List.copyOf(list));
            }
          });
      values = Collections.unmodifiableMap(copy);
    }
  }

  public Baseline {
    Objects.requireNonNull(profile);
    Objects.requireNonNull(reason);
    support = Collections.unmodifiableMap(new LinkedHashMap<>(support));
    runs = List.copyOf(runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size()));
    records = List.copyOf(records);
  }

  Baseline withReason(String changed) {
    List<Run> told = new ArrayList<>(runs);
    Run last = told.remove(told.size() - 1);
    Run named = new Run(changed, last.items(), last.soft(), last.strict(), last.exact());
    // approving the same again changes nothing
    if (told.isEmpty() || !named.equals(told.get(told.size() - 1))) {
      told.add(named);
    }
    return new Baseline(profile, changed, support, told, records);
  }

  /** The baseline of a file, empty where there is no such file. */
  public static Optional<Baseline> read(Path file) throws IOException {
    try {
      return Optional.of(read(Files.readAllBytes(file), file.toString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a file's content.
   *
   * @param name of the file, for messages
   */
  static Baseline read(byte[] bytes, String name) throws FormatException {
    Node head = null;
    List<Approved> records = new ArrayList<>();
    int number = 0;
    for (String line : Json.decode(bytes, name).split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String where = name + ", line " + number;
      Node json = Node.of(Json.readObject(line, where), where);
      if (head == null) {
        head = json;
        if (!json.get("schema").string().equals(SCHEMA)) {
          throw json.get("schema").wrong("is not " + SCHEMA + ", which this version reads");
        }
      } else {
        records.add(approved(json));
      }
    }
    if (head == null) {
      throw new FormatException(name + ": empty; delete it, or approve a run again");
    }
    Map<String, Long> support = new LinkedHashMap<>();
    for (String field : head.get("support").keys()) {
      support.put(field, (long) head.get("support").get(field).integer());
    }
    List<Run> runs = new ArrayList<>();
    if (!head.get("runs").isNull()) {
      for (Node run : head.get("runs").elements()) {
        runs.add(run(run));
      }
    }
    return new Baseline(
        head.get("profile").string(), head.get("reason").string(), support, runs, records);
  }

  static Run run(Node json) throws FormatException {
    return new Run(
        json.get("reason").string(),
        json.get("items").integer(),
        figure(json.get("soft")),
        figure(json.get("strict")),
        figure(json.get("exact")));
  }

  private static double figure(Node json) throws FormatException {
    return json.isNull() ? Double.NaN : json.decimal();
  }

  private static Approved approved(Node json) throws FormatException {
    Map<String, List<FieldValue>> values = new LinkedHashMap<>();
    Node fields = json.get("values");
    for (String field : fields.keys()) {
      List<FieldValue> list = new ArrayList<>();
      for (Node value : fields.get(field).elements()) {
        list.add(RecordJson.fieldValue(value));
      }
      values.put(field, list);
    }
    return new Approved(json.get("document").string(), json.get("record").string(null), values);
  }

  /** The file's content. */
  public byte[] toBytes() {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("schema", SCHEMA);
    head.put("profile", profile);
    head.put("reason", reason);
    head.put("support", support);
    head.put("runs", runs.stream().map(Baseline::toJson).toList());
    StringBuilder text = new StringBuilder(Json.write(head)).append('\n');
    for (Approved approved : records) {
      text.append(Json.write(toJson(approved))).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Map<String, Object> toJson(Run run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", run.reason());
    json.put("items", run.items());
    json.put("soft", figure(run.soft()));
    json.put("strict", figure(run.strict()));
    json.put("exact", figure(run.exact()));
    return json;
  }

  private static Double figure(double figure) {
    return Double.isNaN(figure) ? null : figure;
  }

  private static Map<String, Object> toJson(Approved approved) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("document", approved.document());
    json.put("record", approved.record());
    Map<String, Object> values = new LinkedHashMap<>();
    approved
        .values()
        .forEach((field, list) -> values.put(field, list.stream().map(Baseline::bare).toList()));
    json.put("values", values);
    return json;
  }

  /** A value without what may change while it says the same: printed text and confidence. */
  private static Map<String, Object> bare(FieldValue value) {
    return RecordJson.toJson(
        new FieldValue(
            value.value(),
            null,
            value.spans(),
            null,
            value.extractor(),
            value.status(),
            null,
            Map.of()));
  }

  /** Writes the file at once; folders that are missing are made. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFile.write(file, toBytes());
  }
}
