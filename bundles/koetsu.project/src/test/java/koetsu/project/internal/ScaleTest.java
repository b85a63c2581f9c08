package koetsu.project.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.RecordKind;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.Author;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.EventType;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.Sheets;
import koetsu.records.DocumentInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project that two people have worked on for a long time: every record accepted value by value,
 * then reviewed. The figures are printed; the tests fail only where something is far off.
 */
class ScaleTest {
  private static final Author HANA = new Author("hana", "a1");
  private static final Author KEN = new Author("ken", "b2");

  /** Values of a record; with the review that closes it a record has one event more. */
  private static final int VALUES = 9;

  private static final int EVENTS = VALUES + 1;
  private static final int RECORDS_PER_DOCUMENT = 100;
  private static final int EDITS = 200;

  @TempDir Path temp;

  private static Profile profile() {
    List<FieldDefinition> fields = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      fields.add(
          new FieldDefinition(
              "field" + i, Map.of(), i > 0, List.of(), Comparison.TEXT, "#000000", null));
    }
    return new Profile(
        "scale", "1", List.of(new RecordKind("program", Map.of())), fields, List.of(), Map.of());
  }

  /** Sheets of 20 lines; every second line holds a value. */
  private static String text(int records) {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < records; r++) {
      for (int v = 0; v < VALUES; v++) {
        text.append("第").append(r).append("号の項目").append(v).append("\n地の文が続く行である。\n");
      }
      text.append("\n\n");
    }
    return text.toString();
  }

  private static ParsedDocument extraction(SourceDocument document, int records) {
    List<ParsedRecord> found = new ArrayList<>();
    int linesPerRecord = 2 * VALUES + 2;
    for (int r = 0; r < records; r++) {
      Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
      for (int v = 0; v < VALUES; v++) {
        Span span = document.lines().get(r * linesPerRecord + 2 * v).span();
        String printed = document.slice(span);
        fields.put(
            "field" + v,
            List.of(
                new FieldValue(
                    Value.of(printed),
                    printed,
                    List.of(span),
                    0.9,
                    "koetsu.test/1.0.0#rule",
                    Status.MACHINE,
                    null,
                    Map.of())));
      }
      Span first = document.lines().get(r * linesPerRecord).span();
      Span last = document.lines().get(r * linesPerRecord + 2 * VALUES - 1).span();
      found.add(
          new ParsedRecord(
              String.format("r%04d", r + 1),
              null,
              "program",
              List.of(first.cover(last)),
              fields,
              List.of(new Section("outline", List.of(first), List.of(last))),
              RecordState.UNTOUCHED,
              Map.of()));
    }
    return new ParsedDocument(document, found, List.of(), List.of());
  }

  /** Writes the logs of two people who took turns, record by record. */
  private Path generate(int documents, SourceDocument document, ParsedDocument extraction)
      throws IOException, ProjectException {
    Path folder = temp.resolve("project" + documents);
    Project.create(folder, List.of());
    List<String> names = new ArrayList<>();
    for (int d = 0; d < documents; d++) {
      names.add(String.format("d%04d.txt", d));
    }
    // Empty sources will do: nobody reads them here.
    for (String name : names) {
      Files.createFile(folder.resolve("sources").resolve(name));
    }
    Files.createDirectories(folder.resolve("log"));
    List<BufferedWriter> logs = new ArrayList<>();
    for (Author author : List.of(HANA, KEN)) {
      logs.add(Files.newBufferedWriter(folder.resolve("log").resolve(author.logFile())));
    }
    long clock = 0;
    long[] sequence = new long[2];
    for (String name : names) {
      DocumentInfo info =
          new DocumentInfo(name, document.sha256(), document.length(), "UTF-8", Map.of());
      int number = 0;
      for (ParsedRecord found : extraction.records()) {
        int who = number++ % 2;
        for (List<Change> changes : review(info, found)) {
          Author author = who == 0 ? HANA : KEN;
          EventId id =
              new EventId(++clock, author.reviewer(), author.installation(), ++sequence[who]);
          Event event =
              new Event(
                  id,
                  Instant.ofEpochSecond(1_800_000_000L + clock),
                  "1",
                  changes.get(changes.size() - 1) instanceof Change.OfRecord
                      ? EventType.REVIEW
                      : EventType.ACCEPT,
                  null,
                  changes);
          logs.get(who).write(EventJson.write(event));
          logs.get(who).write('\n');
        }
      }
    }
    for (BufferedWriter log : logs) {
      log.close();
    }
    return folder;
  }

  private static List<List<Change>> review(DocumentInfo info, ParsedRecord found) {
    List<List<Change>> events = new ArrayList<>();
    ParsedRecord now = found.withState(RecordState.IN_REVIEW);
    for (String field : found.fields().keySet()) {
      List<Change> changes = new ArrayList<>();
      if (events.isEmpty()) {
        changes.add(new Change.OfRecord(info, found.id(), null, now));
      }
      FieldValue before = found.values(field).get(0);
      FieldValue after = before.withStatus(Status.ACCEPTED);
      changes.add(
          new Change.OfValue(info, found.id(), found.spans(), field, before, after, before));
      now = now.withField(field, List.of(after));
      events.add(changes);
    }
    events.add(
        List.of(new Change.OfRecord(info, found.id(), now, now.withState(RecordState.REVIEWED))));
    return events;
  }

  private static ParsedDocument named(ParsedDocument extraction, String name) {
    SourceDocument document = extraction.document();
    return new ParsedDocument(
        new SourceDocument(
            name, document.sha256(), document.encoding(), document.text(), document.lines()),
        extraction.records(),
        List.of(),
        List.of());
  }

  @Test
  void aSmallProjectOpensTheSameWithAndWithoutItsCache() throws Exception {
    measure(10);
  }

  @Test
  @Tag("long")
  void aHundredThousandRecordsAndAMillionEventsOpenFast() throws Exception {
    measure(1000);
  }

  private void measure(int documents) throws Exception {
    SourceDocument document = Sheets.document("d0000.txt", text(RECORDS_PER_DOCUMENT));
    ParsedDocument extraction = extraction(document, RECORDS_PER_DOCUMENT);
    Path folder = generate(documents, document, extraction);
    int events = documents * RECORDS_PER_DOCUMENT * EVENTS;
    long size;
    try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
      size = logs.mapToLong(f -> f.toFile().length()).sum();
    }
    System.out.printf(
        "%,d records, %,d events, logs of %,d MB%n",
        documents * RECORDS_PER_DOCUMENT, events, size >> 20);
    ParsedDocument last = named(extraction, String.format("d%04d.txt", documents - 1));

    Clock clock = new Clock();
    try (Project project = Project.read(folder, HANA, profile())) {
      clock.lap("opened for reading, without an index");
      assertEquals(events, project.events().size());
    }
    clock = new Clock();
    Project writer = Project.open(folder, HANA, profile());
    clock.lap("opened for writing, without an index");
    writer.flush();
    clock.lap("all gold files made from the log");
    long made = count(folder.resolve("gold"));
    assertEquals(documents, made);
    writer.close();

    clock = new Clock();
    try (Project project = Project.open(folder, HANA, profile())) {
      long opening = clock.lap("opened for writing, as every day");
      List<ParsedRecord> records = project.present(last).records();
      clock.lap("first document shown");
      assertEquals(RECORDS_PER_DOCUMENT, records.size());
      assertTrue(records.stream().allMatch(r -> r.state() == RecordState.REVIEWED));
      assertEquals(List.of(), project.conflicts().stream().limit(1).toList());
      clock.lap("conflicts of all documents looked for");
      assertEquals(documents, project.gold().size());
      clock.lap("gold of all documents in memory");
      assertTrue(opening < 30_000, opening + " ms to open");
      latency(project, records);
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** Corrects values one after the other, as fast as the disk acknowledges. */
  private static void latency(Project project, List<ParsedRecord> records) throws Exception {
    String document =
        project.events().get(project.events().size() - 1).changes().get(0).document().name();
    double[] millis = new double[EDITS];
    for (int i = 0; i < EDITS; i++) {
      ParsedRecord record =
          project
              .document(document)
              .orElseThrow()
              .record(records.get(i % records.size()).id())
              .orElseThrow();
      FieldValue old = record.values("field1").get(0);
      long begin = System.nanoTime();
      project.correct(
          document, record.id(), "field1", old, Value.of("直した値" + i), old.text(), old.spans());
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        "edit acknowledged after %.1f ms (median), %.1f ms (95 %%)%n",
        millis[EDITS / 2], millis[EDITS * 95 / 100]);
    assertTrue(millis[EDITS / 2] < 100, millis[EDITS / 2] + " ms");
  }

  /** Tells elapsed and processor time: on a busy machine only the second one says anything. */
  private static final class Clock {
    private static final OperatingSystemMXBean PROCESS =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long last = System.nanoTime();
    private long worked = PROCESS.getProcessCpuTime();

    long lap(String what) {
      long now = System.nanoTime();
      long work = PROCESS.getProcessCpuTime();
      long millis = (now - last) / 1_000_000;
      System.out.printf(
          "%,8d ms, processors %,8d ms: %s%n", millis, (work - worked) / 1_000_000, what);
      last = now;
      worked = work;
      return millis;
    }
  }
}
