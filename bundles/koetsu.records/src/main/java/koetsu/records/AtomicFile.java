package koetsu.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Replaces files so that a reader, and a power loss, see the old content or the new one. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content unless the file holds it already. */
  public static void write(Path file, byte[] content) throws IOException {
    write(Disk.SYSTEM, file, content);
  }

  /** Writes the content to a disk unless the file holds it already. */
  public static void write(Disk disk, Path file, byte[] content) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      try (Disk.Output output = disk.create(fresh)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          output.write(bytes);
        }
        output.force();
      }
      disk.rename(fresh, file);
      disk.forceFolder(file.toAbsolutePath().getParent());
    } catch (IOException failed) {
      try {
        disk.delete(fresh);
      } catch (IOException again) {
        failed.addSuppressed(again);
      }
      throw failed;
    }
  }
}
