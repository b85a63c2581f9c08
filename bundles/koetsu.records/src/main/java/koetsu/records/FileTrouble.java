package koetsu.records;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/**
 * Says for a person what the file system says to a program, whose messages are often a bare path.
 */
public final class FileTrouble {
  private FileTrouble() {}

  /**
   * One sentence that names the file and what is wrong with it.
   *
   * @param place what a person calls the file, where the exception does not name one
   */
  public static String sentence(IOException e, String place) {
    if (!(e instanceof FileSystemException failure) || failure.getFile() == null) {
      return e instanceof FormatException ? e.getMessage() : place + ": " + e.getMessage();
    }
    return failure.getFile() + ": " + reason(failure);
  }

  private static String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "something else of this name is there already";
    }
    if (e instanceof FileSystemLoopException) {
      return "a link that leads back to a folder above it; remove it";
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }
}
