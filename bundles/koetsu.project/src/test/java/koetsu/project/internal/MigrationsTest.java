package koetsu.project.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.records.Disk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a project of today will come to the format of tomorrow. */
class MigrationsTest {
  @TempDir Path temp;
  private Path folder;
  private Path log;

  @BeforeEach
  void createProject() throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, "海辺の事業\n");
    folder = temp.resolve("project");
    Project.create(folder, List.of(source));
    log = folder.resolve("log/hana-a1.jsonl");
    Files.createDirectories(log.getParent());
    Files.writeString(log, "old\n");
  }

  private Manifest migrate(List<Migrations.Step> steps) throws ProjectException {
    return Migrations.run(folder, Manifest.read(folder), steps, steps.size() + 1, Disk.SYSTEM);
  }

  private void append(String text) throws IOException {
    Files.writeString(log, Files.readString(log) + text + "\n");
  }

  @Test
  void everyStepIsMadeAfterABackup() throws Exception {
    Manifest migrated =
        migrate(List.of((folder, disk) -> append("to 2"), (folder, disk) -> append("to 3")));
    assertEquals(3, migrated.version());
    assertEquals("old\nto 2\nto 3\n", Files.readString(log));
    assertEquals("old\n", Files.readString(folder.resolve(".backup/format-1/log/hana-a1.jsonl")));
    assertTrue(Files.exists(folder.resolve(".backup/format-1/koetsu.json")));
    assertFalse(Files.exists(folder.resolve(".backup/format-1/sources")));
    assertTrue(Files.readString(folder.resolve("koetsu.json")).contains("koetsu.project/3"));
  }

  @Test
  void anAttemptThatWasCutShortStartsAgainFromTheBackup() throws Exception {
    ProjectException failed =
        assertThrows(
            ProjectException.class,
            () ->
                migrate(
                    List.of(
                        (folder, disk) -> {
                          append("half");
                          throw new IOException("no power");
                        })));
    assertTrue(failed.getMessage().contains(".backup"), failed.getMessage());
    assertEquals(1, Manifest.read(folder).version());
    migrate(List.of((folder, disk) -> append("to 2")));
    assertEquals("old\nto 2\n", Files.readString(log));
  }

  @Test
  void todaysFormatNeedsNoBackup() throws Exception {
    assertEquals(1, migrate(List.of()).version());
    assertFalse(Files.exists(folder.resolve(".backup")));
  }

  @Test
  void unknownSettingsStay() throws Exception {
    Files.writeString(
        folder.resolve("koetsu.json"),
        "{\"schema\":\"koetsu.project/1\",\"colour\":{\"deep\":[1,null]}}\n");
    Manifest manifest = Manifest.read(folder);
    manifest.write(folder, Disk.SYSTEM);
    assertEquals(manifest, Manifest.read(folder));
    assertTrue(Files.readString(folder.resolve("koetsu.json")).contains("\"deep\":[1,null]"));
    assertEquals(Map.of(), manifest.encodings());
  }

  @Test
  void whatIsNoProjectFormatIsRefused() throws Exception {
    for (String schema : List.of("koetsu.project/x", "koetsu.records/1", "koetsu.project/0")) {
      Files.writeString(folder.resolve("koetsu.json"), "{\"schema\":\"" + schema + "\"}\n");
      assertThrows(
          ProjectException.class,
          () -> Project.open(folder, new koetsu.project.Author("hana", "a1"), null));
    }
  }
}
