package koetsu.cli.internal;

/** A command that cannot be done; the message says what, where and what to do. */
final class UserException extends Exception {
  private static final long serialVersionUID = 1L;

  UserException(String message) {
    super(message);
  }
}
