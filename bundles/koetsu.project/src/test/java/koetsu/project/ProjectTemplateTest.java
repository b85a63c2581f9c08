package koetsu.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTemplateTest {
  private static final Author HANA = new Author("hana", "a1");
  private static final Profile PROFILE =
      new Profile("test", "1", List.of(), List.of(), List.of(), Map.of());

  @TempDir private Path folder;
  private Path template;
  private RecordFile gold;

  @BeforeEach
  void makeTemplate() throws Exception {
    template = folder.resolve("shipped");
    byte[] text = "灯台の改修\n".getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(template.resolve("sources"));
    Files.createDirectories(template.resolve("gold"));
    Files.write(template.resolve("sources/light.txt"), text);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    FieldValue name =
        new FieldValue(
            Value.of("灯台の改修"),
            "灯台の改修",
            List.of(new Span(0, 5)),
            null,
            null,
            Status.ACCEPTED,
            null,
            Map.of());
    gold =
        new RecordFile(
            new DocumentInfo("light.txt", sha256, 6, "UTF-8", Map.of()),
            List.of(
                new ParsedRecord(
                    "r0001",
                    null,
                    "program",
                    List.of(new Span(0, 6)),
                    Map.of("name", List.of(name)),
                    List.of(),
                    RecordState.REVIEWED,
                    Map.of())));
    gold.write(template.resolve("gold/light.records.jsonl"));
  }

  @Test
  void aProjectIsMadeOfTheDocumentsAndTheirGold() throws Exception {
    Path made = folder.resolve("deep/inside/mine");
    assertTrue(new ProjectTemplate(template).copyTo(made, HANA, PROFILE));

    assertArrayEquals(
        Files.readAllBytes(template.resolve("sources/light.txt")),
        Files.readAllBytes(made.resolve("sources/light.txt")));
    try (Project project = Project.read(made, HANA, PROFILE)) {
      assertEquals(List.of(gold), project.gold());
    }
    assertEquals(List.of("mine"), names(made.getParent()));
  }

  @Test
  void aProjectThatIsThereIsLeftAlone() throws Exception {
    Path mine = folder.resolve("mine");
    new ProjectTemplate(template).copyTo(mine, HANA, PROFILE);
    Files.delete(mine.resolve("sources/light.txt"));
    assertFalse(new ProjectTemplate(template).copyTo(mine, HANA, PROFILE));
    assertEquals(List.of(), names(mine.resolve("sources")));
  }

  @Test
  void whatACrashLeftBehindIsSweptAway() throws Exception {
    Path torn = Files.createDirectories(folder.resolve(".mine.new/sources"));
    Files.writeString(torn.resolve("half.txt"), "x");
    Files.createDirectory(folder.resolve("mine"));
    assertTrue(new ProjectTemplate(template).copyTo(folder.resolve("mine"), HANA, PROFILE));
    assertEquals(List.of("light.txt"), names(folder.resolve("mine/sources")));
  }

  @Test
  void aFolderWithSomethingElseInItIsAnError() throws Exception {
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("letter.txt"), "x");
    ProjectException e =
        assertThrows(
            ProjectException.class,
            () -> new ProjectTemplate(template).copyTo(full, HANA, PROFILE));
    assertEquals(full + " is not empty; choose another folder", e.getMessage());
    assertEquals(List.of("letter.txt"), names(full));
    assertEquals(List.of("full", "shipped"), names(folder));
  }

  @Test
  void goldThatDoesNotFitItsDocumentMakesNoProject() throws Exception {
    Files.writeString(template.resolve("sources/light.txt"), "別の版\n");
    Path mine = folder.resolve("mine");
    assertThrows(
        ProjectException.class, () -> new ProjectTemplate(template).copyTo(mine, HANA, PROFILE));
    assertEquals(List.of("shipped"), names(folder));
  }

  @Test
  void aTemplateThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing");
    ProjectException e =
        assertThrows(
            ProjectException.class,
            () -> new ProjectTemplate(missing).copyTo(folder.resolve("mine"), HANA, PROFILE));
    assertEquals(
        folder.resolve("mine")
            + ": no project can be made from "
            + missing
            + ": "
            + missing.resolve("sources")
            + ": there is no such file or folder",
        e.getMessage());
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
