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
 * <p>The file is JSON lines, UTF-8, one record or value a line, in the order of the run, without
 * times, so that equal approvals are equal files and a review of the file reads well.
 *
 * @param profile id of the profile that the values speak of
 * @param reason why it was approved, in a person's words
 * @param support field to the number of its gold values at the time
 * @param records approved records in the order of the run
 */
public record Baseline(
    String profile, String reason, Map<String, Long> support, List<Approved> records) {
  /** Where a project keeps its baseline, relative to its folder. */
  public static final String FILE = "approved/baseline";

  private static final String SCHEMA = "koetsu.baseline/1";

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
    records = List.copyOf(records);
  }

  Baseline withReason(String changed) {
    return new Baseline(profile, changed, support, records);
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
    return new Baseline(
        head.get("profile").string(), head.get("reason").string(), support, records);
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
    StringBuilder text = new StringBuilder(Json.write(head)).append('\n');
    for (Approved approved : records) {
      text.append(Json.write(toJson(approved))).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
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
