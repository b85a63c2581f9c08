package koetsu.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {

  private static String sentence(IOException e) {
    return FileTrouble.sentence(e, "standard input");
  }

  @Test
  void aBarePathBecomesASentence() {
    assertEquals("a/b: there is no such file or folder", sentence(new NoSuchFileException("a/b")));
    assertEquals("a/b: no permission", sentence(new AccessDeniedException("a/b")));
    assertEquals(
        "a/b: something else of this name is there already",
        sentence(new FileAlreadyExistsException("a/b")));
    assertEquals(
        "a/b: a link that leads back to a folder above it; remove it",
        sentence(new FileSystemLoopException("a/b")));
    assertEquals(
        "a/b: No space left on device",
        sentence(new FileSystemException("a/b", null, "No space left on device")));
    assertEquals(
        "a/b: DirectoryNotEmptyException", sentence(new DirectoryNotEmptyException("a/b")));
  }

  @Test
  void whatNamesNoFileIsSaidOfThePlace() {
    assertEquals("standard input: broken pipe", sentence(new IOException("broken pipe")));
    assertEquals("a, line 3: torn", sentence(new FormatException("a, line 3: torn")));
  }
}
