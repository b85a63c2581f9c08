package koetsu.launcher.internal;

import java.io.IOException;
import java.nio.file.Path;

/** A start failed for a reason that the message tells the user, with what to do about it. */
final class LaunchException extends Exception {

  private static final long serialVersionUID = 1L;

  LaunchException(String message) {
    super(message);
  }

  LaunchException(String message, Throwable cause) {
    super(message, cause);
  }

  static LaunchException unreadable(Path folder, IOException cause) {
    return new LaunchException(
        "cannot read the folder " + folder + ": " + Failures.inOneLine(cause), cause);
  }
}
