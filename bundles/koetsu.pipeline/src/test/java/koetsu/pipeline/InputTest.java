package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {
  @TempDir private Path folder;

  private Path file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private List<String> relative(List<Path> files) {
    return files.stream().map(f -> folder.relativize(f).toString().replace('\\', '/')).toList();
  }

  @Test
  void aFolderIsWalkedInOrderWithoutHiddenFilesAndRecords() throws Exception {
    file("b.txt");
    file("a/z.md");
    file("a/.hidden.txt");
    file(".git/config");
    file("a/b.records.jsonl");
    file("c");
    assertEquals(List.of("a/z.md", "b.txt", "c"), relative(Input.files(folder)));
  }

  @Test
  void whatIsNamedItselfIsTakenThoughItIsHidden() throws Exception {
    file(".config/a.txt");
    assertEquals(List.of(".config/a.txt"), relative(Input.files(folder.resolve(".config"))));
    assertEquals(List.of(".txt"), relative(Input.files(file(".txt"))));
  }

  @Test
  void twoInputsForOneOutputFileAreRefused() throws Exception {
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                Input.requireDistinctNames(
                    List.of(
                        Input.of(Path.of("x/a.txt"), null),
                        Input.of(Path.of("b.txt"), null),
                        Input.of(Path.of("y/a.md"), null))));
    assertEquals(
        Path.of("x/a.txt")
            + " and "
            + Path.of("y/a.md")
            + " would both be written to a.records.jsonl; rename one, or extract them into"
            + " different folders",
        e.getMessage());
    Input.requireDistinctNames(
        List.of(Input.of(Path.of("a.txt"), null), Input.of(Path.of("b.txt"), null)));
  }

  @Test
  void contentIsReadWhenItsTurnComes() throws Exception {
    LoadRequest request = Input.of(file("a.txt"), "CP932").read();
    assertEquals("a.txt", request.name());
    assertEquals("CP932", request.encoding());
    assertArrayEquals(new byte[] {'x'}, request.bytes());
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws Exception {
    Path missing = folder.resolve("missing.txt");
    assertEquals(
        missing + ": there is no such file or folder",
        assertThrows(LoadException.class, () -> Input.files(missing)).getMessage());
    assertEquals(
        missing + ": there is no such file",
        assertThrows(LoadException.class, () -> Input.of(missing, null).read()).getMessage());
  }

  @Test
  void aFileWithoutPermissionIsSaidToBeSo() throws Exception {
    Path locked = file("locked.txt");
    assumeFalse(
        !locked.toFile().setReadable(false) || Files.isReadable(locked),
        "this user may read everything");
    assertEquals(
        locked + ": no permission to read it",
        assertThrows(LoadException.class, () -> Input.of(locked, null).read()).getMessage());
  }

  @Test
  void aLinkThatLeadsBackIsAnErrorAndNoEndlessWalk() throws Exception {
    file("a/b.txt");
    try {
      Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    } catch (IOException | UnsupportedOperationException e) {
      assumeFalse(true, "no symbolic links here");
    }
    String message = assertThrows(LoadException.class, () -> Input.files(folder)).getMessage();
    assertEquals(
        folder.resolve("a/loop") + ": a link that leads back to a folder above it; remove it",
        message);
  }

  @Test
  void tooMuchIsRefusedBeforeItIsAllRead() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            return length;
          }
        };
    assertEquals(
        "standard input: longer than 64 MiB; split it into documents",
        assertThrows(LoadException.class, () -> Input.of(endless, null).read()).getMessage());
  }
}
