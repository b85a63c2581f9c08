package koetsu.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * Calls foreign code on a thread of its own, so that what it throws and how long it takes stay on
 * the other side. Calls come from one thread.
 */
public final class Fence implements AutoCloseable {
  /** What a message of foreign code is cut to. */
  private static final int MESSAGE = 500;

  private ExecutorService worker = worker();

  /** Foreign code that threw, or did not come back; the message is a verb phrase. */
  public static final class Breach extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean timeOut;

    /** Foreign code that came back with something that it must not give. */
    public Breach(String message) {
      this(message, null, false);
    }

    private Breach(String message, Throwable cause, boolean timeOut) {
      super(message, cause);
      this.timeOut = timeOut;
    }

    /** Whether it did not come back, and still runs: Java cannot stop a thread. */
    public boolean isTimeOut() {
      return timeOut;
    }

    /** Whether others suffer from it: it keeps a thread, or used up the memory. */
    public boolean isGrave() {
      return timeOut || getCause() instanceof OutOfMemoryError;
    }
  }

  /**
   * What came back over the fence.
   *
   * @param value the result; null where there is a breach
   * @param breach why there is no result; null where there is one
   * @param nanos how long it took
   */
  public record Answer<T>(T value, Breach breach, long nanos) {
    public T orThrow() throws Breach {
      if (breach != null) {
        throw breach;
      }
      return value;
    }
  }

  /**
   * Does one piece of work and waits for it.
   *
   * @throws Breach where it throws anything at all or takes longer than the limit
   * @throws CancellationException where the calling thread is interrupted
   */
  public <T> T call(Callable<T> work, Duration limit) throws Breach {
    return callAll(List.of(work), limit).get(0).orThrow();
  }

  /** As {@link #callAll(List, Duration, IntConsumer)} where nobody asks which pieces hung. */
  public <T> List<Answer<T>> callAll(List<? extends Callable<T>> works, Duration limit) {
    return callAll(works, limit, hung -> {});
  }

  /**
   * Does pieces of work one after the other and waits for them; it costs one change of threads
   * where nothing hangs.
   *
   * @param limit for each piece
   * @param hung takes the index of each piece that did not come back, before the next is begun
   * @return an answer to each piece
   * @throws CancellationException where the calling thread is interrupted
   */
  public <T> List<Answer<T>> callAll(
      List<? extends Callable<T>> works, Duration limit, IntConsumer hung) {
    List<Answer<T>> answers = new ArrayList<>();
    try {
      while (answers.size() < works.size()) {
        Shift<T> shift = new Shift<>(works.subList(answers.size(), works.size()));
        worker.execute(shift);
        boolean ended = shift.await(limit);
        answers.addAll(shift.answers);
        if (!ended) {
          abandon();
          hung.accept(answers.size() - 1);
        }
      }
      return answers;
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

  /** One worker's turn: it ends with the last piece of work, or at one that hangs. */
  private static final class Shift<T> implements Runnable {
    private final List<? extends Callable<T>> works;
    private final List<Answer<T>> answers = new ArrayList<>();
    private long begun;
    private boolean closed;

    Shift(List<? extends Callable<T>> works) {
      this.works = works;
    }

    @Override
    public void run() {
      long start = begin();
      for (Callable<T> work : works) {
        Thread.interrupted(); // what the piece before may have left behind
        T value = null;
        Breach breach = null;
        try {
          value = work.call();
        } catch (Breach given) {
          breach = given;
        } catch (Throwable thrown) { // whatever foreign code can think of
          breach = new Breach("failed: " + describe(thrown), thrown, false);
        }
        long end = System.nanoTime();
        if (!add(new Answer<>(value, breach, end - start), end)) {
          return;
        }
        start = end;
      }
    }

    private synchronized long begin() {
      begun = System.nanoTime();
      return begun;
    }

    /** Takes an answer, with which the next piece begins; whether anybody still waits. */
    private synchronized boolean add(Answer<T> answer, long now) {
      if (closed) {
        return false;
      }
      answers.add(answer);
      begun = now;
      if (answers.size() == works.size()) {
        notifyAll();
      }
      return true;
    }

    /**
     * Waits for the last answer. Once a piece of work exceeds the limit, puts an answer in its
     * place, closes the shift and returns false.
     */
    synchronized boolean await(Duration limit) throws InterruptedException {
      begun = System.nanoTime();
      while (answers.size() < works.size()) {
        long left = limit.toNanos() - (System.nanoTime() - begun);
        if (left <= 0) {
          String message = "did not come back within " + seconds(limit);
          answers.add(new Answer<>(null, new Breach(message, null, true), limit.toNanos()));
          closed = true;
          return false;
        }
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
      return true;
    }
  }

  /** One line; an exception is foreign code too, and may throw when it is asked. */
  private static String describe(Throwable thrown) {
    StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName());
    try {
      if (thrown.getMessage() != null) {
        String message = shortened(thrown.getMessage().strip());
        text.append(": ").append(message.replaceAll("\\s*\\R\\s*", " "));
      }
      if (thrown.getStackTrace().length > 0) {
        StackTraceElement top = thrown.getStackTrace()[0];
        text.append(" at ").append(top.getClassName()).append(':').append(top.getLineNumber());
      }
    } catch (Throwable again) {
      text.append(", which cannot say why");
    }
    return text.toString();
  }

  /** What foreign code says, in a length that a person reads. */
  public static String shortened(String message) {
    if (message.length() <= MESSAGE) {
      return message;
    }
    int end = MESSAGE - (Character.isHighSurrogate(message.charAt(MESSAGE - 1)) ? 1 : 0);
    return message.substring(0, end) + "…";
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
