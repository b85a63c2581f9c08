package koetsu.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.text.TextServices;
import koetsu.pipeline.Batch;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.text.JapaneseText;

/** A file and what is done with it to be measured; every method gives the size of its result. */
final class Workload {
  private static final TextServices TEXT = new JapaneseText();

  private final Pipeline pipeline;
  private final Path file;
  private final SourceDocument document;

  /**
   * @param pipeline runs the whole way
   * @param file holds a generated document
   */
  Workload(Pipeline pipeline, Path file) {
    this.pipeline = pipeline;
    this.file = file;
    this.document = load();
  }

  /** Reads the file and decodes its bytes, and does nothing else. */
  int readAndDecode() {
    return new String(bytes(), StandardCharsets.UTF_8).length();
  }

  /** Looks for the expressions with regular expressions, in a text that is there already. */
  int regexPass() {
    return RegexPass.count(document.text());
  }

  /** Looks for the expressions with the house's scan, in a text that is there already. */
  int tokenScan() {
    return TEXT.scan(document).size();
  }

  /** Reads the file, decodes it and finds its lines. */
  int loadAlone() {
    return load().lines().size();
  }

  /** The whole way from the file to typed values with reasons and confidence. */
  int wholePipeline() {
    return pipeline.run(load(), RunOptions.DEFAULT).records().size();
  }

  /** The whole way of some files, so many at a time; gives the number of their records. */
  static int batch(Pipeline pipeline, List<Path> files, int jobs) {
    int[] records = {0};
    new Batch(pipeline, RunOptions.DEFAULT, jobs)
        .run(
            files.stream().map(file -> Input.of(file, null)).toList(),
            result -> records[0] += result.parsed().records().size());
    return records[0];
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceDocument load() {
    try {
      return pipeline.load(new LoadRequest(file.getFileName().toString(), bytes(), null));
    } catch (LoadException e) {
      throw new IllegalStateException(e);
    }
  }
}
