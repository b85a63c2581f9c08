package koetsu.cli.internal;

/** Says what went wrong as it happens, and what the exit code is in the end. */
final class Outcome {
  private final Session session;
  private int exitCode = Session.DONE;

  Outcome(Session session) {
    this.session = session;
  }

  /** Something that was asked for could not be done. */
  void failed(String message) {
    session.complain(message);
    exitCode = Session.FAILED;
  }

  /** What was asked for was done, and a person should look at this. */
  void found(String message) {
    session.complain(message);
    findings();
  }

  /** There is something to look at, which was said already. */
  void findings() {
    exitCode = Math.max(exitCode, Session.FINDINGS);
  }

  int exitCode() {
    return exitCode;
  }
}
