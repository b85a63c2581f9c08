package koetsu.export.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.profile.Profile;
import koetsu.pipeline.Pipeline;
import koetsu.records.RecordFile;

/** Real documents with hand-made records, in the folder that {@code koetsu.corpus} names. */
final class CorpusGold {
  static final Profile PROFILE = Pipeline.onClassPath().profile();

  private CorpusGold() {}

  /** Skips the calling test where there is no corpus. */
  static AnnotatedDocument[] documents() throws Exception {
    Path corpus = Path.of(System.getProperty("koetsu.corpus", "../../../shared/corpus"));
    assumeTrue(
        Files.isDirectory(corpus.resolve("gold")),
        () -> "skipped: no corpus at " + corpus.toAbsolutePath().normalize());
    List<AnnotatedDocument> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus.resolve("gold"))) {
      for (Path file : files.sorted().toList()) {
        RecordFile gold = RecordFile.read(file);
        SourceDocument source = source(corpus.resolve("text"), gold.document().name());
        documents.add(new AnnotatedDocument(source, gold.records(), gold.document().extra()));
      }
    }
    return documents.toArray(AnnotatedDocument[]::new);
  }

  private static SourceDocument source(Path folder, String name) throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return new SourceDocument(
        name, sha256, "UTF-8", new String(bytes, StandardCharsets.UTF_8), List.of());
  }
}
