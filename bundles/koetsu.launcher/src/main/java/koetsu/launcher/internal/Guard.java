package koetsu.launcher.internal;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** Turns whatever goes wrong into one line for the user and exit code 2. */
final class Guard {

  private static final int COULD_NOT_RUN = 2;

  private final PrintStream err;
  private final boolean debug;

  /**
   * @param debug whether stack traces are wanted
   */
  Guard(PrintStream err, boolean debug) {
    this.err = err;
    this.debug = debug;
  }

  int run(Callable<Integer> program) {
    try {
      return program.call();
    } catch (LaunchException e) {
      tell(e.getMessage());
    } catch (Throwable e) {
      tell("unexpected failure: " + Failures.inOneLine(e));
      if (debug) {
        e.printStackTrace(err);
      } else {
        tell("set KOETSU_DEBUG=1 to see where it happened");
      }
    }
    return COULD_NOT_RUN;
  }

  void tell(String line) {
    err.println("koetsu: " + line);
  }
}
