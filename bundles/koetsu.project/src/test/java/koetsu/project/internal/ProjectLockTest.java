package koetsu.project.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
  @TempDir Path folder;

  /** Another process: says who holds the lock, and ends when its input does. */
  public static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws IOException {
      try (ProjectLock lock = ProjectLock.take(Path.of(arguments[0]), "other")) {
        System.out.println(lock.holder());
        System.in.read();
      }
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private String holderSeenByAnother() throws Exception {
    Process process = start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      String holder = said.readLine();
      process.outputWriter().close();
      process.waitFor();
      return holder;
    }
  }

  @Test
  void lookingAtItFromTheSameProcessDoesNotGiveItAway() throws Exception {
    try (ProjectLock lock = ProjectLock.take(folder, "hana")) {
      assertTrue(lock.held());
      try (ProjectLock second = ProjectLock.take(folder, "ken")) {
        assertFalse(second.held());
        assertEquals("hana", second.holder());
      }
      assertEquals("hana", holderSeenByAnother());
    }
    assertEquals("other", holderSeenByAnother());
  }

  @Test
  void aProcessThatIsKilledLetsItGo() throws Exception {
    Process process = start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("other", said.readLine());
      try (ProjectLock lock = ProjectLock.take(folder, "hana")) {
        assertFalse(lock.held());
        assertEquals("other", lock.holder());
      }
      process.toHandle().destroyForcibly();
      process.waitFor();
    }
    try (ProjectLock lock = ProjectLock.take(folder, "hana")) {
      assertTrue(lock.held());
    }
  }
}
