package koetsu.itests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The distribution that this build made, started as a user starts it. */
public final class Distribution {

  private static final int LONGEST_RUN_SECONDS = 60;

  private final Path user;
  private Path program;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param home where the distribution is
   * @param user a folder that stands in for the user's home
   */
  Distribution(Path home, Path user) {
    this.program = home.resolve("bin/koetsu");
    this.user = user;
    environment.put("HOME", user.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  /** The distribution in the target folder of the module before this one. */
  public static Path built() {
    Path home = Path.of("../../features/koetsu.distribution/target/linux/koetsu");
    assertTrue(Files.isDirectory(home), home + " is missing: build the whole reactor");
    return home.toAbsolutePath().normalize();
  }

  /** The jars below one of its folders, by name. */
  static List<Path> jars(String folder) {
    try (Stream<Path> files = Files.walk(built().resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path plugins() throws IOException {
    return Files.createDirectories(user.resolve(".local/share/koetsu/plugins"));
  }

  Path cache() {
    return user.resolve(".cache/koetsu");
  }

  Distribution with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  Distribution startedAs(Path link) {
    program = link;
    return this;
  }

  /** Runs {@code bin/koetsu} to its end. */
  Outcome run(Object... arguments) throws IOException, InterruptedException {
    return end(start(arguments));
  }

  /** Starts {@code bin/koetsu} with an environment that holds nothing of the developer's own. */
  Started start(Object... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(program.toString());
    Stream.of(arguments).map(Object::toString).forEach(line::add);
    Path out = Files.createTempFile(user, "out", ".txt");
    Path err = Files.createTempFile(user, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(user.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Started(process, out, err);
  }

  Outcome end(Started started) throws IOException, InterruptedException {
    if (!started.process().waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
      started.process().destroyForcibly();
      throw new AssertionError(
          "koetsu hangs; it said: " + Files.readString(started.err(), StandardCharsets.UTF_8));
    }
    return new Outcome(
        started.process().exitValue(),
        Files.readString(started.out(), StandardCharsets.UTF_8),
        Files.readString(started.err(), StandardCharsets.UTF_8));
  }

  record Started(Process process, Path out, Path err) {}

  record Outcome(int code, String out, String err) {}
}
