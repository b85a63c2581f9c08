package koetsu.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import koetsu.robot.FrameBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the window of the built distribution, which nobody lays out but its own start. */
class FirstPictureTest {
  private static final int LONGEST_SECONDS = 60;

  /** Parts of the screen along each side; each of them shows some part of the window. */
  private static final int PARTS = 4;

  /** A part that shows nothing but its background has fewer other pixels than one in so many. */
  private static final int ONE_IN = 500;

  @TempDir Path user;

  @Test
  void everyPartOfTheWindowIsFilledWithoutAKey() throws Exception {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "Xvfb")));
    assumeTrue(there || "true".equals(System.getenv("CI")), "Xvfb is not on the path");
    Path preferences = Files.createDirectories(user.resolve(".local/share/koetsu"));
    Files.writeString(preferences.resolve("workbench.properties"), "reviewer=rin\n");
    Path pixels = Files.createDirectory(user.resolve("screen"));
    try (FrameBuffer screen = new FrameBuffer(pixels)) {
      Distribution koetsu =
          new Distribution(Distribution.built(), user).with("DISPLAY", screen.display());
      Path project = user.resolve("project");
      assertEquals(0, koetsu.run("sample", project).code());
      for (int start = 1; start <= 2; start++) { // the second one finds what the first one kept
        Distribution.Started window = koetsu.start("review", project);
        try {
          List<Integer> empty = emptyParts(screen.pixels());
          long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
          while (!empty.isEmpty() && System.nanoTime() < end) {
            assertTrue(window.process().isAlive(), () -> said(window));
            Thread.sleep(100);
            empty = emptyParts(screen.pixels());
          }
          assertEquals(List.of(), empty, "parts that show nothing at start " + start);
        } finally {
          window.process().destroy();
          koetsu.end(window);
        }
      }
    }
  }

  private static String said(Distribution.Started window) {
    try {
      return Files.readString(window.err());
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  /** The parts of a picture, counted in the order of reading, that have but one colour. */
  private static List<Integer> emptyParts(int[] picture) {
    int width = FrameBuffer.WIDTH / PARTS;
    int height = FrameBuffer.HEIGHT / PARTS;
    return IntStream.range(0, PARTS * PARTS)
        .filter(
            part -> {
              int left = part % PARTS * width;
              int top = part / PARTS * height;
              Map<Integer, Long> colours =
                  IntStream.range(0, width * height)
                      .mapToObj(
                          i -> picture[(top + i / width) * FrameBuffer.WIDTH + left + i % width])
                      .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
              long most = colours.values().stream().mapToLong(n -> n).max().orElseThrow();
              return width * height - most < width * height / ONE_IN;
            })
        .boxed()
        .toList();
  }
}
