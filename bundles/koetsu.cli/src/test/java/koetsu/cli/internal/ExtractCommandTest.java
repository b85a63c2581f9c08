package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
  private static final Path SOURCES = Shell.SAMPLE.resolve("sources");
  private static final Path DRAFT = SOURCES.resolve("draft-budget.md");

  @TempDir private Path folder;
  private Path out;
  private Shell shell;

  @BeforeEach
  void open() {
    out = folder.resolve("new/out");
    shell = new Shell(folder.resolve("data"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileBecomesARecordsFileThatAgreesWithIt() throws Exception {
    assertEquals(0, shell.run("extract", "--out", out, DRAFT), shell::err);
    assertEquals("", shell.out() + shell.err());
    assertEquals(List.of("draft-budget.records.jsonl"), names(out));
    RecordFile file = RecordFile.read(out.resolve("draft-budget.records.jsonl"));
    assertEquals("draft-budget.md", file.document().name());
    assertEquals("r0001", file.records().get(0).id());
    assertTrue(
        file.records()
            .get(0)
            .values("name")
            .get(0)
            .extractor()
            .matches("koetsu\\.extract/[0-9.]+#.+"));
  }

  @Test
  void aFolderIsReadWithAllFoldersBelowAndWithoutHiddenFiles() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in/deep/.hidden"));
    Files.copy(DRAFT, folder.resolve("in/deep/a.md"));
    Files.copy(DRAFT, folder.resolve("in/b.md"));
    Files.copy(DRAFT, folder.resolve("in/.c.md"));
    Files.copy(DRAFT, in.resolve("d.md"));
    assertEquals(0, shell.run("extract", folder.resolve("in"), "--out", out));
    assertEquals(List.of("a.records.jsonl", "b.records.jsonl"), names(out));
  }

  @Test
  void theBytesAreTheSameWhateverTheJobsAndOnStandardOutput() throws Exception {
    assertEquals(
        0,
        shell.run(
            "extract", "--jobs", "1", "--out", out, DRAFT, SOURCES.resolve("plain-sheets.txt")));
    Path other = folder.resolve("other");
    shell.run("extract", "--jobs", "4", "--out", other, DRAFT, SOURCES.resolve("plain-sheets.txt"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : names(out)) {
      assertArrayEquals(
          Files.readAllBytes(out.resolve(name)), Files.readAllBytes(other.resolve(name)));
      all.write(Files.readAllBytes(out.resolve(name)));
    }
    shell.run("extract", "--out", "-", DRAFT, SOURCES.resolve("plain-sheets.txt"));
    assertArrayEquals(all.toByteArray(), shell.outBytes());
  }

  @Test
  void standardInputIsADocumentCalledStdin() throws Exception {
    shell.typing(Files.readAllBytes(DRAFT));
    assertEquals(0, shell.run("extract", "--out", out, "-"));
    assertEquals("stdin", RecordFile.read(out.resolve("stdin.records.jsonl")).document().name());
  }

  @Test
  void anEncodingMayBeSaidAndIsWritten() throws Exception {
    Path file = folder.resolve("a.md");
    Charset japanese = Charset.forName("EUC-JP");
    Files.write(file, Files.readString(DRAFT, StandardCharsets.UTF_8).getBytes(japanese));
    assertEquals(0, shell.run("extract", "--encoding", "EUC-JP", "--out", out, file), shell::err);
    assertEquals("EUC-JP", RecordFile.read(out.resolve("a.records.jsonl")).document().encoding());
  }

  @Test
  void oneBadInputIsOneErrorAndTheOthersAreDone() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    Path binary = Files.write(folder.resolve("binary.txt"), new byte[] {0, 1, 2, 0, 3, 0, 0, 9});
    Path missing = folder.resolve("missing.txt");
    assertEquals(2, shell.run("extract", "--out", out, missing, empty, DRAFT, binary));
    assertEquals(List.of("draft-budget.records.jsonl"), names(out));
    List<String> lines = shell.err().lines().toList();
    assertEquals(3, lines.size(), shell::err);
    assertEquals("koetsu: " + missing + ": there is no such file or folder", lines.get(0));
    assertTrue(lines.get(1).startsWith("koetsu: ") && lines.get(1).contains("empty.txt"));
    assertTrue(lines.get(2).startsWith("koetsu: ") && lines.get(2).contains("binary.txt"));
  }

  @Test
  void twoInputsForOneFileAreAnErrorBeforeAnyWork() throws Exception {
    Path twin = Files.copy(DRAFT, folder.resolve("draft-budget.txt"));
    assertEquals(2, shell.run("extract", "--out", out, DRAFT, twin));
    assertEquals(
        "koetsu: "
            + DRAFT
            + " and "
            + twin
            + " would both be written to draft-budget.records.jsonl; rename one, or extract them"
            + " into different folders\n",
        shell.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void progressIsShownOnATerminalOnly() {
    shell.run("extract", "--out", out, DRAFT, SOURCES.resolve("plain-sheets.txt"));
    assertEquals("", shell.err());
    shell.interactive().run("extract", "--out", out, DRAFT, SOURCES.resolve("plain-sheets.txt"));
    assertTrue(shell.err().contains("1 of 2"), shell::err);
    assertTrue(shell.err().endsWith("\r"), "the line is wiped in the end");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidToBeSo() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(2, shell.run("extract", "--out", file.resolve("sub"), DRAFT));
    assertEquals(1, shell.err().lines().count(), shell::err);
    assertTrue(shell.err().startsWith("koetsu: " + file), shell::err);
  }

  @Test
  void wrongUseIsExitCodeTwoAndOneLine() {
    assertEquals(2, shell.run("extract"));
    assertEquals(
        "koetsu: Missing required parameter: 'INPUT'; see `koetsu extract --help`\n", shell.err());
    assertEquals(2, shell.run("extract", "--jobs", "0", DRAFT));
    assertEquals("koetsu: --jobs 0: at least 1 is needed\n", shell.err());
    assertEquals(2, shell.run("extract", "--time-limit", "-3", DRAFT));
    assertEquals("koetsu: --time-limit -3: at least 1 is needed\n", shell.err());
    assertEquals(2, shell.run("extract", "--jobs", "many", DRAFT));
    assertEquals(1, shell.err().lines().count());
  }
}
