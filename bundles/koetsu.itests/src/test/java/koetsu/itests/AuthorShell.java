package koetsu.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A person at a machine with a JDK, Maven and this distribution, in an empty folder of a fresh
 * home.
 *
 * <p>What Maven has downloaded before is there, except for anything of Koetsu's, which must come
 * from the SDK.
 */
public final class AuthorShell implements AutoCloseable {
  private static final int LONGEST_RUN_MINUTES = 10;
  private static final String REPOSITORY = ".m2/repository";

  private final Path repository;
  private Path folder;
  private final Path notes;
  private final Map<String, String> environment;
  private final Map<Process, Path> open = new LinkedHashMap<>();
  private Process screen;
  private String display;

  /** How a command ended, and what it printed. */
  public record Outcome(int code, String out) {}

  private AuthorShell(Path home, Map<String, String> environment) throws IOException {
    this.repository = home.resolve(REPOSITORY);
    this.environment = environment;
    this.folder = Files.createDirectory(home.resolve("work"));
    this.notes = Files.createDirectory(home.resolve("notes"));
  }

  /** Skips the test where the machine has no Maven or no screen, except on a build server. */
  public static AuthorShell in(Path home) throws IOException {
    String path = System.getenv("PATH");
    String maven = System.getProperty("maven.home");
    if (maven != null) {
      path = maven + "/bin:" + path;
    }
    for (String program : List.of("mvn", "Xvfb")) {
      boolean there =
          Arrays.stream(path.split(File.pathSeparator))
              .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
      assumeTrue(there || "true".equals(System.getenv("CI")), program + " is not on the path");
    }
    Path real = Path.of(System.getProperty("user.home"), ".m2");
    Path repository = Path.of(System.getProperty("localRepository", real + "/repository"));
    Path fresh = Files.createDirectories(home.resolve(REPOSITORY));
    try (Stream<Path> groups = Files.list(repository)) {
      for (Path group : (Iterable<Path>) groups::iterator) {
        if (!group.endsWith("koetsu")) {
          Files.createSymbolicLink(fresh.resolve(group.getFileName()), group);
        }
      }
    }
    if (Files.exists(real.resolve("settings.xml"))) {
      Files.copy(real.resolve("settings.xml"), home.resolve(".m2/settings.xml"));
    }
    return new AuthorShell(
        home,
        Map.of(
            "HOME",
            home.toString(),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "LC_ALL",
            "C.UTF-8",
            "MAVEN_OPTS",
            "-XX:TieredStopAtLevel=1 -Duser.home=" + home,
            "PATH",
            Distribution.built().resolve("bin") + ":" + path));
  }

  /** Where the last command left the person. */
  public Path folder() {
    return folder;
  }

  /** Runs one line to its end; what it prints comes back without colours. */
  public Outcome run(String line) throws IOException, InterruptedException {
    Path out = Files.createTempFile(notes, "out", ".txt");
    Path place = notes.resolve("pwd");
    Process process = start(line + "\ncode=$?; pwd >'" + place + "'; exit $code", out).start();
    if (!process.waitFor(LONGEST_RUN_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(line + " hangs; it said: " + Files.readString(out));
    }
    folder = Path.of(Files.readString(place).strip());
    String said = Files.readString(out).replaceAll("\u001b\\[[0-9;]*m", "");
    return new Outcome(process.exitValue(), said);
  }

  /** Runs one line, which must end well, and returns what it prints. */
  String expect(String line) throws IOException, InterruptedException {
    Outcome outcome = run(line);
    assertEquals(0, outcome.code(), line + "\n" + outcome.out());
    return outcome.out();
  }

  /** Starts a line that opens a window, on a screen of its own; {@link #close()} ends it. */
  public void open(String line) throws IOException, InterruptedException {
    Path out = Files.createTempFile(notes, "window", ".txt");
    ProcessBuilder builder = start("exec " + line, out);
    builder.environment().put("DISPLAY", screen());
    Process window = builder.start();
    open.put(window, out);
    window.waitFor(3, TimeUnit.SECONDS);
    assertStillOpen();
  }

  public void assertStillOpen() throws IOException {
    assertTrue(!open.isEmpty(), "no window was opened");
    for (Map.Entry<Process, Path> window : open.entrySet()) {
      String said = Files.readString(window.getValue());
      assertTrue(window.getKey().isAlive(), () -> "a window is gone; it said: " + said);
    }
  }

  private ProcessBuilder start(String line, Path out) {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private String screen() throws IOException {
    if (screen == null) {
      screen =
          new ProcessBuilder(
                  "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      display = ":" + screen.inputReader().readLine().strip();
    }
    return display;
  }

  @Override
  public void close() throws IOException {
    open.keySet().forEach(AuthorShell::end);
    if (screen != null) {
      end(screen);
    }
    try (Stream<Path> groups = Files.list(repository)) {
      for (Path link : groups.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private static void end(Process process) {
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
