package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import koetsu.records.Json;

/**
 * Label Studio's own front end in Chromium. npm fetches it and keeps it for the next time; where
 * npm, the package or Chromium cannot be had, the calling test is skipped.
 */
final class LabelStudio {
  /** The last version that its makers published with what a browser runs. */
  private static final String PACKAGE = "@heartexlabs/label-studio@1.4.0";

  private static final Path UNPACKED = Path.of("target", "label-studio");

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <meta charset="utf-8">
      <body>
      <script src="%s"></script>
      <script>const config = %s, tasks = %s, steps = %s;</script>
      <script>%s</script>
      """;

  private static final Pattern SAVED =
      Pattern.compile(
          "<script type=\"application/json\" id=\"saved\">(.*?)</script>", Pattern.DOTALL);

  private LabelStudio() {}

  /**
   * Opens the tasks that {@link LabelStudioExporter} wrote, and writes them as Label Studio exports
   * them.
   *
   * @param steps of a reviewer in the first task; {@code label-studio.js} says what they are
   * @return the regions of each task as Label Studio has them, in place of those in the file
   */
  static List<Object> open(Path folder, List<Map<String, String>> steps) throws Exception {
    Path browser = program("chromium", "chromium-browser", "google-chrome");
    Path file = folder.resolve(LabelStudioExporter.TASKS);
    List<?> tasks = (List<?>) Json.read(Files.readString(file), file.toString());
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        PAGE.formatted(
            script().toUri(),
            literal(Files.readString(folder.resolve(LabelStudioExporter.CONFIGURATION))),
            literal(tasks),
            literal(steps),
            resource("label-studio.js")));
    Matcher saved = SAVED.matcher(shown(browser, page, folder));
    assertTrue(saved.find(), "the script at the end of the page ran");
    Object found = Json.read(saved.group(1), "what Label Studio saved");
    List<?> regions = assertInstanceOf(List.class, found, () -> "in the page: " + found);
    List<Object> exported = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      Map<Object, Object> task = new LinkedHashMap<>((Map<?, ?>) tasks.get(i));
      task.put("annotations", List.of(Map.of("id", 1L, "result", regions.get(i))));
      exported.add(task);
    }
    Files.writeString(file, Json.write(exported));
    return List.copyOf(regions);
  }

  /** A value as a script of a page can hold it. */
  private static String literal(Object value) {
    return Json.write(value).replace("<", "\\u003c");
  }

  private static String shown(Path browser, Path page, Path folder) throws Exception {
    Path out = folder.resolve("dom.html");
    run(
        out,
        browser.toString(),
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--user-data-dir=" + folder.resolve("browser"),
        "--virtual-time-budget=60000",
        "--dump-dom",
        page.toUri().toString());
    return Files.readString(out);
  }

  /** The front end's script, fetched where an earlier run has not left it. */
  private static synchronized Path script() throws Exception {
    Path script = UNPACKED.resolve(Path.of("package", "build", "static", "js", "main.js"));
    if (!Files.exists(script)) {
      Path npm = program("npm");
      Path fetched = Files.createDirectories(UNPACKED.resolveSibling("label-studio-fetched"));
      Path name = fetched.resolve("name");
      int status =
          run(
              name,
              npm.toString(),
              "pack",
              "--silent",
              "--prefer-offline",
              "--fetch-retries=0",
              "--pack-destination",
              fetched.toString(),
              PACKAGE);
      assumeTrue(status == 0, "skipped: npm cannot fetch " + PACKAGE);
      Path archive = fetched.resolve(Files.readString(name).strip());
      run(name, "tar", "-xzf", archive.toString(), "-C", fetched.toString());
      Files.delete(archive);
      Files.move(fetched, UNPACKED);
    }
    return script;
  }

  private static int run(Path out, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), () -> command[0] + " came to an end");
      return process.exitValue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Path program(String... names) {
    List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
    Path found =
        path.stream()
            .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(
        found != null, () -> "skipped: no " + names[0] + " on this machine (a Debian package)");
    return found;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LabelStudio.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
