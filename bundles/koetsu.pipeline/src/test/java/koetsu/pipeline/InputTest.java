package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {
  @TempDir private Path folder;
  private final List<String> complaints = new ArrayList<>();

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
    assertEquals(List.of("a/z.md", "b.txt", "c"), relative(Input.files(folder, complaints::add)));
  }

  @Test
  void whatIsNamedItselfIsTakenThoughItIsHidden() throws Exception {
    file(".config/a.txt");
    assertEquals(
        List.of(".config/a.txt"),
        relative(Input.files(folder.resolve(".config"), complaints::add)));
    assertEquals(List.of(".txt"), relative(Input.files(file(".txt"), complaints::add)));
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
  void whatIsNotThereIsSaidInOneSentence() {
    Path missing = folder.resolve("missing.txt");
    assertEquals(List.of(), Input.files(missing, complaints::add));
    assertEquals(List.of(missing + ": there is no such file or folder"), complaints);
    assertEquals(
        missing + ": there is no such file or folder",
        assertThrows(LoadException.class, () -> Input.of(missing, null).read()).getMessage());
  }

  @Test
  void aFileWithoutPermissionIsSaidToBeSo() throws Exception {
    Path locked = file("locked.txt");
    assumeFalse(
        !locked.toFile().setReadable(false) || Files.isReadable(locked),
        "this user may read everything");
    assertEquals(
        locked + ": no permission",
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
    assertEquals(List.of("a/b.txt"), relative(Input.files(folder, complaints::add)));
    assertEquals(
        List.of(
            folder.resolve("a/loop") + ": a link that leads back to a folder above it; remove it"),
        complaints);
  }

  @Test
  void tooMuchIsRefusedBeforeItIsAllRead() throws Exception {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    Input input = Input.of(endless, null);
    assertEquals(
        "standard input: longer than 1000 bytes; split it",
        assertThrows(LoadException.class, () -> input.bytes(endless, 1000)).getMessage());
    assertEquals(1000, input.bytes(new ByteArrayInputStream(new byte[1000]), 1000).length);
  }
}
