package koetsu.project.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * The right to write to a project. The operating system holds the lock and drops it when the
 * process ends in whatever way, so that a crash never blocks; the file says who holds it, for the
 * others to show.
 *
 * <p>A POSIX system drops the lock also when the process that holds it closes the file anywhere
 * else. So this process asks first whether it holds the lock itself, and does not touch the file
 * then; it asks the system properties, which all class loaders share.
 */
public final class ProjectLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final String HELD = "koetsu.project.lock:";

  private final FileChannel channel;
  private final String holder;
  private final String name;

  private ProjectLock(FileChannel channel, String holder, String name) {
    this.channel = channel;
    this.holder = holder;
    this.name = name;
  }

  private static ProjectLock refused(String holder) {
    return new ProjectLock(null, holder, null);
  }

  /**
   * Takes the lock if it is free.
   *
   * @param holder who asks, for others to read
   */
  public static ProjectLock take(Path folder, String holder) {
    Path file = folder.resolve(FILE);
    Properties shared = System.getProperties();
    String name;
    try {
      name = HELD + folder.toRealPath();
    } catch (IOException unreadable) {
      return refused("nobody: the folder cannot be read");
    }
    Object here = shared.putIfAbsent(name, holder);
    if (here != null) {
      return refused(here.toString());
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException unwritable) {
      shared.remove(name);
      return refused("nobody: the folder cannot be written");
    }
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        return new ProjectLock(channel, holder, name);
      }
    } catch (IOException held) {
      // Somebody else writes; the file says who.
    }
    String other = read(file);
    close(channel);
    shared.remove(name);
    return refused(other.isBlank() ? "another process" : other);
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
      System.getProperties().remove(name);
    }
  }
}
