package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.itests.AuthorShell;
import koetsu.itests.Distribution;
import koetsu.launcher.PlugInBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/**
 * Does what the tutorial says, block by block, in an empty folder of a fresh home: commands are
 * run, changes made, and what is printed must be what the page shows.
 */
class TutorialTest {
  private static final Path PAGE =
      Path.of("../koetsu.help/src/main/resources/koetsu/help/en/tutorial.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

  /** How a command of the page is marked that ends with an error. */
  private static final String FAILS = "# fails";

  /** What only the changed extractor reads. */
  private static final String SHEET =
      """
      里山の工房支援事業

      令和8年度予算案額 1.2億円

      事業目的・概要

      空き家を改修して工房とする町村を支援する。採択見込み 9か所
      """;

  private static final String FOUND = "adoptionCount=[FieldValue[value=9か所";

  @TempDir Path home;

  @Test
  void theReadmeGivesNoOtherCommands() throws IOException {
    List<String> tutorial = commands(PAGE);
    List<String> readme = commands(Path.of("../../README.md"));
    assertTrue(readme.size() > 2 && tutorial.containsAll(readme), readme.toString());
  }

  private static List<String> commands(Path page) throws IOException {
    return BLOCK
        .matcher(Files.readString(page))
        .results()
        .filter(block -> block.group(1).equals("sh"))
        .flatMap(block -> block.group(2).lines())
        .toList();
  }

  @Test
  void everyCommandDoesWhatThePageSays() throws Exception {
    try (AuthorShell shell = AuthorShell.in(home)) {
      List<String> done = new ArrayList<>();
      String said = "";
      Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
      while (blocks.find()) {
        String text = blocks.group(2);
        switch (blocks.group(1)) {
          case "sh" -> {
            StringBuilder out = new StringBuilder();
            for (String line : text.lines().toList()) {
              out.append(run(shell, line));
              done.add(line);
            }
            said = out.toString();
          }
          case "text" -> assertShown(text, said);
          case "diff" -> change(shell.folder(), text);
          default -> throw new AssertionError("a block that nobody understands: " + text);
        }
      }
      shell.assertStillOpen();
      assertTrue(done.size() > 10, "only " + done);
      assertWorksInRunningKoetsu(shell.folder().resolve("target/example.adoptioncount-1.0.0.jar"));
    }
  }

  /** What the open window does with the jar, without the window. */
  private void assertWorksInRunningKoetsu(Path jar) throws Exception {
    Path plugIns = Files.createDirectory(home.resolve("plugins"));
    List<String> told = new ArrayList<>();
    Bundles bundles = Bundles.start(home.resolve("framework"), new Journal(told::add));
    try {
      bundles.add(Distribution.built().resolve("bundles").resolve("command-line"));
      PlugInFolder folder = new PlugInFolder(plugIns, PlugInBundle.Home.USER, bundles);
      folder.look(true);
      assertFalse(read(bundles).contains(FOUND), "before it is there");
      Files.copy(jar, plugIns.resolve(jar.getFileName()));
      folder.look(false);
      folder.look(false);
      assertTrue(read(bundles).contains(FOUND), read(bundles));
      Files.delete(plugIns.resolve(jar.getFileName()));
      folder.look(false);
      assertFalse(read(bundles).contains(FOUND), "after it is gone");
      assertEquals(List.of(), told);
    } finally {
      bundles.stop();
    }
  }

  /** What the pipeline reads of a sheet; its types belong to the bundles, not to this test. */
  private static String read(Bundles bundles) throws Exception {
    BundleContext context = bundles.context();
    Object pipeline =
        context.getService(context.getAllServiceReferences("koetsu.pipeline.Pipeline", null)[0]);
    ClassLoader loader = pipeline.getClass().getClassLoader();
    Class<?> type = loader.loadClass("koetsu.pipeline.Pipeline");
    Class<?> request = loader.loadClass("koetsu.api.plugin.LoadRequest");
    Object sheet =
        request
            .getConstructor(String.class, byte[].class, String.class)
            .newInstance("sheet.txt", SHEET.getBytes(StandardCharsets.UTF_8), "UTF-8");
    Object document = type.getMethod("load", request).invoke(pipeline, sheet);
    return type.getMethod("run", document.getClass()).invoke(pipeline, document).toString();
  }

  private static String run(AuthorShell shell, String line) throws Exception {
    if (line.endsWith(" &")) {
      shell.open(line.substring(0, line.length() - 2));
      return "";
    }
    AuthorShell.Outcome outcome = shell.run(line);
    assertEquals(line.contains(FAILS), outcome.code() != 0, line + "\n" + outcome.out());
    return outcome.out();
  }

  private static void assertShown(String shown, String said) {
    for (String line : shown.lines().toList()) {
      assertTrue(said.contains(line.strip()), line + "\nis not in\n" + said);
    }
  }

  /** Makes the change of one place in one file; the place is found by its lines. */
  private static void change(Path folder, String diff) throws IOException {
    List<String> lines = diff.lines().toList();
    Path file = folder.resolve(lines.get(1).replaceFirst("^\\+\\+\\+ b/", ""));
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : lines.subList(3, lines.size())) {
      String text = (line.isEmpty() ? "" : line.substring(1)) + "\n";
      if (!line.startsWith("+")) {
        before.append(text);
      }
      if (!line.startsWith("-")) {
        after.append(text);
      }
    }
    String old = Files.readString(file);
    assertEquals(2, old.split(Pattern.quote(before.toString()), -1).length, before.toString());
    Files.writeString(file, old.replace(before, after));
  }
}
