package koetsu.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import koetsu.pipeline.Pipeline;

/**
 * Prints one table: what each step costs at each size of document, and how it compares with a pass
 * of regular expressions in the same run.
 *
 * <p>Arguments: {@code [--sizes 0.1,1,10,100] [--rounds 5] [--warm-up 400] [--layouts
 * catalogue,…]}. Every step is done on short documents until the compiler has settled, or so many
 * times as {@code --warm-up} says; then the steps take turns, round by round; of each the best
 * round counts, which is what a quiet machine would show most of the time. Figures are pooled over
 * the layouts. A second table has the processor's time in place of the clock's: it stays true on a
 * machine that has other work, but counts what other threads (the compiler, the collector) do at
 * the same time. Its row of two jobs tells what share of the processor's time is left when a second
 * core is at work; twice that is what a machine without other work gains at most.
 */
final class SpeedTable {
  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Documents up to this size are gone through several times a round, for the clock's sake. */
  private static final int SHORT = 2_000_000;

  /** Length of the documents that go before all measurements. */
  private static final int WARM_UP = 500_000;

  /** The compiler has settled once it works for less than this share of some rounds' time. */
  private static final double SETTLED = 0.05;

  private static final int SETTLED_ROUNDS = 5;

  /** Files of the runs on one and on two cores. */
  private static final int FILES = 8;

  private enum Step {
    READ("read + decode", Workload::readAndDecode),
    REGEX("regex pass", Workload::regexPass),
    SCAN("token scan", Workload::tokenScan),
    LOAD("load", Workload::loadAlone),
    PIPELINE("whole pipeline", Workload::wholePipeline),
    ONE_CORE("files, one job", null),
    TWO_CORES("files, two jobs", null);

    private final String label;
    private final ToIntFunction<Workload> work;

    Step(String label, ToIntFunction<Workload> work) {
      this.label = label;
      this.work = work;
    }
  }

  /** Seconds by the clock and of the processor; of several rounds the least of each. */
  private record Cost(double clock, double processor) {
    static final Cost NONE = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);
    static final Cost ZERO = new Cost(0, 0);

    Cost least(Cost other) {
      return new Cost(Math.min(clock, other.clock), Math.min(processor, other.processor));
    }

    Cost plus(Cost other) {
      return new Cost(clock + other.clock, processor + other.processor);
    }
  }

  private final Pipeline pipeline = Pipeline.onClassPath();
  private final PrintStream out;
  private final double[] sizes;
  private final List<Layout> layouts;
  private int results;

  private SpeedTable(PrintStream out, double[] sizes, List<Layout> layouts) {
    this.out = out;
    this.sizes = sizes;
    this.layouts = layouts;
  }

  public static void main(String[] arguments) throws IOException {
    double[] sizes = {0.1, 1, 10, 100};
    int rounds = 5;
    int warmUp = 400;
    List<Layout> layouts = List.of(Layout.values());
    for (int i = 0; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      switch (arguments[i]) {
        case "--sizes" ->
            sizes = Arrays.stream(value.split(",")).mapToDouble(Double::parseDouble).toArray();
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--warm-up" -> warmUp = Integer.parseInt(value);
        case "--layouts" -> layouts = Arrays.stream(value.split(",")).map(Layout::named).toList();
        default -> throw new IllegalArgumentException("no such option: " + arguments[i]);
      }
    }
    Path folder = Files.createTempDirectory("koetsu-benchmarks");
    try {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      SpeedTable table = new SpeedTable(out, sizes, layouts);
      table.warmUp(folder, warmUp);
      table.run(folder, rounds);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private void warmUp(Path folder, int rounds) throws IOException {
    List<Path> files = generate(folder, WARM_UP / 1e6);
    List<Workload> workloads = new ArrayList<>();
    for (Path file : files) {
      workloads.add(new Workload(pipeline, file));
    }
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    int settled = 0;
    int round = 0;
    while (round < rounds && settled < SETTLED_ROUNDS) {
      long compiling = compiler.getTotalCompilationTime();
      long clock = System.nanoTime();
      for (Workload workload : workloads) {
        for (Step step : Step.values()) {
          results += step.work == null ? 0 : step.work.applyAsInt(workload);
        }
      }
      double share =
          (compiler.getTotalCompilationTime() - compiling) * 1e6 / (System.nanoTime() - clock);
      settled = share < SETTLED ? settled + 1 : 0;
      round++;
    }
    out.println(
        (settled < SETTLED_ROUNDS ? "the compiler has not settled in " : "the compiler settled in ")
            + round
            + " rounds; "
            + ManagementFactory.getRuntimeMXBean().getInputArguments());
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private void run(Path folder, int rounds) throws IOException {
    List<Map<Step, Cost>> table = new ArrayList<>();
    double[] megabytes = new double[sizes.length];
    for (int s = 0; s < sizes.length; s++) {
      List<Path> files = generate(folder, sizes[s]);
      Map<Step, Cost> sum = new EnumMap<>(Step.class);
      for (Path file : files) {
        megabytes[s] += Files.size(file) / 1e6;
        measure(file, rounds).forEach((step, cost) -> sum.merge(step, cost, Cost::plus));
      }
      measure(files, rounds).forEach((step, cost) -> sum.merge(step, cost, Cost::plus));
      table.add(sum);
      for (Path file : files) {
        Files.delete(file);
      }
    }
    out.println("MB/s, layouts " + layouts + ", " + rounds + " rounds");
    print(table, megabytes, "clock", Cost::clock);
    print(table, megabytes, "processor", Cost::processor);
    out.println("(" + results + " results)");
  }

  private List<Path> generate(Path folder, double megabytes) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Layout layout : layouts) {
      Path file = folder.resolve(layout + "-" + megabytes + ".txt");
      files.add(Files.write(file, layout.document((int) (megabytes * 1e6), 1)));
    }
    return files;
  }

  private Map<Step, Cost> measure(Path file, int rounds) throws IOException {
    Workload workload = new Workload(pipeline, file);
    Map<Step, Cost> best = new EnumMap<>(Step.class);
    int times = (int) Math.max(1, SHORT / Files.size(file));
    for (int round = 0; round < rounds; round++) {
      for (Step step : Step.values()) {
        if (step.work != null) {
          Cost cost = cost(() -> step.work.applyAsInt(workload), times);
          best.merge(step, cost, Cost::least);
        }
      }
    }
    return best;
  }

  /** The same files with one job and with two. */
  private Map<Step, Cost> measure(List<Path> files, int rounds) throws IOException {
    List<Path> several = new ArrayList<>();
    while (several.size() < FILES) {
      several.addAll(files);
    }
    double share = (double) files.size() / several.size();
    Map<Step, Cost> best = new EnumMap<>(Step.class);
    for (int round = 0; round < rounds; round++) {
      for (Step step : List.of(Step.ONE_CORE, Step.TWO_CORES)) {
        int jobs = step == Step.TWO_CORES ? 2 : 1;
        Cost cost = cost(() -> Workload.batch(pipeline, several, jobs), 1);
        best.merge(step, new Cost(cost.clock * share, cost.processor * share), Cost::least);
      }
    }
    return best;
  }

  private Cost cost(IntSupplier work, int times) {
    System.gc();
    long processor = PROCESS.getProcessCpuTime();
    long clock = System.nanoTime();
    for (int i = 0; i < times; i++) {
      results += work.getAsInt();
    }
    double each = 1e9 * times;
    return new Cost(
        (System.nanoTime() - clock) / each, (PROCESS.getProcessCpuTime() - processor) / each);
  }

  private void print(
      List<Map<Step, Cost>> table, double[] megabytes, String by, ToDoubleFunction<Cost> seconds) {
    StringBuilder head = new StringBuilder(String.format("%n%-34s", "by the " + by));
    for (double size : sizes) {
      head.append(String.format(Locale.ROOT, "%10s MB", size));
    }
    out.println(head);
    for (Step step : Step.values()) {
      row(step.label, s -> megabytes[s] / seconds.applyAsDouble(table.get(s).get(step)));
    }
    ratio(table, seconds, "token scan ÷ regex pass (≥ 15)", Step.REGEX, Step.SCAN);
    ratio(table, seconds, "pipeline ÷ regex pass (≥ 1.5)", Step.REGEX, Step.PIPELINE);
    ratio(table, seconds, "two jobs ÷ one job (≥ 1.8)", Step.ONE_CORE, Step.TWO_CORES);
    int one = Arrays.stream(sizes).boxed().toList().indexOf(1.0);
    if (one >= 0) {
      double unit = seconds.applyAsDouble(table.get(one).get(Step.PIPELINE)) / megabytes[one];
      row(
          "pipeline time/MB ÷ at 1 MB (≤ 1.15)",
          s -> seconds.applyAsDouble(table.get(s).get(Step.PIPELINE)) / megabytes[s] / unit);
    }
  }

  private void ratio(
      List<Map<Step, Cost>> table,
      ToDoubleFunction<Cost> seconds,
      String label,
      Step slow,
      Step fast) {
    row(
        label,
        s ->
            seconds.applyAsDouble(table.get(s).get(slow))
                / seconds.applyAsDouble(table.get(s).get(fast)));
  }

  private void row(String label, IntToDoubleFunction cell) {
    StringBuilder row = new StringBuilder(String.format("%-34s", label));
    for (int s = 0; s < sizes.length; s++) {
      double figure = cell.applyAsDouble(s);
      // the clock of the processor ticks too slowly for a step that takes no time at all
      row.append(
          Double.isFinite(figure)
              ? String.format(Locale.ROOT, "%13.2f", figure)
              : String.format("%13s", "-"));
    }
    out.println(row);
  }
}
