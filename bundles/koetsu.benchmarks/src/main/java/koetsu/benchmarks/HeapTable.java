package koetsu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;

/**
 * Finds the smallest heap in which a document of each layout is extracted: processes with less and
 * less memory, until one fails. A document of one line tells what the program needs itself.
 *
 * <p>Argument: the length of the documents in megabytes, 10 without one.
 */
final class HeapTable {
  /** Heap above that of the shortest document, by the length of the input. */
  private static final List<Integer> FACTORS = List.of(24, 20, 16, 14, 12, 10, 8, 6, 4);

  private static final List<Integer> BASES = List.of(8, 10, 12, 16, 24, 32);

  /** A process that does little else than collect garbage has too little memory as well. */
  private static final int SECONDS_PER_MEGABYTE = 4;

  private static final int SECONDS = 30;

  private HeapTable() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2) {
      extract(Path.of(arguments[1]));
      return;
    }
    int megabytes = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    Path file = Files.createTempFile("koetsu-benchmark", ".txt");
    try {
      Files.writeString(file, "事業\n");
      int base = 0;
      for (int i = 0; base == 0 && i < BASES.size(); i++) {
        base = fits(file, BASES.get(i), 0) ? BASES.get(i) : 0;
      }
      System.out.println("one line: " + base + " MB");
      for (Layout layout : Layout.values()) {
        Files.write(file, layout.document(megabytes * 1_000_000, 1));
        int least = 0;
        for (int factor : FACTORS) {
          if (!fits(file, base + factor * megabytes, megabytes)) {
            break;
          }
          least = factor;
        }
        String need = least == 0 ? "more than " + FACTORS.get(0) : "at most " + least;
        System.out.printf(Locale.ROOT, "%-16s%s × input (≤ 10)%n", layout, need);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static boolean fits(Path file, int heap, int megabytes)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx" + heap + "m",
                "-cp",
                System.getProperty("java.class.path"),
                HeapTable.class.getName(),
                "extract",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = process.waitFor(SECONDS + SECONDS_PER_MEGABYTE * megabytes, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended && process.exitValue() == 0;
  }

  private static void extract(Path file) throws IOException {
    Pipeline pipeline = Pipeline.onClassPath();
    RunOptions options = RunOptions.DEFAULT.withLimit(Duration.ofMinutes(10));
    try {
      pipeline.run(
          pipeline.load(new LoadRequest("document.txt", Files.readAllBytes(file), null)), options);
    } catch (LoadException e) {
      throw new IllegalStateException(e);
    }
  }
}
