package koetsu.gate;

/** Gold that cannot be run; the message says what, where and what to do. */
public final class GoldException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String missing;

  GoldException(String message, String missing) {
    super(message);
    this.missing = missing;
  }

  /** The document that the gold speaks of and the project does not have; null without gold. */
  public String missing() {
    return missing;
  }
}
