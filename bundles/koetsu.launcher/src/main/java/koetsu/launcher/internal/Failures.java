package koetsu.launcher.internal;

/** Puts what went wrong into one line, for a person who does not read stack traces. */
final class Failures {

  private Failures() {}

  /** The failure's message and those of its causes, without repeating what one of them quotes. */
  static String inOneLine(Throwable failure) {
    StringBuilder line = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String text = oneLine(each);
      if (!isMereWrapper(each) && line.indexOf(text) < 0) {
        line.append(line.isEmpty() ? "" : ": ").append(text);
      }
    }
    return line.toString();
  }

  /** Reflection and the log put exceptions around others and add nothing of their own. */
  private static boolean isMereWrapper(Throwable failure) {
    Throwable cause = failure.getCause();
    String message = failure.getMessage();
    return cause != null
        && (message == null || message.endsWith(": null") || message.equals(cause.toString()));
  }

  private static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    String text = message.strip().replaceAll("\\s*\\R\\s*", " ");
    // the message of these is a bare name or number; only the kind makes it a sentence
    boolean selfExplaining = text.indexOf(' ') >= 0 && !(failure instanceof Error);
    return selfExplaining ? text : failure.getClass().getSimpleName() + " " + text;
  }
}
