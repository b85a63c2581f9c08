package koetsu.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import org.junit.jupiter.api.Test;

/** The hand-made records of real documents, where they are at hand. */
class CorpusTest {
  private static final Path CORPUS = Path.of("../../../shared/corpus");

  @Test
  void handMadeRecordsAgreeWithTheirSourcesAndSurviveTheRoundTrip() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS.toAbsolutePath().normalize());
    List<Path> files;
    try (Stream<Path> all = Files.list(CORPUS.resolve("gold"))) {
      files = all.filter(f -> f.toString().endsWith(RecordFile.SUFFIX)).sorted().toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      RecordFile gold = RecordFile.read(file);
      assertEquals(List.of(), gold.verify(source(gold.document().name())), file.toString());
      assertEquals(trees(Files.readAllBytes(file)), trees(gold.toBytes()), file.toString());
    }
  }

  private static SourceDocument source(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(CORPUS.resolve("text").resolve(name));
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return new SourceDocument(
        name, sha256, "UTF-8", new String(bytes, StandardCharsets.UTF_8), List.of());
  }

  private static List<Object> trees(byte[] lines) throws IOException {
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .filter(l -> !l.isBlank())
        .map(CorpusTest::tree)
        .toList();
  }

  private static Object tree(String line) {
    try {
      return Json.read(line, "corpus");
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }
}
