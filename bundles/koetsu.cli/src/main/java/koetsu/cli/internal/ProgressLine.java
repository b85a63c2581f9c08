package koetsu.cli.internal;

import java.io.PrintStream;
import koetsu.pipeline.Monitor;

/**
 * Shows on a terminal, and only there, how much is done, on one line that comes and goes; ends with
 * Ctrl+C.
 */
final class ProgressLine implements Monitor {
  private final PrintStream err;
  private final boolean shown;
  private final Interruption interruption;
  private int length;

  ProgressLine(Terminal terminal, Interruption interruption) {
    this.interruption = interruption;
    this.err = terminal.err();
    this.shown = terminal.interactive();
  }

  @Override
  public void progress(int done, int total) {
    if (shown && total > 1) {
      clear();
      String line = done + " of " + total;
      err.print(line);
      err.flush();
      length = line.length();
    }
  }

  @Override
  public boolean cancelled() {
    return interruption.asked();
  }

  /** Makes room for a message. */
  void clear() {
    if (length > 0) {
      err.print("\r" + " ".repeat(length) + "\r");
      err.flush();
      length = 0;
    }
  }
}
