package koetsu.cli.internal;

import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import koetsu.pipeline.Monitor;

/**
 * Shows on a terminal, and only there, what is being done and how much of it, on one line that
 * comes and goes; ends with Ctrl+C.
 */
final class ProgressLine implements Monitor {
  private final PrintStream err;
  private final boolean shown;
  private final Interruption interruption;
  private String stage = "";
  private int length;

  ProgressLine(Terminal terminal, Interruption interruption) {
    this.interruption = interruption;
    this.err = terminal.err();
    this.shown = terminal.interactive();
  }

  /**
   * Goes on to another part of the work.
   *
   * @throws CancellationException where the work shall stop
   */
  void stage(String what) {
    if (cancelled()) {
      throw new CancellationException(Interruption.SENTENCE);
    }
    stage = what + " ";
    show(what + " …");
  }

  @Override
  public void progress(int done, int total) {
    if (total > 1) {
      show(stage + done + " of " + total);
    }
  }

  private void show(String line) {
    if (shown) {
      clear();
      err.print(line);
      err.flush();
      length = line.length();
    }
  }

  @Override
  public boolean cancelled() {
    return interruption.asked();
  }

  /** Writes something that Ctrl+C is not to cut off. */
  <E extends Exception> void write(Interruption.Writing<E> writing) throws E {
    interruption.write(writing);
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
