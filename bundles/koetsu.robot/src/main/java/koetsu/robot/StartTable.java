package koetsu.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the workbench takes from the start of its process to a window one can work in, beside an
 * empty window of the same toolkit in the same run: {@code StartTable [--rounds N] DISTRIBUTION…}.
 *
 * <p>Both are watched from outside, by the pixels of their screen: when the first one appears, and
 * when the picture is the one that stays, but for half a percent of it (the caret blinks, the clock
 * goes on). The window opens the shipped sample, which was read before. The medians of rounds that
 * take turns are printed; the first round is not counted, for it leaves the archive of classes that
 * every later start takes.
 */
public final class StartTable {
  private static final int POLL_MILLIS = 4;
  private static final int QUIET_MILLIS = 4000;
  private static final int GONE_MILLIS = 300;
  private static final int LONGEST_MILLIS = 30_000;
  private static final int UNLIKE = FrameBuffer.WIDTH * FrameBuffer.HEIGHT / 200;
  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin/java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Dorg.eclipse.swt.internal.SessionManagerDBus.disable=true");

  private final Path user;
  private final FrameBuffer screen;

  private StartTable(Path user, FrameBuffer screen) {
    this.user = user;
    this.screen = screen;
  }

  /** Milliseconds from the start of a process to its first pixel, and to its picture. */
  private record Times(double first, double complete) {}

  public static void main(String[] arguments) throws Exception {
    int rounds = 5;
    List<Path> distributions = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--rounds")) {
        rounds = Integer.parseInt(arguments[++i]);
      } else {
        distributions.add(Path.of(arguments[i]).toAbsolutePath());
      }
    }
    Path user = Files.createTempDirectory("koetsu-start");
    Path pixels = Files.createDirectory(user.resolve("screen"));
    try (FrameBuffer screen = new FrameBuffer(pixels)) {
      new StartTable(user, screen).measure(distributions, rounds);
    } finally {
      delete(user);
    }
  }

  private void measure(List<Path> distributions, int rounds)
      throws IOException, InterruptedException {
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put("empty shell", plain());
    for (Path distribution : distributions) {
      String koetsu = distribution.resolve("bin/koetsu").toString();
      String project = user.resolve("project" + programs.size()).toString();
      int code = start(List.of(koetsu, "sample", project)).waitFor();
      if (code != 0) {
        throw new IOException(koetsu + " makes no sample project: exit code " + code);
      }
      programs.put(distribution.toString(), List.of(koetsu, "review", project));
    }
    Path preferences = Files.createDirectories(user.resolve(".local/share/koetsu"));
    Files.writeString(preferences.resolve("workbench.properties"), "reviewer=rin\n");
    Map<String, List<Times>> all = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, List<String>> program : programs.entrySet()) {
        Times times = watch(program.getValue());
        if (round > 0) {
          all.computeIfAbsent(program.getKey(), none -> new ArrayList<>()).add(times);
        }
      }
    }
    print(all);
  }

  private static void print(Map<String, List<Times>> all) {
    System.out.println("| window | first pixel, ms | whole picture, ms | ÷ empty shell | each |");
    System.out.println("|---|--:|--:|--:|---|");
    double empty = 0;
    for (Map.Entry<String, List<Times>> row : all.entrySet()) {
      double complete = median(row.getValue().stream().mapToDouble(Times::complete).toArray());
      double first = median(row.getValue().stream().mapToDouble(Times::first).toArray());
      empty = empty == 0 ? complete : empty;
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.0f | %.2f | %s |%n",
          row.getKey(),
          first,
          complete,
          complete / empty,
          row.getValue().stream()
              .map(t -> String.format(Locale.ROOT, "%.0f", t.complete()))
              .collect(Collectors.joining(" ")));
    }
  }

  /** The same toolkit and the same flags, without anything else. */
  private static List<String> plain() {
    List<String> line = new ArrayList<>(JAVA);
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(":"))
            .filter(entry -> !entry.contains("aarch64"))
            .collect(Collectors.joining(":"));
    line.addAll(List.of("-cp", classPath, PlainShell.class.getName()));
    return line;
  }

  private Process start(List<String> line) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", "/usr/local/bin:/usr/bin:/bin",
                "HOME", user.toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "LC_ALL", "C.UTF-8",
                "DISPLAY", screen.display()));
    return builder.start();
  }

  private Times watch(List<String> line) throws IOException, InterruptedException {
    int[] before = emptyScreen();
    List<Long> moments = new ArrayList<>();
    List<int[]> pictures = new ArrayList<>();
    long begin = System.nanoTime();
    Process process = start(line);
    int[] last = before;
    long changed = begin;
    while (pictures.isEmpty() || System.nanoTime() - changed < QUIET_MILLIS * 1_000_000L) {
      long now = System.nanoTime();
      int[] picture = screen.pixels();
      int unlike = FrameBuffer.difference(picture, last);
      if (unlike > 0) {
        moments.add(now);
        pictures.add(picture);
        last = picture;
        changed = unlike > UNLIKE ? now : changed;
      }
      if (now - begin > LONGEST_MILLIS * 1_000_000L) {
        throw new IOException("nothing that stays within 30 s: " + String.join(" ", line));
      }
      Thread.sleep(POLL_MILLIS);
    }
    process.destroy();
    if (!process.waitFor(LONGEST_MILLIS, TimeUnit.MILLISECONDS)) { // it may leave an archive
      process.destroyForcibly();
    }
    int complete = pictures.size() - 1;
    while (complete > 0 && FrameBuffer.difference(pictures.get(complete - 1), last) < UNLIKE) {
      complete--;
    }
    return new Times((moments.get(0) - begin) / 1e6, (moments.get(complete) - begin) / 1e6);
  }

  /** The screen once the window before is gone from it. */
  private int[] emptyScreen() throws InterruptedException {
    int[] last = screen.pixels();
    while (true) {
      Thread.sleep(GONE_MILLIS);
      int[] now = screen.pixels();
      if (FrameBuffer.difference(now, last) == 0) {
        return now;
      }
      last = now;
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
