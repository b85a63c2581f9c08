package koetsu.project;

/**
 * A project that cannot be used as asked; the message says what, where and what to do, for a person
 * to read.
 */
public final class ProjectException extends Exception {
  private static final long serialVersionUID = 1L;

  public ProjectException(String message) {
    super(message);
  }

  public ProjectException(String message, Throwable cause) {
    super(message, cause);
  }
}
