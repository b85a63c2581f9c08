package koetsu.project.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write to a project. The operating system holds the lock and drops it when the
 * process ends in whatever way, so that a crash never blocks; the file says who holds it, for the
 * others to show.
 */
public final class ProjectLock implements AutoCloseable {
  private static final String FILE = ".lock";

  private final FileChannel channel;
  private final String holder;

  private ProjectLock(FileChannel channel, String holder) {
    this.channel = channel;
    this.holder = holder;
  }

  /**
   * Takes the lock if it is free.
   *
   * @param holder who asks, for others to read
   */
  public static ProjectLock take(Path folder, String holder) {
    Path file = folder.resolve(FILE);
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException unwritable) {
      return new ProjectLock(null, "nobody: the folder cannot be written");
    }
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        return new ProjectLock(channel, holder);
      }
    } catch (IOException | OverlappingFileLockException held) {
      // Somebody else writes, maybe this very process; the file says who.
    }
    String other = read(file);
    close(channel);
    return new ProjectLock(null, other.isBlank() ? "another process" : other);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException ignored) {
      // Nothing was written through it; the operating system takes it back.
    }
  }

  public boolean held() {
    return channel != null;
  }

  /** Who writes: ourselves where {@link #held()}. */
  public String holder() {
    return holder;
  }

  @Override
  public void close() {
    if (channel != null) {
      close(channel);
    }
  }
}
