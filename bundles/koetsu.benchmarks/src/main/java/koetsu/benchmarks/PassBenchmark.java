package koetsu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import koetsu.pipeline.Pipeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The steps of {@link SpeedTable}, each in a process of its own, for those who look into one of
 * them; {@code java -cp … org.openjdk.jmh.Main -prof gc} also tells what it allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx6g"})
public class PassBenchmark {
  /** Length of the document. */
  @Param({"1"})
  public double megabytes;

  /** Layout of the document. */
  @Param({"draft-budget", "plain-sheets", "joint-projects", "package-sheets", "catalogue"})
  public String layout;

  private Path file;
  private Workload workload;

  /** Writes the document to a temporary file. */
  @Setup
  public void generate() throws IOException {
    file = Files.createTempFile("koetsu-benchmark", ".txt");
    Files.write(file, Layout.named(layout).document((int) (megabytes * 1e6), 1));
    workload = new Workload(Pipeline.onClassPath(), file);
  }

  /** Deletes the temporary file. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** The lower bound. */
  @Benchmark
  public int readAndDecode() {
    return workload.readAndDecode();
  }

  /** The yardstick. */
  @Benchmark
  public int regexPass() {
    return workload.regexPass();
  }

  /** One scan for all kinds of token. */
  @Benchmark
  public int tokenScan() {
    return workload.tokenScan();
  }

  /** From a file to lines. */
  @Benchmark
  public int load() {
    return workload.loadAlone();
  }

  /** From a file to typed values. */
  @Benchmark
  public int wholePipeline() {
    return workload.wholePipeline();
  }
}
