package koetsu.launcher.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A framework's own folder in the user's cache, for one process: two processes never share one, and
 * the folder of a process that was killed is removed by the next start.
 *
 * <p>The sign of life is a lock on a file beside the folder. The operating system gives it back
 * when the process ends, however that happens.
 */
final class Storage implements AutoCloseable {

  private static final String PREFIX = "framework-";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final Path lockFile;
  private final FileChannel channel;

  private Storage(Path folder, Path lockFile, FileChannel channel) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /**
   * Takes a new, empty folder below the cache folder.
   *
   * @throws LaunchException when nothing can be written there
   */
  static Storage in(Path cache) throws LaunchException {
    try {
      Files.createDirectories(cache);
      sweep(cache);
      while (true) {
        Path lockFile = fresh(cache);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        channel.lock();
        // another start may have swept the file away before it was locked
        if (Files.exists(lockFile)) {
          Path folder = Files.createDirectory(folderOf(lockFile));
          return new Storage(folder, lockFile, channel);
        }
        channel.close();
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new LaunchException(
          "cannot write the cache folder "
              + cache
              + " ("
              + Failures.inOneLine(e)
              + "); make it writable, or set XDG_CACHE_HOME (on Windows LOCALAPPDATA) to a folder"
              + " that is",
          e);
    }
  }

  /** A new file. Java's own temporary files would cost the start a source of random numbers. */
  private static Path fresh(Path cache) throws IOException {
    for (long name = System.nanoTime(); ; name++) {
      try {
        return Files.createFile(cache.resolve(PREFIX + Long.toUnsignedString(name, 36) + LOCK));
      } catch (FileAlreadyExistsException taken) {
        continue;
      }
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    delete(folder);
    // the lock goes last, so that no other start sweeps a folder that is still being deleted
    Files.deleteIfExists(lockFile);
    channel.close();
  }

  /** Removes what killed processes left behind; what cannot be removed is left to a later start. */
  private static void sweep(Path cache) throws IOException {
    try (DirectoryStream<Path> lockFiles = Files.newDirectoryStream(cache, PREFIX + "*" + LOCK)) {
      for (Path lockFile : lockFiles) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock()) {
          if (lock != null) {
            delete(folderOf(lockFile));
            Files.delete(lockFile);
          }
        } catch (OverlappingFileLockException e) {
          // held by this very process: alive
          continue;
        } catch (IOException e) {
          // another start sweeps the same remains at this moment, or they belong to another user
          continue;
        }
      }
    }
  }

  private static Path folderOf(Path lockFile) {
    String name = lockFile.getFileName().toString();
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
