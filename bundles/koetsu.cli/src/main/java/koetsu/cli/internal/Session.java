package koetsu.cli.internal;

import java.util.function.Supplier;
import koetsu.launcher.Installation;
import koetsu.pipeline.Pipeline;

/**
 * What a command has at hand.
 *
 * @param terminal where it reads and writes
 * @param installation where this Koetsu and its user's files are
 * @param pipelines gives the plug-ins when a command needs them
 */
record Session(Terminal terminal, Installation installation, Supplier<Pipeline> pipelines) {
  /** The command did what it was asked to. */
  static final int DONE = 0;

  /** The command did what it was asked to, and there is something to look at. */
  static final int FINDINGS = 1;

  /** The command could not do all it was asked to. */
  static final int FAILED = 2;

  /** One line for the user on standard error. */
  void complain(String message) {
    terminal.err().println("koetsu: " + message);
  }
}
