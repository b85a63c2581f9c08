package koetsu.itests.corpus;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.measure.MeasuredDocument;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.records.RecordFile;

/**
 * Real documents with hand-made records: {@code text/NAME.txt} and {@code gold/NAME.records.jsonl}
 * in the folder that the property {@value #PROPERTY} names, by default {@code ../shared/corpus}
 * beside the repository. They are not ours to carry; without them these tests are skipped.
 *
 * <p>A third of the gold is held back: its ids stand in {@code held-back.txt}, and no rule is tuned
 * on it.
 */
final class Corpus {
  static final String PROPERTY = "koetsu.corpus";

  private static final Path DEFAULT = Path.of("../../../shared/corpus");
  private static Corpus instance;

  private final Pipeline pipeline = Pipeline.onClassPath();
  private final List<MeasuredDocument> documents;
  private final Set<String> heldBack;

  private Corpus(Path folder) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.resolve("gold"))) {
      files = all.filter(f -> f.toString().endsWith(RecordFile.SUFFIX)).sorted().toList();
    }
    heldBack = Set.copyOf(lines("held-back.txt"));
    documents = new java.util.ArrayList<>();
    for (Path file : files) {
      RecordFile gold = RecordFile.read(file);
      Path text = folder.resolve("text").resolve(gold.document().name());
      SourceDocument document = pipeline.load(Input.of(text, null).read());
      ParsedDocument parsed = pipeline.run(document);
      documents.add(MeasuredDocument.of(parsed, gold));
    }
  }

  /** The corpus, run once for all tests; skips the calling test where there is none. */
  static synchronized Corpus get() throws Exception {
    Path folder = Path.of(System.getProperty(PROPERTY, DEFAULT.toString()));
    assumeTrue(
        Files.isDirectory(folder.resolve("gold")),
        () ->
            "no corpus at "
                + folder.toAbsolutePath().normalize()
                + "; -D"
                + PROPERTY
                + "=DIR names another place");
    if (instance == null) {
      instance = new Corpus(folder);
    }
    return instance;
  }

  /** The lines of a file beside this class. */
  static List<String> lines(String resource) throws IOException {
    try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
      assertNotNull(in, resource);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  Pipeline pipeline() {
    return pipeline;
  }

  /** Every document with all its gold. */
  List<MeasuredDocument> all() {
    return documents;
  }

  /** Every document with the gold that rules may be tuned on. */
  List<MeasuredDocument> tuned() {
    return part(record -> !heldBack.contains(record.id()));
  }

  /** Every document with the gold that is held back. */
  List<MeasuredDocument> heldBack() {
    return part(record -> heldBack.contains(record.id()));
  }

  private List<MeasuredDocument> part(Predicate<ParsedRecord> which) {
    return documents.stream()
        .map(
            d ->
                new MeasuredDocument(
                    d.predicted(),
                    d.gold().stream().filter(which).toList(),
                    d.reviewed(),
                    d.goldFaults()))
        .collect(Collectors.toUnmodifiableList());
  }
}
