package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.record.ContentsLine;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Gap;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.records.Disk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptReadingsTest {
  private static final Pipeline PLUG_INS =
      Fakes.pipeline(Fakes.lineByLine(), Fakes.word("tea", "name", "茶", 0.8));
  private static final LoadRequest INPUT = input("a.txt", "bytes", null);
  private static final ParsedDocument READING = reading(Problem.Severity.WARNING, "茶屋");

  @TempDir private Path place;
  private Path folder;

  @BeforeEach
  void name() {
    folder = place.resolve("cache/readings");
  }

  @Test
  void givesBackEverythingAtTheNextStart() {
    keep(INPUT, READING);
    assertSame(READING, find(INPUT).orElseThrow());
  }

  @Test
  void givesBackWhatAPipelineFound() {
    SourceDocument document = Fakes.document("峠の茶屋\n浜の茶店\n");
    ParsedDocument found = PLUG_INS.run(document);
    assertFalse(found.records().get(0).values("name").isEmpty());
    keep(INPUT, found);
    assertSame(found, find(INPUT).orElseThrow());
  }

  @Test
  void knowsNothingOfAnotherInput() {
    keep(INPUT, READING);
    assertTrue(find(input("a.txt", "byteS", null)).isEmpty());
    assertTrue(find(input("b.txt", "bytes", null)).isEmpty());
    assertTrue(find(input("a.txt", "bytes", "UTF-8")).isEmpty());
  }

  @Test
  void knowsNothingOfOtherPlugIns() {
    keep(INPUT, READING);
    Pipeline others = Fakes.pipeline(Fakes.lineByLine(), Fakes.word("rice", "name", "米", 0.8));
    try (KeptReadings kept = new KeptReadings(folder, others)) {
      assertTrue(kept.place(INPUT).find().isEmpty());
    }
  }

  @Test
  void keepsNothingOfPlugInsThatWentMeanwhile() {
    ReplaceablePipeline pipeline = new ReplaceablePipeline(PLUG_INS);
    try (KeptReadings kept = new KeptReadings(folder, pipeline)) {
      KeptReadings.Place before = kept.place(INPUT);
      pipeline.replaceBy(Fakes.pipeline(Fakes.lineByLine()));
      before.keep(READING);
    }
    assertTrue(find(INPUT).isEmpty());
  }

  @Test
  void keepsNothingInWhichAPlugInFailed() {
    keep(INPUT, reading(Problem.Severity.ERROR, "茶屋"));
    assertTrue(find(INPUT).isEmpty());
  }

  @Test
  void keepsNoValueOfAClassWithoutAForm() {
    keep(INPUT, reading(Problem.Severity.INFO, new StringBuilder("茶屋")));
    assertTrue(find(INPUT).isEmpty());
  }

  @Test
  void doesWithoutADamagedFile() throws IOException {
    keep(INPUT, READING);
    Path file = files().get(0);
    byte[] sound = Files.readAllBytes(file);
    try (KeptReadings kept = new KeptReadings(folder, PLUG_INS)) {
      KeptReadings.Place reading = kept.place(INPUT);
      for (int i = 0; i < sound.length; i++) {
        byte[] damaged = sound.clone();
        damaged[i] ^= 0x10;
        Files.write(file, damaged);
        assertTrue(reading.find().isEmpty(), "byte " + i);
      }
      for (int length = 0; length < sound.length; length += 7) {
        Files.write(file, Arrays.copyOf(sound, length));
        assertTrue(reading.find().isEmpty(), "the first " + length + " bytes");
      }
    }
    keep(INPUT, READING);
    assertSame(READING, find(INPUT).orElseThrow());
  }

  @Test
  void doesWithoutTheFileOfAnotherInputInItsPlace() throws IOException {
    keep(INPUT, READING);
    LoadRequest other = input("b.txt", "bytes", null);
    byte[] first = Files.readAllBytes(files().get(0));
    Files.delete(files().get(0));
    keep(other, READING);
    Files.write(files().get(0), first);
    assertTrue(find(other).isEmpty());
  }

  @Test
  void doesWithoutAFolderThatCannotBeMade() throws IOException {
    Files.writeString(place.resolve("cache"), "a file in the way");
    keep(INPUT, READING);
    assertTrue(find(INPUT).isEmpty());
  }

  @Test
  void leavesNothingHalfOnAFullDisk() throws IOException {
    Disk full = new FullDisk();
    try (KeptReadings kept = new KeptReadings(folder, PLUG_INS, 1000, full)) {
      kept.place(INPUT).keep(READING);
    }
    assertEquals(List.of(), files());
  }

  @Test
  void letsGoOfWhatNobodyAskedForTheLongest() throws IOException {
    keep(INPUT, READING);
    long size = Files.size(files().get(0));
    LoadRequest second = input("b.txt", "bytes", null);
    LoadRequest third = input("c.txt", "bytes", null);
    keep(second, READING);
    for (Path file : files()) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    }
    assertTrue(find(INPUT).isPresent()); // asked for just now
    try (KeptReadings kept = new KeptReadings(folder, PLUG_INS, 2 * size, Disk.SYSTEM)) {
      kept.place(third).keep(READING);
    }
    assertTrue(find(second).isEmpty());
    assertTrue(find(INPUT).isPresent());
    assertTrue(find(third).isPresent());
  }

  @Test
  void isFoundWholeOrNotAtAllWhileOthersKeepIt() throws InterruptedException {
    ParsedDocument another = reading(Problem.Severity.INFO, "浜の茶店");
    try (KeptReadings ours = new KeptReadings(folder, PLUG_INS);
        KeptReadings theirs = new KeptReadings(folder, PLUG_INS)) {
      Thread other = new Thread(() -> keepInTurn(theirs.place(INPUT), READING, another));
      other.start();
      for (int i = 0; i < 50; i++) {
        ours.place(INPUT).keep(READING);
        ours.place(INPUT).find().ifPresent(r -> assertEquals(2, r.records().size()));
      }
      other.join();
    }
    assertTrue(find(INPUT).isPresent());
  }

  private static void keepInTurn(KeptReadings.Place place, ParsedDocument... readings) {
    for (int i = 0; i < 50; i++) {
      place.keep(readings[i % readings.length]);
    }
  }

  private void keep(LoadRequest input, ParsedDocument reading) {
    try (KeptReadings kept = new KeptReadings(folder, PLUG_INS)) {
      kept.place(input).keep(reading);
    }
  }

  private Optional<ParsedDocument> find(LoadRequest input) {
    try (KeptReadings kept = new KeptReadings(folder, PLUG_INS)) {
      return kept.place(input).find();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static LoadRequest input(String name, String content, String encoding) {
    return new LoadRequest(name, content.getBytes(StandardCharsets.UTF_8), encoding);
  }

  private static void assertSame(ParsedDocument expected, ParsedDocument found) {
    SourceDocument document = found.document();
    assertEquals(expected.document().name(), document.name());
    assertEquals(expected.document().sha256(), document.sha256());
    assertEquals(expected.document().encoding(), document.encoding());
    assertEquals(expected.document().text(), document.text());
    assertEquals(expected.document().lines(), document.lines());
    assertEquals(expected.records(), found.records());
    assertEquals(expected.gaps(), found.gaps());
    assertEquals(expected.problems(), found.problems());
    assertEquals(expected.contents(), found.contents());
  }

  /** A reading with everything that one can have. */
  private static ParsedDocument reading(Problem.Severity severity, Object chapter) {
    String text = "𠮷野の茶屋\t3億円\n\f# 次\n  \n";
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            0,
            new Span(0, 9),
            new Span(0, 9),
            LineKind.TABLE_ROW,
            0,
            List.of(new Span(0, 5), new Span(6, 9)),
            false));
    lines.add(
        new Line(1, new Span(11, 14), new Span(13, 14), LineKind.HEADING, 1, List.of(), true));
    lines.add(new Line(2, new Span(15, 17), new Span(15, 15), LineKind.BLANK, 0, List.of(), false));
    SourceDocument document = new SourceDocument("a.txt", "ab12", "UTF-8", text, lines);
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("amountYen", 300_000_000L);
    slots.put("least", Long.MIN_VALUE);
    slots.put("unit", "億円");
    slots.put("open", true);
    slots.put("cap", false);
    slots.put("year", null);
    FieldValue loser =
        FieldValue.machine(
            Value.of("茶屋"), "茶屋", List.of(new Span(3, 5)), 0.1, new Why("r", List.of(), List.of()));
    Why why =
        new Why(
            "rule",
            List.of(new Evidence("unit", new Span(7, 9)), new Evidence("name", new Span(0, 5))),
            List.of("3億円", "300000000"),
            List.of(loser));
    FieldValue money =
        FieldValue.machine(Value.of(slots), "3億円", List.of(new Span(6, 9)), 1 / 3.0, why);
    FieldValue scattered =
        new FieldValue(
            Value.of("𠮷野 次"),
            "𠮷野の茶屋\t3億円\n\f# 次",
            List.of(new Span(0, 2), new Span(13, 14)),
            null,
            null,
            Status.ADDED,
            null,
            Map.of("note", "by hand"));
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    fields.put("name", List.of(scattered));
    fields.put("budget", List.of(money, money.withConfidence(0.0)));
    fields.put("cap", List.of());
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("chapter", chapter);
    extra.put("tags", List.of("海", "山"));
    ParsedRecord record =
        new ParsedRecord(
            "1",
            null,
            "program",
            List.of(new Span(0, 10), new Span(11, 15)),
            fields,
            List.of(new Section("purpose", List.of(new Span(11, 14)), List.of(), Map.of("k", 1L))),
            RecordState.UNTOUCHED,
            extra);
    return new ParsedDocument(
        document,
        List.of(record, record.withId("2").withParent("1").withState(RecordState.IN_REVIEW)),
        List.of(new Gap("contents", new Span(11, 17))),
        List.of(
            new Problem(severity, "b/1#r", "odd", "1", new Span(6, 9)),
            new Problem(Problem.Severity.INFO, "b/1#r", "odd", null, null)),
        List.of(
            new ContentsLine("茶屋", new Span(3, 5), "1"),
            new ContentsLine("次", new Span(13, 14), null)));
  }

  /** A disk that takes names and no bytes. */
  private static final class FullDisk implements Disk {
    @Override
    public Output append(Path file) throws IOException {
      return create(file);
    }

    @Override
    public Output create(Path file) throws IOException {
      Output output = SYSTEM.create(file);
      return new Output() {
        @Override
        public long size() throws IOException {
          return output.size();
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
          output.write(ByteBuffer.wrap(new byte[] {bytes.get()}));
          throw new IOException("No space left on device");
        }

        @Override
        public void truncate(long size) throws IOException {
          output.truncate(size);
        }

        @Override
        public void force() throws IOException {
          output.force();
        }

        @Override
        public void close() throws IOException {
          output.close();
        }
      };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      SYSTEM.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      SYSTEM.delete(file);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
      SYSTEM.createFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      SYSTEM.forceFolder(folder);
    }
  }
}
