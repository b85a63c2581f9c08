package koetsu.launcher.internal;

import java.util.List;

/** Entry point of the process. */
public final class Main {

  private Main() {}

  /**
   * Runs the command line and ends the process with its exit code, come what may: the threads of a
   * framework would keep the process alive after an exception.
   */
  public static void main(String[] arguments) {
    Guard guard = new Guard(System.err, System.getenv("KOETSU_DEBUG") != null);
    System.exit(
        guard.run(
            () -> {
              Folders folders = Folders.of(System.getenv(), System.getProperties());
              return new Start(Start.distribution(), folders, guard)
                  .commandLine(List.of(arguments));
            }));
  }
}
