package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.records.Json;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the plain figures against the reference scorer on damaged copies of the gold. */
class ReferenceScorerTest {
  private static final Path SHARED =
      Path.of(System.getProperty("koetsu.corpus", "../../../shared/corpus")).getParent();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void figuresEqualThoseOfTheReference(long seed) throws Exception {
    Path corpus = corpus();
    Random random = new Random(seed);
    List<MeasuredDocument> documents = new ArrayList<>();
    for (Path goldFile : goldFiles(corpus)) {
      RecordFile gold = RecordFile.read(goldFile);
      List<ParsedRecord> damaged = new Damage(random).of(gold.records());
      new RecordFile(gold.document(), damaged)
          .write(folder.resolve(goldFile.getFileName().toString()));
      documents.add(
          MeasuredDocument.of(
              new ParsedDocument(source(corpus, gold), damaged, List.of(), List.of()), gold));
    }
    compare(corpus, documents, false);
    compare(corpus, documents, true);
  }

  @Test
  void goldIsRightByItsOwnMeasure() throws Exception {
    Path corpus = corpus();
    for (Path goldFile : goldFiles(corpus)) {
      RecordFile gold = RecordFile.read(goldFile);
      ParsedDocument predicted =
          new ParsedDocument(source(corpus, gold), gold.records(), List.of(), List.of());
      MeasuredDocument document = MeasuredDocument.of(predicted, gold);
      assertEquals(List.of(), document.goldFaults());
      Score score = Score.of(Profiles.BUDGET, List.of(document), false).get(0);
      assertEquals(1.0, score.quality().orElseThrow());
    }
  }

  private static Path corpus() {
    Path corpus = SHARED.resolve("corpus");
    assumeTrue(
        Files.isDirectory(corpus.resolve("gold")),
        () -> "skipped: no corpus at " + corpus.toAbsolutePath().normalize());
    return corpus;
  }

  private static List<Path> goldFiles(Path corpus) throws IOException {
    try (Stream<Path> files = Files.list(corpus.resolve("gold"))) {
      return files.filter(f -> f.toString().endsWith(RecordFile.SUFFIX)).sorted().toList();
    }
  }

  private static SourceDocument source(Path corpus, RecordFile gold) throws IOException {
    String text = Files.readString(corpus.resolve("text").resolve(gold.document().name()));
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new SourceDocument(
        gold.document().name(), gold.document().sha256(), "UTF-8", withoutMark, List.of());
  }

  private void compare(Path corpus, List<MeasuredDocument> documents, boolean partial)
      throws Exception {
    Path json = folder.resolve("figures.json");
    String table = reference(corpus, json, partial);
    Map<String, Object> reference = Json.readObject(Files.readString(json), "figures");
    Map<String, List<String>> printed = new HashMap<>();
    table.lines().forEach(l -> printed.put(l.split(" +")[0], List.of(l.split(" +"))));
    List<Score> scores = Score.of(Profiles.BUDGET, documents, partial);
    for (int column = 0; column < scores.size(); column++) {
      Score score = scores.get(column);
      assertEquals(
          printed.get("gold/pred/al").get(column + 1),
          score.gold() + "/" + score.predicted() + "/" + score.aligned());
      for (String row : Score.rows(Profiles.BUDGET)) {
        String what = score.document() + " " + row;
        Tally tally = score.figure(row);
        assertEquals(printed.get(row).get(column + 1), threeFigures(tally), what);
        equal(((Map<?, ?>) reference.get(score.document())).get(row), tally.f1(), what);
      }
      equal(
          ((Map<?, ?>) reference.get(score.document())).get("quality"),
          score.quality(),
          score.document() + " quality");
    }
  }

  private static String threeFigures(Tally tally) {
    return tally.f1().isEmpty()
        ? "-"
        : String.format(
            java.util.Locale.ROOT,
            "%s/%s/%s",
            python(tally.precision().orElse(0)),
            python(tally.recall().orElse(0)),
            python(tally.f1().getAsDouble()));
  }

  /** Three decimals, the exact binary value rounded as Python does. */
  private static String python(double figure) {
    return new java.math.BigDecimal(figure)
        .setScale(3, java.math.RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static void equal(Object expected, OptionalDouble actual, String what) {
    assertEquals(expected == null, actual.isEmpty(), what);
    if (expected != null) {
      assertEquals(((Number) expected).doubleValue(), actual.getAsDouble(), 1e-12, what);
    }
  }

  private String reference(Path corpus, Path json, boolean partial) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                SHARED.resolve("tools/score.py").toString(),
                "--text",
                corpus.resolve("text").toString(),
                "--gold",
                corpus.resolve("gold").toString(),
                "--pred",
                folder.toString(),
                "--json",
                json.toString()));
    if (partial) {
      command.add("--partial");
    }
    Process process = null;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: no python3 on this machine");
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("quality"), output);
    return output;
  }

  /** Does to gold what extractors do wrong. */
  private static final class Damage {
    private final Random random;

    Damage(Random random) {
      this.random = random;
    }

    private boolean sometimes(int in) {
      return random.nextInt(in) == 0;
    }

    List<ParsedRecord> of(List<ParsedRecord> gold) {
      List<ParsedRecord> damaged = new ArrayList<>();
      int number = 0;
      for (ParsedRecord record : gold) {
        if (sometimes(12)) {
          continue;
        }
        ParsedRecord copy = record.withId("r" + number++);
        if (sometimes(8)) {
          copy = copy.withKind("system");
        }
        if (record.parent() != null || sometimes(20)) {
          copy = copy.withParent(sometimes(3) ? null : "r" + random.nextInt(number));
        }
        if (sometimes(5)) {
          copy = copy.withSpans(shifted(record.spans(), 200));
        }
        if (sometimes(25)) {
          copy = copy.withSpans(List.of());
        }
        copy = copy.withSections(record.sections().stream().map(this::damaged).toList());
        Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
        copy.fields().forEach((field, values) -> fields.put(field, values(values)));
        copy = copy.withFields(fields);
        damaged.add(copy);
        if (sometimes(15)) {
          damaged.add(copy.withId("r" + number++));
        }
      }
      return damaged;
    }

    private Section damaged(Section section) {
      return new Section(
          sometimes(10) ? "other" : section.type(),
          section.heading(),
          sometimes(5) ? shifted(section.body(), 60) : section.body());
    }

    private List<FieldValue> values(List<FieldValue> values) {
      List<FieldValue> damaged = new ArrayList<>();
      for (FieldValue value : values) {
        if (sometimes(15)) {
          continue;
        }
        FieldValue copy = sometimes(12) ? changed(value) : value;
        damaged.add(sometimes(20) ? copy.withStatus(Status.REJECTED) : copy);
        if (sometimes(20)) {
          damaged.add(copy);
        }
      }
      return damaged;
    }

    private FieldValue changed(FieldValue value) {
      Value changed;
      if (value.value() instanceof Value.Text text) {
        String[] other = {text.text() + "等", " " + text.text() + "\u3000", text.text() + "－−"};
        changed = Value.of(other[random.nextInt(other.length)]);
      } else {
        Value.Slots slots = (Value.Slots) value.value();
        List<String> names = List.copyOf(slots.slots().keySet());
        String name = names.get(random.nextInt(names.size()));
        Object content = slots.slots().get(name);
        changed =
            content instanceof String text
                ? slots.with(name, "約" + text + ",")
                : slots.with(name, content instanceof Boolean flag ? (Object) !flag : null);
      }
      return new FieldValue(
          changed,
          value.text(),
          shifted(value.spans(), 3),
          0.5,
          "test/1#damage",
          value.status(),
          null,
          Map.of());
    }

    private List<Span> shifted(List<Span> spans, int most) {
      List<Span> shifted = new ArrayList<>();
      for (Span span : spans) {
        int begin = span.begin() + random.nextInt(Math.min(most, span.length() + 1));
        shifted.add(new Span(Math.min(begin, span.end()), span.end()));
      }
      return shifted;
    }
  }
}
