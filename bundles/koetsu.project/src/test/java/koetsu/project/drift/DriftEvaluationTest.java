package koetsu.project.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real gold on edited documents: how many anchors find their places, beside a search for their
 * texts. The figures are printed.
 */
class DriftEvaluationTest {
  private static final Path SAMPLE = Path.of("../../features/sample");
  private static final Path CORPUS = Path.of("../../../shared/corpus");

  /** A document with its gold. */
  private record Document(String text, List<ParsedRecord> records) {
    List<Integer> begins() {
      return records.stream().map(ParsedRecord::begin).sorted().distinct().toList();
    }

    List<Span> extents() {
      return records.stream().flatMap(r -> r.spans().stream()).toList();
    }

    List<Anchor> anchors() {
      List<Anchor> anchors = new ArrayList<>();
      for (ParsedRecord record : records) {
        add(anchors, new Anchor(record.id(), Anchor.Part.EXTENT, null, 0, record.spans()));
        for (String field : record.fields().keySet()) {
          List<FieldValue> values = record.values(field);
          for (int i = 0; i < values.size(); i++) {
            add(
                anchors,
                new Anchor(record.id(), Anchor.Part.VALUE, field, i, values.get(i).spans()));
          }
        }
        for (int i = 0; i < record.sections().size(); i++) {
          add(
              anchors,
              new Anchor(
                  record.id(), Anchor.Part.HEADING, null, i, record.sections().get(i).heading()));
          add(
              anchors,
              new Anchor(record.id(), Anchor.Part.BODY, null, i, record.sections().get(i).body()));
        }
      }
      return anchors;
    }

    private static void add(List<Anchor> anchors, Anchor anchor) {
      if (!anchor.spans().isEmpty()) {
        anchors.add(anchor);
      }
    }
  }

  /** What is counted. */
  private static final class Figures {
    private int all;
    private int right;
    private int silentlyWrong;
    private int unchanged;
    private int askedThough;
    private int baselineRight;
    private int baselineWrong;

    @Override
    public String toString() {
      return String.format(
          "%7d %8.2f %% %8d %8.2f %%   | %8.2f %% %8d",
          all,
          100.0 * right / all,
          silentlyWrong,
          100.0 * askedThough / Math.max(1, unchanged),
          100.0 * baselineRight / all,
          baselineWrong);
    }

    void add(Figures other) {
      all += other.all;
      right += other.right;
      silentlyWrong += other.silentlyWrong;
      unchanged += other.unchanged;
      askedThough += other.askedThough;
      baselineRight += other.baselineRight;
      baselineWrong += other.baselineWrong;
    }
  }

  private static List<Document> read(Path texts, Path gold) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(gold)) {
      for (Path file : files.sorted().toList()) {
        RecordFile records = RecordFile.read(file);
        if (!records.document().encoding().equals("UTF-8")) {
          continue;
        }
        String text = Files.readString(texts.resolve(records.document().name()));
        documents.add(
            new Document(text.startsWith("\uFEFF") ? text.substring(1) : text, records.records()));
      }
    }
    return documents;
  }

  private static Map<String, BiConsumer<EditedText, Integer>> edits(List<Document> all) {
    Map<String, BiConsumer<EditedText, Integer>> edits = new LinkedHashMap<>();
    edits.put("nothing", (text, d) -> {});
    edits.put("reading errors corrected", (text, d) -> text.correct(0.005));
    edits.put(
        "pages inserted",
        (text, d) -> {
          Document document = all.get(d);
          int count = Math.max(1, document.records().size() / 10);
          text.insert(document.begins(), pages(all, d), count);
        });
    edits.put(
        "pages deleted",
        (text, d) ->
            text.delete(expendable(all.get(d)), Math.max(1, all.get(d).records().size() / 10)));
    edits.put("lines broken elsewhere", (text, d) -> text.reflow());
    edits.put("width normalised", (text, d) -> text.normaliseWidth());
    edits.put(
        "sheets in another order",
        (text, d) -> text.reorder(all.get(d).begins(), all.get(d).records().size() / 4));
    Map<String, BiConsumer<EditedText, Integer>> single = new LinkedHashMap<>(edits);
    edits.put(
        "all of these at once",
        (text, d) -> {
          single.get("pages inserted").accept(text, d);
          single.get("pages deleted").accept(text, d);
          single.get("sheets in another order").accept(text, d);
          text.correct(0.005);
          text.normaliseWidth();
          text.reflow();
        });
    return edits;
  }

  /** So many sheets of a document have one that comes in with other figures. */
  private static final int DOUBLES = 8;

  /** A sheet that goes while its double comes has become its double, which is another story. */
  private static List<Span> expendable(Document document) {
    List<Span> extents = document.extents();
    return IntStream.range(0, extents.size())
        .filter(i -> i % DOUBLES != 0)
        .mapToObj(extents::get)
        .toList();
  }

  /** Sheets of other documents, and some of the same one with other figures. */
  private static List<String> pages(List<Document> all, int own) {
    List<String> pages = new ArrayList<>();
    for (int d = 0; d < all.size(); d++) {
      int[] chars = all.get(d).text().codePoints().toArray();
      List<Span> extents = all.get(d).extents();
      for (int i = 0; i < extents.size(); i += d == own ? DOUBLES : 2) {
        Span span = extents.get(i);
        String page = new String(chars, span.begin(), span.length());
        pages.add(d == own ? page.replace('2', '5').replace('１', '７') : page);
      }
    }
    return pages;
  }

  private static Figures measure(EditedText edited, List<Anchor> anchors) {
    String text = edited.text();
    int[] chars = text.codePoints().toArray();
    Figures figures = new Figures();
    for (Placement placement : Drift.place(edited.old(), text, anchors)) {
      figures.all++;
      boolean right = true;
      boolean baselineRight = true;
      boolean baselineFound = true;
      boolean untouched = true;
      List<Span> spans = placement.anchor().spans();
      for (int i = 0; i < spans.size(); i++) {
        EditedText.Fate fate = edited.fate(spans.get(i));
        untouched &= fate.isUntouched();
        Span found = placement.spans().isEmpty() ? null : trim(chars, placement.spans().get(i));
        right &= Objects.equals(fate.span(), found);
        Span searched = search(edited.old(), text, spans.get(i));
        baselineFound &= searched != null;
        baselineRight &= Objects.equals(fate.span(), searched);
      }
      figures.right += right ? 1 : 0;
      figures.silentlyWrong += !right && !placement.asks() ? 1 : 0;
      figures.unchanged += untouched ? 1 : 0;
      figures.askedThough += untouched && placement.asks() ? 1 : 0;
      figures.baselineRight += baselineRight ? 1 : 0;
      figures.baselineWrong += !baselineRight && baselineFound ? 1 : 0;
    }
    return figures;
  }

  private static Span trim(int[] chars, Span span) {
    int begin = span.begin();
    int end = span.end();
    while (begin < end && isWhite(chars[begin])) {
      begin++;
    }
    while (end > begin && isWhite(chars[end - 1])) {
      end--;
    }
    return new Span(begin, end);
  }

  private static boolean isWhite(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** The baseline: the nearest place where the same text stands. */
  private static Span search(String old, String text, Span span) {
    int begin = old.offsetByCodePoints(0, span.begin());
    String quote = old.substring(begin, old.offsetByCodePoints(begin, span.length()));
    String bare = quote.strip();
    int wanted = (int) ((long) begin * text.length() / old.length());
    int best = -1;
    for (int at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
      if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) {
        best = at;
      }
    }
    return best < 0
        ? null
        : new Span(text.codePointCount(0, best), text.codePointCount(0, best + bare.length()));
  }

  private static Map<String, Figures> evaluate(List<Document> documents, int seeds) {
    Map<String, Figures> table = new LinkedHashMap<>();
    Map<String, BiConsumer<EditedText, Integer>> edits = edits(documents);
    for (Map.Entry<String, BiConsumer<EditedText, Integer>> edit : edits.entrySet()) {
      Figures figures = new Figures();
      for (int d = 0; d < documents.size(); d++) {
        for (int seed = 0; seed < seeds; seed++) {
          EditedText text = new EditedText(documents.get(d).text(), new Random(100L * d + seed));
          edit.getValue().accept(text, d);
          figures.add(measure(text, documents.get(d).anchors()));
        }
      }
      table.put(edit.getKey(), figures);
    }
    return table;
  }

  private static void report(String what, Map<String, Figures> table) {
    System.out.println(
        what
            + "\n"
            + " ".repeat(26)
            + "anchors      right    wrong     asked   | baseline    wrong");
    table.forEach((name, figures) -> System.out.printf("%-26s%s%n", name, figures));
  }

  private static void judge(Map<String, Figures> table) {
    table.forEach(
        (name, figures) -> {
          assertEquals(0, figures.silentlyWrong, name);
          assertTrue(100.0 * figures.right / figures.all >= 99, name + ": " + figures);
          assertTrue(
              100.0 * figures.askedThough / Math.max(1, figures.unchanged) <= 5,
              name + ": " + figures);
        });
  }

  @Test
  void anchorsOfTheSampleFindTheirPlaces() throws Exception {
    List<Document> sample = read(SAMPLE.resolve("sources"), SAMPLE.resolve("gold"));
    Map<String, Figures> table = evaluate(sample, 3);
    report("sample", table);
    judge(table);
  }

  @Test
  void anchorsOfTheCorpusFindTheirPlaces() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside this checkout");
    Map<String, Figures> table = evaluate(read(CORPUS.resolve("text"), CORPUS.resolve("gold")), 1);
    report("corpus", table);
    judge(table);
  }

  @Test
  @Tag("long")
  void anchorsOfTheCorpusFindTheirPlacesTimeAndAgain() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside this checkout");
    Map<String, Figures> table = evaluate(read(CORPUS.resolve("text"), CORPUS.resolve("gold")), 20);
    report("corpus, 20 times", table);
    judge(table);
  }
}
