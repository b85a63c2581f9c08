package koetsu.api.plugin;

/**
 * An input that cannot become a document; the message says what, where and what to do, for a person
 * to read.
 */
public final class LoadException extends Exception {
  private static final long serialVersionUID = 1L;

  public LoadException(String message) {
    super(message);
  }

  public LoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
