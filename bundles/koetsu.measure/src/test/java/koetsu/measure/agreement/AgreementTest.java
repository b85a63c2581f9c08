package koetsu.measure.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.SegmentationFigures;
import koetsu.measure.agreement.AgreementFigure.Measure;
import koetsu.records.Json;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class AgreementTest {
  private static final Path SAMPLE = Path.of("../../features/sample");
  private static final Path CORPUS =
      Path.of(System.getProperty("koetsu.corpus", "../../../shared/corpus"));
  private static final Profile PROFILE =
      new Profile(
          "test",
          "1",
          List.of(),
          List.of(
              text("name", false),
              slots("budget", true, "fiscalYear", "stage", "amountYen"),
              text("department", true),
              slots("period", false, "startFiscalYear", "endFiscalYear", "years"),
              text("subsidyRate", true)),
          List.of(),
          Map.of());

  @TempDir Path folder;

  private static FieldDefinition text(String id, boolean many) {
    return new FieldDefinition(id, Map.of(), many, List.of(), Comparison.TEXT, "#000000", null);
  }

  private static FieldDefinition slots(String id, boolean many, String... names) {
    return new FieldDefinition(
        id,
        Map.of(),
        many,
        Stream.of(names)
            .map(n -> new Slot(n, Map.of(), Slot.Type.TEXT, List.of(), Comparison.EXACT))
            .toList(),
        Comparison.NONE,
        "#000000",
        null);
  }

  private static SourceDocument document(String text) {
    return document("a.txt", text);
  }

  private static SourceDocument document(String name, String text) {
    List<Line> lines = new ArrayList<>();
    int begin = 0;
    for (String line : text.split("\n", -1)) {
      Span span = new Span(begin, begin + line.codePointCount(0, line.length()));
      LineKind kind = line.isBlank() ? LineKind.BLANK : LineKind.TEXT;
      lines.add(new Line(lines.size(), span, span, kind, 0, List.of(), false));
      begin = span.end() + 1;
    }
    return new SourceDocument(name, "00", "UTF-8", text, lines);
  }

  private static FieldValue value(String text, int begin) {
    return new FieldValue(
        Value.of(text),
        text,
        List.of(new Span(begin, begin + text.length())),
        null,
        null,
        Status.ACCEPTED,
        null,
        Map.of());
  }

  private static ParsedRecord record(String id, int begin, int end, FieldValue... names) {
    return new ParsedRecord(
        id,
        null,
        "program",
        List.of(new Span(begin, end)),
        Map.of("name", List.of(names)),
        List.of(),
        RecordState.REVIEWED,
        Map.of());
  }

  private static AgreementFigure figure(
      List<AgreementFigure> figures, Measure measure, String item) {
    return figures.stream()
        .filter(f -> f.measure() == measure && f.item().equals(item))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void alphaOfThePublishedExample() {
    // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: nominal, with
    // gaps.
    int[][] ratings = {
      {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
      {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
      {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
      {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
    };
    Krippendorff<Integer> nominal = Krippendorff.nominal();
    Krippendorff<Integer> interval = new Krippendorff<>((a, b) -> (a - b) * (a - b));
    for (int unit = 0; unit < 12; unit++) {
      List<Integer> its = new ArrayList<>();
      for (int[] observer : ratings) {
        if (observer[unit] > 0) {
          its.add(observer[unit]);
        }
      }
      nominal.add(its, 1);
      interval.add(its, 1);
    }
    assertEquals(0.743, nominal.alpha().orElseThrow(), 0.0005);
    assertEquals(0.849, interval.alpha().orElseThrow(), 0.0005);
  }

  @Test
  void kappaOfATextbookTable() {
    CohenKappa kappa = new CohenKappa();
    kappa.add("yes", "yes", 20);
    kappa.add("yes", "no", 5);
    kappa.add("no", "yes", 10);
    kappa.add("no", "no", 15);
    assertEquals(0.4, kappa.kappa().orElseThrow(), 1e-12);
  }

  @Test
  void whatIsUndefinedIsNotOne() {
    Krippendorff<String> alpha = Krippendorff.nominal();
    assertEquals(OptionalDouble.empty(), alpha.alpha());
    alpha.add(List.of("a", "a"), 5);
    alpha.add(List.of("b"), 5);
    assertEquals(OptionalDouble.empty(), alpha.alpha());
    CohenKappa kappa = new CohenKappa();
    kappa.add("a", "a", 3);
    assertEquals(OptionalDouble.empty(), kappa.kappa());
    List<AgreementFigure> nothing = Agreement.of(PROFILE, List.of());
    assertTrue(
        nothing.stream()
            .allMatch(f -> f.estimate().value().isEmpty() && f.estimate().low().isEmpty()));
  }

  @Test
  void reviewersWhoAgreeHaveNothingButOnes() {
    String text = "甲の事業\n本文\n\n乙の事業\n本文\n";
    List<ParsedRecord> records =
        List.of(record("r1", 0, 7, value("甲の事業", 0)), record("r2", 9, 16, value("乙の事業", 9)));
    List<AgreementFigure> figures =
        Agreement.of(PROFILE, List.of(new DoubleReview(document(text), records, records)));
    assertEquals(1, figure(figures, Measure.RECORD_F1, "ALL").estimate().value().orElseThrow());
    assertEquals(1, figure(figures, Measure.SPAN_F1, "name").estimate().value().orElseThrow());
    assertEquals(1, figure(figures, Measure.VALUE_ALPHA, "name").estimate().value().orElseThrow());
    assertEquals(
        1, figure(figures, Measure.BOUNDARY_SIMILARITY, "ALL").estimate().value().orElseThrow());
    assertEquals(
        1, figure(figures, Measure.BOUNDARY_KAPPA, "ALL").estimate().value().orElseThrow());
    // Both know one kind only: nobody could have disagreed.
    assertEquals(
        OptionalDouble.empty(), figure(figures, Measure.KIND_KAPPA, "ALL").estimate().value());
    assertEquals(
        OptionalDouble.empty(), figure(figures, Measure.SPAN_F1, "department").estimate().value());
  }

  @Test
  void whatOnlyOneHasIsExcludedAndCounted() {
    String text = "甲の事業\n本文\n\n乙の事業\n本文\n";
    ParsedRecord first = record("r1", 0, 7, value("甲の事業", 0));
    FieldValue placeless =
        new FieldValue(Value.of("乙"), null, List.of(), null, null, Status.ADDED, null, Map.of());
    ParsedRecord second = record("r2", 9, 16, placeless);
    List<AgreementFigure> figures =
        Agreement.of(
            PROFILE,
            List.of(
                new DoubleReview(
                    document(text),
                    List.of(first, second),
                    List.of(record("r1", 0, 7, value("甲の", 0), placeless)))));
    AgreementFigure records = figure(figures, Measure.RECORD_F1, "ALL");
    assertEquals(2.0 / 3, records.estimate().value().orElseThrow(), 1e-12);
    AgreementFigure spans = figure(figures, Measure.SPAN_F1, "name");
    assertEquals(0, spans.estimate().value().orElseThrow());
    assertEquals(2, spans.units());
    assertEquals(1, spans.excluded());
    assertEquals(1, figure(figures, Measure.VALUE_ALPHA, "name").excluded());
  }

  @Test
  void aBoundaryOneLineAsideIsHalfRight() {
    // Fournier 2013: one near miss of two boundaries, B = 1 - 0.5 / 2.
    String text = "一\n二\n三\n四\n五\n六\n";
    List<ParsedRecord> one = List.of(record("r1", 0, 3), record("r2", 4, 7), record("r3", 8, 11));
    List<ParsedRecord> other =
        List.of(record("r1", 0, 3), record("r2", 4, 9), record("r3", 10, 11));
    List<AgreementFigure> figures =
        Agreement.of(PROFILE, List.of(new DoubleReview(document(text), one, other)));
    assertEquals(
        0.75,
        figure(figures, Measure.BOUNDARY_SIMILARITY, "ALL").estimate().value().orElseThrow(),
        1e-12);
    // Two of five possible boundaries each: chance is 0.16.
    assertEquals(
        (0.75 - 0.16) / 0.84,
        figure(figures, Measure.BOUNDARY_KAPPA, "ALL").estimate().value().orElseThrow(),
        1e-12);
  }

  @Test
  void theIntervalHoldsTheFigureAndIsTheSameEachTime() throws Exception {
    List<AgreementFigure> figures = Agreement.of(PROFILE, sampleReviews(5));
    assertEquals(figures, Agreement.of(PROFILE, sampleReviews(5)));
    long withInterval =
        figures.stream()
            .map(AgreementFigure::estimate)
            .filter(f -> f.low().isPresent())
            .peek(
                f ->
                    assertTrue(
                        f.low().getAsDouble() <= f.value().getAsDouble() + 1e-9
                            && f.value().getAsDouble() <= f.high().getAsDouble() + 1e-9,
                        f.toString()))
            .count();
    assertTrue(withInterval > 10, withInterval + " intervals");
  }

  private static List<DoubleReview> sampleReviews(long seed) throws IOException {
    return doubleReviews(SAMPLE.resolve("gold"), SAMPLE.resolve("sources"), seed);
  }

  /** Gold beside what somebody else might have made of it. */
  private static List<DoubleReview> doubleReviews(Path gold, Path texts, long seed)
      throws IOException {
    List<DoubleReview> reviews = new ArrayList<>();
    try (Stream<Path> files = Files.list(gold)) {
      for (Path file : files.sorted().toList()) {
        RecordFile known = RecordFile.read(file);
        if (known.document().encoding().equals("UTF-8")) {
          String text = Files.readString(texts.resolve(known.document().name()));
          Random random = new Random(seed);
          SourceDocument document =
              document(
                  known.document().name(), text.startsWith("\uFEFF") ? text.substring(1) : text);
          reviews.add(
              new DoubleReview(
                  document,
                  known.records(),
                  known.records().stream().map(r -> another(r, document, random)).toList()));
        }
      }
    }
    return reviews;
  }

  /** A record as somebody else might have left it. */
  private static ParsedRecord another(ParsedRecord record, SourceDocument document, Random random) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    record
        .fields()
        .forEach(
            (field, values) -> {
              List<FieldValue> its = new ArrayList<>();
              for (FieldValue value : values) {
                switch (random.nextInt(8)) {
                  case 0 -> {
                    // Overlooked.
                  }
                  case 1 -> its.add(moved(value, 1));
                  case 2 -> its.add(changed(value, random));
                  default -> its.add(value);
                }
              }
              fields.put(field, its);
            });
    List<Section> sections =
        record.sections().stream()
            .map(s -> random.nextInt(6) == 0 ? new Section("other", s.heading(), s.body()) : s)
            .toList();
    Span first = record.spans().get(0);
    List<Span> spans = new ArrayList<>(record.spans());
    List<Line> lines =
        document.lines().stream().filter(l -> !l.isBlank() && first.contains(l.span())).toList();
    if (random.nextInt(3) == 0 && !lines.isEmpty()) {
      Line begin = lines.get(random.nextInt(1 + lines.size() / 5));
      spans.set(0, new Span(begin.span().begin(), first.end()));
    }
    return new ParsedRecord(
        record.id(),
        record.parent(),
        random.nextInt(5) == 0 ? "system" : record.kind(),
        spans,
        fields,
        sections,
        RecordState.REVIEWED,
        Map.of());
  }

  private static FieldValue moved(FieldValue value, int by) {
    List<Span> spans =
        value.spans().stream()
            .map(s -> s.length() > 2 ? new Span(s.begin() + by, s.end()) : s)
            .toList();
    return new FieldValue(value.value(), null, spans, null, null, value.status(), null, Map.of());
  }

  private static FieldValue changed(FieldValue value, Random random) {
    Value other =
        value.value() instanceof Value.Slots slots
            ? slots.with(slots.slots().keySet().iterator().next(), (long) random.nextInt(3))
            : Value.of("別の値" + random.nextInt(3));
    return new FieldValue(
        other, value.text(), value.spans(), null, null, value.status(), null, Map.of());
  }

  @Test
  void figuresEqualThoseOfNltk() throws Exception {
    assertTrue(compare(sampleReviews(3)) > 20);
  }

  @Test
  void figuresOfRealGoldEqualThoseOfNltk() throws Exception {
    assumeTrue(
        Files.isDirectory(CORPUS.resolve("gold")),
        () -> "no corpus at " + CORPUS.toAbsolutePath().normalize());
    List<DoubleReview> reviews = doubleReviews(CORPUS.resolve("gold"), CORPUS.resolve("text"), 3);
    assertTrue(compare(reviews) > 40);
  }

  /** Compares document by document, prints, and counts the figures. */
  private int compare(List<DoubleReview> reviews) throws Exception {
    String python = python();
    Path script = folder.resolve("reference.py");
    try (InputStream in = AgreementTest.class.getResourceAsStream("reference.py")) {
      Files.copy(in, script);
    }
    int compared = 0;
    for (DoubleReview review : reviews) {
      compared += compare(python, script, review);
    }
    return compared;
  }

  private int compare(String python, Path script, DoubleReview review) throws Exception {
    Path text = folder.resolve("text.txt");
    Files.writeString(text, review.document().text());
    Path one = folder.resolve("one.jsonl");
    Path other = folder.resolve("other.jsonl");
    ParsedDocument left = new ParsedDocument(review.document(), review.one(), List.of(), List.of());
    ParsedDocument right =
        new ParsedDocument(review.document(), review.other(), List.of(), List.of());
    Files.write(one, RecordFile.of(left).toBytes());
    Files.write(other, RecordFile.of(right).toBytes());
    Path units = folder.resolve("units.json");
    Files.writeString(units, Json.write(units(review)));
    SegmentationFigures segmentation =
        SegmentationFigures.of(
                List.of(new MeasuredDocument(right, review.one(), List.of(), List.of())))
            .get(0);
    Process process =
        new ProcessBuilder(
                python,
                script.toString(),
                text.toString(),
                one.toString(),
                other.toString(),
                units.toString(),
                "" + segmentation.windows())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    List<AgreementFigure> figures = Agreement.of(PROFILE, List.of(review));
    Map<String, Object> reference = Json.readObject(said, "nltk");
    reference.forEach(
        (name, figure) -> {
          double ours = ours(name, figures, segmentation).orElseThrow();
          double theirs = ((Number) figure).doubleValue();
          System.out.printf(
              "%-10s %-24s ours %.9f   NLTK %.9f%n", review.document().name(), name, ours, theirs);
          assertEquals(theirs, ours, 1e-9, name);
        });
    return reference.size();
  }

  private static OptionalDouble ours(
      String name, List<AgreementFigure> figures, SegmentationFigures segmentation) {
    String[] parts = name.split(" ");
    return switch (parts[0]) {
      case "PK" -> segmentation.pk();
      case "WINDOW_DIFF" -> segmentation.windowDiff();
      default ->
          figure(figures, Measure.valueOf(parts[0]), parts.length > 1 ? parts[1] : "ALL")
              .estimate()
              .value();
    };
  }

  /** Fields with their units: what each of the two read in each record. */
  private static Map<String, Object> units(DoubleReview review) {
    Map<String, Object> units = new LinkedHashMap<>();
    for (FieldDefinition field : PROFILE.fields()) {
      List<Object> its = new ArrayList<>();
      for (int i = 0; i < review.one().size(); i++) {
        List<Object> pair = new ArrayList<>();
        for (ParsedRecord record : List.of(review.one().get(i), review.other().get(i))) {
          pair.add(record.live(field.id()).stream().map(v -> field.canonical(v.value())).toList());
        }
        its.add(pair);
      }
      units.put(field.id(), List.of(!field.many() && !field.slots().isEmpty(), its));
    }
    return units;
  }

  /** A Python that has NLTK; without one the test is skipped, or fails where it must be there. */
  private static String python() throws InterruptedException {
    for (String candidate : List.of("python3", "/usr/bin/python3")) {
      try {
        Process process =
            new ProcessBuilder(candidate, "-c", "import nltk.metrics")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() == 0) {
          return candidate;
        }
      } catch (IOException missing) {
        // The next one may be there.
      }
    }
    String what = "no python3 with nltk here (Debian: python3-nltk)";
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(what);
    }
    throw new TestAbortedException(what);
  }
}
