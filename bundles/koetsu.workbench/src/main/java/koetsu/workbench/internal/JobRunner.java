package koetsu.workbench.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import koetsu.workbench.Jobs;
import org.eclipse.swt.widgets.Display;

/** One background thread and the news of what it does. */
final class JobRunner implements Jobs {
  private static final int KEPT = 50;
  private static final long BETWEEN_NEWS = 100_000_000L;

  /** Hears of progress on the display's thread. */
  interface Watcher {
    /**
     * @param done from 0 to 1, negative where nobody knows
     */
    void working(String title, double done);

    void idle();
  }

  /** How far a piece of work has come. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  private final Display display;
  private final Watcher watcher;
  private final List<Job> jobs = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread worker = new Thread(work, "koetsu jobs");
            worker.setDaemon(true);
            return worker;
          });
  private volatile boolean closed;

  JobRunner(Display display, Watcher watcher) {
    this.display = display;
    this.watcher = watcher;
  }

  /** A piece of work and what became of it. */
  final class Job implements Progress {
    private final String title;
    private volatile State state = State.WAITING;
    private volatile double done = -1;
    private volatile String what;
    private volatile boolean cancelled;
    private volatile long shown;

    private Job(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    State state() {
      return state;
    }

    /** From 0 to 1; negative where nobody knows. */
    double done() {
      return done;
    }

    /** What it is at, or how it failed; may be null. */
    String what() {
      return what;
    }

    boolean isOver() {
      return state != State.WAITING && state != State.RUNNING;
    }

    @Override
    public void at(double share, String now) {
      done = share;
      what = now;
      // the window is told ten times a second at most
      long time = System.nanoTime();
      if (time - shown > BETWEEN_NEWS || share < 0) {
        shown = time;
        show(
            () -> {
              watcher.working(now == null ? title : title + ": " + now, share);
              changed();
            });
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled || closed;
    }

    private void end(State how, String message) {
      state = how;
      what = message;
      show(
          () -> {
            if (!isBusy()) {
              watcher.idle();
            }
            changed();
          });
    }
  }

  @Override
  public <T> void run(String title, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
    Job job = new Job(title);
    synchronized (jobs) {
      jobs.add(job);
      for (int i = 0; jobs.size() > KEPT && i < jobs.size(); ) {
        if (jobs.get(i).isOver()) {
          jobs.remove(i);
        } else {
          i++;
        }
      }
    }
    show(this::changed);
    thread.execute(() -> run(job, work, done, failed));
  }

  private <T> void run(Job job, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
    if (job.isCancelled()) {
      job.end(State.CANCELLED, null);
      return;
    }
    job.state = State.RUNNING;
    job.at(-1, null);
    try {
      T result = work.run(job);
      if (!job.isCancelled()) {
        show(() -> done.accept(result));
      }
      job.end(job.isCancelled() ? State.CANCELLED : State.DONE, null);
    } catch (CancellationException e) {
      job.end(State.CANCELLED, null);
    } catch (Exception e) {
      fail(job, e, failed);
    } catch (LinkageError | StackOverflowError | OutOfMemoryError e) {
      // a plug-in of the wrong make must not end the thread that everybody's work runs on
      fail(job, new IllegalStateException(e.toString(), e), failed);
    }
  }

  private void fail(Job job, Exception failure, Consumer<Exception> failed) {
    if (job.isCancelled()) {
      job.end(State.CANCELLED, null);
    } else {
      show(() -> failed.accept(failure));
      String message = failure.getMessage();
      job.end(State.FAILED, message == null ? failure.toString() : message);
    }
  }

  private void show(Runnable news) {
    if (!closed && !display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!closed) {
              news.run();
            }
          });
    }
  }

  private void changed() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Calls a listener on the display's thread whenever something has changed. */
  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** What runs, then what waits, then what is over, the newest first. */
  List<Job> jobs() {
    synchronized (jobs) {
      List<Job> all = new ArrayList<>();
      jobs.stream().filter(j -> j.state() == State.RUNNING).forEach(all::add);
      jobs.stream().filter(j -> j.state() == State.WAITING).forEach(all::add);
      for (int i = jobs.size() - 1; i >= 0; i--) {
        if (jobs.get(i).isOver()) {
          all.add(jobs.get(i));
        }
      }
      return all;
    }
  }

  @Override
  public boolean isBusy() {
    synchronized (jobs) {
      return jobs.stream().anyMatch(j -> !j.isOver());
    }
  }

  /** Asks a piece of work to stop, or not to begin. */
  void cancel(Job job) {
    job.cancelled = true;
    changed();
  }

  /** Asks the work under way to stop. */
  void cancel() {
    jobs().stream().filter(j -> j.state() == State.RUNNING).forEach(this::cancel);
  }

  void close() {
    closed = true;
    thread.shutdownNow();
  }
}
