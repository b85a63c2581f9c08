package koetsu.pipeline.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls foreign code on a thread of its own, so that what it throws and how long it takes stay on
 * the other side. Calls come from one thread.
 */
final class Fence implements AutoCloseable {
  private ExecutorService worker = worker();

  /** Foreign code that threw, or did not come back; the message is a verb phrase. */
  static final class Breach extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean timeOut;

    private Breach(String message, Throwable cause, boolean timeOut) {
      super(message, cause);
      this.timeOut = timeOut;
    }

    boolean timeOut() {
      return timeOut;
    }
  }

  /**
   * Does the work and waits for it.
   *
   * @throws Breach where it throws anything at all or takes longer than the limit
   * @throws CancellationException where the calling thread is interrupted
   */
  <T> T call(Callable<T> work, Duration limit) throws Breach {
    Future<T> result = worker.submit(work);
    try {
      return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new Breach("failed: " + describe(e.getCause()), e.getCause(), false);
    } catch (TimeoutException e) {
      abandon();
      throw new Breach("did not come back within " + seconds(limit), null, true);
    } catch (InterruptedException e) {
      abandon();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  /** Java cannot stop a thread; a daemon that nobody waits for is the most there is. */
  private void abandon() {
    worker.shutdownNow();
    worker = worker();
  }

  private static ExecutorService worker() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "koetsu plug-in");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static String describe(Throwable thrown) {
    StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName());
    if (thrown.getMessage() != null) {
      text.append(": ").append(thrown.getMessage());
    }
    if (thrown.getStackTrace().length > 0) {
      StackTraceElement top = thrown.getStackTrace()[0];
      text.append(" at ").append(top.getClassName()).append(':').append(top.getLineNumber());
    }
    return text.toString();
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
