package koetsu.records;

import java.io.IOException;

/**
 * A file that is not in the format it should be in; the message names the file, the line and the
 * cause, for a person to read.
 */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public FormatException(String message) {
    super(message);
  }

  public FormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
