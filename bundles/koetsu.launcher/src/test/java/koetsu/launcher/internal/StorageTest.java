package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

  @TempDir Path temp;

  @Test
  void everyStartHasItsOwnFolder() throws Exception {
    Path cache = temp.resolve("not").resolve("there").resolve("yet");
    try (Storage one = Storage.in(cache);
        Storage other = Storage.in(cache)) {
      assertNotEquals(one.folder(), other.folder());
      assertTrue(Files.isDirectory(one.folder()));
      assertTrue(Files.isDirectory(other.folder()));
    }
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    try (Storage storage = Storage.in(temp)) {
      Path bundle = Files.createDirectories(storage.folder().resolve("bundle1").resolve("data"));
      Files.writeString(bundle.resolve("file"), "content");
    }
    assertEquals(List.of(), content(temp));
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws Exception {
    Files.createFile(temp.resolve("framework-17.lock"));
    Path remains = Files.createDirectories(temp.resolve("framework-17").resolve("bundle1"));
    Files.writeString(remains.resolve("file"), "content");
    Path foreign = Files.createFile(temp.resolve("other.lock"));

    Storage.in(temp).close();

    assertEquals(List.of(foreign), content(temp));
  }

  @Test
  void anUnwritableCacheIsNamedWithWhatToDo() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));
    LaunchException failure =
        assertThrows(LaunchException.class, () -> Storage.in(file.resolve("koetsu")));
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    assertTrue(failure.getMessage().contains("XDG_CACHE_HOME"), failure.getMessage());
  }

  private static List<Path> content(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
