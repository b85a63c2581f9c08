package koetsu.project;

import static koetsu.project.Sheets.HANA;
import static koetsu.project.Sheets.PROFILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that edits is killed at random points; what it said it had done is there. */
class KillTest {
  /** After so many deaths a new project is begun. */
  private static final int LIVES = 10;

  private static final int MOST_EDITS = 12;
  private static final int LONGEST_MILLIS = 8;

  @TempDir Path temp;

  @Test
  void whatWasAcknowledgedSurvivesKills() throws Exception {
    kill(2);
  }

  @Test
  @Tag("long")
  void whatWasAcknowledgedSurvivesAThousandKills() throws Exception {
    kill(100);
  }

  /** Lets projects be edited by processes that die {@link #LIVES} times each. */
  private void kill(int projects) throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, "海辺の事業\n担当: 港湾課\n\n山の事業\n担当: 林野課\n");
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < projects; i++) {
      Path folder = temp.resolve("project" + i);
      Project.create(folder, List.of(source));
      Random random = new Random(i);
      tasks.add(
          () -> {
            int acknowledged = 0;
            for (int life = 0; life < LIVES; life++) {
              acknowledged = live(folder, random);
            }
            return acknowledged;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      int acknowledged = 0;
      for (Future<Integer> done : threads.invokeAll(tasks)) {
        acknowledged += done.get();
      }
      assertTrue(acknowledged > projects * LIVES, acknowledged + " edits only");
      System.out.println(
          projects * LIVES + " kills, " + acknowledged + " acknowledged edits, none lost");
    } finally {
      threads.shutdownNow();
    }
  }

  /** Starts a process on a project, kills it, and looks what is there; returns how many events. */
  private static int live(Path folder, Random random) throws Exception {
    Map<String, String> acknowledged = new HashMap<>();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EditingProcess.class.getName(),
                folder.toString(),
                "" + random.nextInt())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals(EditingProcess.READY, said.readLine());
      for (int edits = random.nextInt(MOST_EDITS); edits > 0; edits--) {
        take(said.readLine(), acknowledged);
      }
      Thread.sleep(random.nextInt(LONGEST_MILLIS));
      // Unlike the process itself, its handle leaves what was said to be read.
      process.toHandle().destroyForcibly();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        take(line, acknowledged);
      }
    }
    process.waitFor();
    return inspect(folder, acknowledged);
  }

  private static void take(String line, Map<String, String> acknowledged) {
    String[] parts = line.split(" ");
    // The last line may have been cut off with the life.
    if (parts.length == 2 && parts[1].length() == EditingProcess.DIGITS) {
      acknowledged.put(parts[0], parts[1]);
    }
  }

  private static int inspect(Path folder, Map<String, String> acknowledged) throws Exception {
    String gold;
    String state;
    int events;
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      assertFalse(project.readOnly(), "a dead process keeps the project from being written");
      Map<String, String> there = new HashMap<>();
      project.events().forEach(e -> there.put(e.id().toString(), EditingProcess.digest(e)));
      acknowledged.entrySet().removeAll(there.entrySet());
      assertEquals(Map.of(), acknowledged, "lost");
      state = project.present(EditingProcess.extraction(folder)).records().toString();
      project.flush();
      gold = gold(folder);
      events = project.events().size();
    }
    for (String derived : List.of("gold", ".cache")) {
      if (Files.exists(folder.resolve(derived))) {
        FaultyDisk.deleteAll(folder.resolve(derived));
      }
    }
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      assertEquals(state, project.present(EditingProcess.extraction(folder)).records().toString());
      project.flush();
      assertEquals(gold, gold(folder));
    }
    return events;
  }

  private static String gold(Path folder) throws IOException {
    Path file = folder.resolve("gold/a.records.jsonl");
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
