package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GuardTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void theProgramsExitCodeGoesThrough() {
    assertEquals(1, guard(false).run(() -> 1));
    assertEquals("", said());
  }

  @Test
  void aForeseenFailureIsItsMessage() {
    int code =
        guard(false)
            .run(
                () -> {
                  throw new LaunchException("cannot write X; set Y");
                });
    assertEquals(2, code);
    assertEquals("koetsu: cannot write X; set Y\n", said());
  }

  @Test
  void anUnforeseenFailureIsOneLineWithoutATrace() {
    int code =
        guard(false)
            .run(
                () -> {
                  throw new NoClassDefFoundError("a/b/C");
                });
    assertEquals(2, code);
    assertEquals(
        "koetsu: unexpected failure: NoClassDefFoundError a/b/C\n"
            + "koetsu: set KOETSU_DEBUG=1 to see where it happened\n",
        said());
  }

  @Test
  void debuggingShowsTheTrace() {
    guard(true)
        .run(
            () -> {
              throw new IllegalStateException("broken inside");
            });
    assertTrue(said().contains("\tat koetsu.launcher.internal.GuardTest"), said());
  }

  private Guard guard(boolean debug) {
    return new Guard(new PrintStream(bytes, true, StandardCharsets.UTF_8), debug);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
