package koetsu.cli.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl+C a question: work under way is told to stop, and the process ends when it has, so
 * that files are whole and locks are given back.
 */
final class Interruption implements AutoCloseable {
  /** How long a process that was told to end may still take. */
  private static final long PATIENCE_SECONDS = 10;

  static final String SENTENCE = "cancelled; no file is half written";

  /** Work that was stopped, and the person knows. */
  static final class Told extends CancellationException {
    private static final long serialVersionUID = 1L;

    Told() {
      super(SENTENCE);
    }
  }

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "koetsu interruption");
  private volatile boolean asked;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The process is about to end. */
  void interrupted() {
    asked = true;
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("koetsu: the work did not stop in time; it was ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the work shall stop. */
  boolean asked() {
    return asked;
  }

  /** The work is over, one way or another. */
  @Override
  public void close() {
    done.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        asked = true; // the process is ending at this very moment; the hook waits for nothing
      }
    }
  }
}
