package koetsu.records;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The operations that durability hangs on, in one place so that a test can let each of them fail or
 * forget what was not forced. Reading is not among them.
 */
public interface Disk {

  /** A file that is being written. */
  interface Output extends Closeable {
    long size() throws IOException;

    /** Writes some of the bytes behind the last one; how many, the buffer's position says. */
    void write(ByteBuffer bytes) throws IOException;

    /** Cuts off everything behind a length. */
    void truncate(long size) throws IOException;

    /** Returns when content and length are on the medium. */
    void force() throws IOException;
  }

  /** Opens a file for writing behind its last byte; makes it where it is missing. */
  Output append(Path file) throws IOException;

  /** Opens a file for writing and empties it; makes it where it is missing. */
  Output create(Path file) throws IOException;

  /** Gives a file another name, in the place of the file that has it, in one step. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file if there is one. */
  void delete(Path file) throws IOException;

  /** Makes a folder, and those above it, if there is none. */
  void createFolder(Path folder) throws IOException;

  /** Returns when the names in a folder are on the medium: new ones, changed ones, deleted ones. */
  void forceFolder(Path folder) throws IOException;

  /** The disk of this machine. */
  Disk SYSTEM =
      new Disk() {
        @Override
        public Output append(Path file) throws IOException {
          return open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }

        @Override
        public Output create(Path file) throws IOException {
          return open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
        }

        private Output open(Path file, OpenOption... options) throws IOException {
          FileChannel channel = FileChannel.open(file, options);
          return new Output() {
            @Override
            public long size() throws IOException {
              return channel.size();
            }

            @Override
            public void write(ByteBuffer bytes) throws IOException {
              channel.write(bytes);
            }

            @Override
            public void truncate(long size) throws IOException {
              channel.truncate(size);
            }

            @Override
            public void force() throws IOException {
              channel.force(true);
            }

            @Override
            public void close() throws IOException {
              channel.close();
            }
          };
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
          Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void delete(Path file) throws IOException {
          Files.deleteIfExists(file);
        }

        @Override
        public void createFolder(Path folder) throws IOException {
          Files.createDirectories(folder);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
          try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
          } catch (AccessDeniedException windows) {
            // Windows opens no folders, and needs no force for names.
            if (!System.getProperty("os.name").startsWith("Windows")) {
              throw windows;
            }
          }
        }
      };
}
