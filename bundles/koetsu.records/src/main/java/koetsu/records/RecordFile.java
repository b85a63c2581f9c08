package koetsu.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;

/**
 * A records file ({@code NAME.records.jsonl}): one source's records, one per line.
 *
 * @param document the source they speak of; null only where there is no record, because an empty
 *     file cannot say
 * @param records in the order of the lines
 */
public record RecordFile(DocumentInfo document, List<ParsedRecord> records) {
  /** What every line of a file that this version writes says first. */
  public static final String SCHEMA = "koetsu.records/1";

  /** The end of every records file's name; before it stands the source's name without extension. */
  public static final String SUFFIX = ".records.jsonl";

  private static final String FAMILY = "koetsu.records/";

  public RecordFile {
    records = List.copyOf(records);
    if (document == null && !records.isEmpty()) {
      throw new IllegalArgumentException("records need a document");
    }
  }

  /** The file that holds what the machine says about a document. */
  public static RecordFile of(ParsedDocument parsed) {
    return new RecordFile(DocumentInfo.of(parsed.document()), parsed.records());
  }

  /** Reads a file from disk. */
  public static RecordFile read(Path file) throws IOException {
    return read(Files.newInputStream(file), file.toString());
  }

  /**
   * Reads a file's content.
   *
   * @param bytes UTF-8, with or without a byte order mark
   * @param name of the file, for messages
   * @throws FormatException at the first thing that is wrong
   */
  public static RecordFile read(byte[] bytes, String name) throws FormatException {
    try {
      return read(new ByteArrayInputStream(bytes), name);
    } catch (FormatException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private static RecordFile read(InputStream in, String name) throws IOException {
    List<ParsedRecord> records = new ArrayList<>();
    try (RecordLines lines = new RecordLines(in, name)) {
      for (ParsedRecord record = lines.next(); record != null; record = lines.next()) {
        records.add(record);
      }
      return new RecordFile(lines.document(), records);
    }
  }

  /**
   * The name of the file that speaks of a source: the source's without extension, and what we are.
   */
  public static String name(String source) {
    int dot = source.lastIndexOf('.');
    return (dot > 0 ? source.substring(0, dot) : source) + SUFFIX;
  }

  /** The file's own name by its document, which must not be null. */
  public String fileName() {
    return name(document.name());
  }

  /** The file's content: deterministic, in UTF-8 without a byte order mark. */
  public byte[] toBytes() {
    StringBuilder text = new StringBuilder();
    for (ParsedRecord record : records) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("schema", SCHEMA);
      line.put("document", document.toJson());
      line.putAll(RecordJson.toJson(record));
      text.append(Json.write(line)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the file at once: a reader sees the old content or the new one. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, toBytes());
  }

  /**
   * What is wrong with this file as a statement about a source: another source, offsets beyond its
   * end, texts that do not stand there.
   *
   * @return one sentence each, in the order of the file; empty where all is well
   */
  public List<String> verify(SourceDocument source) {
    if (document == null) {
      return List.of();
    }
    List<String> faults = new ArrayList<>(document.verify(source));
    for (ParsedRecord record : records) {
      faults.addAll(verify(record, source));
    }
    return faults;
  }

  /**
   * What is wrong with a record as a statement about a source: offsets beyond its end, texts that
   * do not stand there.
   *
   * @return one sentence each, which begins with the record's id; empty where all is well
   */
  public static List<String> verify(ParsedRecord record, SourceDocument source) {
    List<String> faults = new ArrayList<>();
    verify(record, source, faults);
    return faults;
  }

  private static void verify(ParsedRecord record, SourceDocument source, List<String> faults) {
    String id = record.id();
    within(record.spans(), id + ": spans", source, faults);
    record
        .fields()
        .forEach(
            (field, values) -> {
              for (int i = 0; i < values.size(); i++) {
                verify(values.get(i), id + ": " + field + "[" + i + "]", source, faults);
              }
            });
    for (int i = 0; i < record.sections().size(); i++) {
      Section section = record.sections().get(i);
      within(section.heading(), id + ": sections[" + i + "].heading", source, faults);
      within(section.body(), id + ": sections[" + i + "].body", source, faults);
    }
  }

  private static void verify(
      FieldValue value, String place, SourceDocument source, List<String> faults) {
    if (within(value.spans(), place + ".spans", source, faults)
        && !value.spans().isEmpty()
        && value.text() != null) {
      String printed = source.slice(cover(value.spans()));
      if (!printed.equals(value.text())) {
        faults.add(
            place + ".text is \"" + value.text() + "\", but the source says \"" + printed + "\"");
      }
    }
  }

  private static boolean within(
      List<Span> spans, String place, SourceDocument source, List<String> faults) {
    for (Span span : spans) {
      if (span.end() > source.length()) {
        faults.add(
            place + " end at " + span.end() + ", beyond the source's end at " + source.length());
        return false;
      }
    }
    return true;
  }

  /** From the first begin to the last end: what {@link FieldValue#text()} quotes. */
  private static Span cover(List<Span> spans) {
    return new Span(spans.get(0).begin(), spans.get(spans.size() - 1).end());
  }

  /** Complains unless a line says that it is in the format of this version. */
  public static void checkSchema(Node schema) throws FormatException {
    String said = schema.string();
    if (said.equals(SCHEMA)) {
      return;
    }
    if (said.startsWith(FAMILY) && said.substring(FAMILY.length()).matches("[1-9][0-9]*")) {
      throw schema.wrong(
          "is " + said + ", which a newer Koetsu wrote; this one reads " + SCHEMA + ": update it");
    }
    throw schema.wrong("is " + said + "; a records file says " + SCHEMA);
  }
}
