package koetsu.cli.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Makes Ctrl+C a question: work under way is told to stop, and the process ends when it has, so
 * that files are whole and locks are given back. Work that does not hear within a second is left
 * where it is, unless it is writing a file; from then on no file is begun.
 */
final class Interruption implements AutoCloseable {
  /** How long a person waits for work that only reads and computes. */
  private static final long PATIENCE_MILLIS = 1000;

  /** How long a file may still take. */
  private static final long WRITING_SECONDS = 10;

  static final String SENTENCE = "cancelled; no file is half written";

  /** Work that was stopped, and the person knows. */
  static final class Told extends CancellationException {
    private static final long serialVersionUID = 1L;

    Told() {
      super(SENTENCE);
    }
  }

  /** Work that can be told to stop. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    /**
     * @param progress shows how far it is, and knows whether it shall stop
     */
    T run(ProgressLine progress) throws E;
  }

  /** Work that writes. */
  @FunctionalInterface
  interface Writing<E extends Exception> {
    void run() throws E;
  }

  private final CountDownLatch done = new CountDownLatch(1);
  private final ReentrantLock file = new ReentrantLock();
  private final AtomicBoolean told = new AtomicBoolean();
  private final Consumer<String> complain;
  private final Thread hook = new Thread(this::interrupted, "koetsu interruption");
  private volatile boolean asked;

  /**
   * @param complain tells the person
   */
  Interruption(Consumer<String> complain) {
    this.complain = complain;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Does work that Ctrl+C stops, and says so then. */
  static <T, E extends Exception> T watch(Session session, Work<T, E> work) throws E {
    try (Interruption interruption = new Interruption(session::complain)) {
      ProgressLine progress = new ProgressLine(session.terminal(), interruption);
      try {
        return work.run(progress);
      } catch (CancellationException e) {
        // said while the process still waits for this; afterwards nobody can say anything
        progress.clear();
        interruption.tell(SENTENCE);
        throw new Told();
      } finally {
        progress.clear();
      }
    }
  }

  private void tell(String sentence) {
    if (told.compareAndSet(false, true)) {
      complain.accept(sentence);
    }
  }

  /** The process is about to end. */
  void interrupted() {
    asked = true;
    try {
      if (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        // not given back: nothing begins to write while the process ends
        boolean whole = file.tryLock(WRITING_SECONDS, TimeUnit.SECONDS);
        tell(whole ? SENTENCE : "the work did not stop in time; it was ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the work shall stop. */
  boolean asked() {
    return asked;
  }

  /**
   * Writes something that is not to be cut off.
   *
   * @throws CancellationException instead, where the work shall stop
   */
  <E extends Exception> void write(Writing<E> writing) throws E {
    file.lock();
    try {
      if (asked) {
        throw new CancellationException(SENTENCE);
      }
      writing.run();
    } finally {
      file.unlock();
    }
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
