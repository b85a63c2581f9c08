package koetsu.workbench.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import koetsu.workbench.Jobs;
import org.eclipse.swt.widgets.Display;

/** One background thread and the news of what it does. */
final class JobRunner implements Jobs {
  /** Hears of progress on the display's thread. */
  interface Watcher {
    /**
     * @param done from 0 to 1, negative where nobody knows
     */
    void working(String title, double done);

    void idle();
  }

  private final Display display;
  private final Watcher watcher;
  private final AtomicInteger pending = new AtomicInteger();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread worker = new Thread(work, "koetsu jobs");
            worker.setDaemon(true);
            return worker;
          });
  private volatile boolean closed;
  private volatile Running running;

  JobRunner(Display display, Watcher watcher) {
    this.display = display;
    this.watcher = watcher;
  }

  /** The work under way. */
  private final class Running implements Progress {
    private final String title;
    private volatile boolean cancelled;
    private volatile long shown;

    Running(String title) {
      this.title = title;
    }

    @Override
    public void at(double done, String what) {
      // the window is told ten times a second at most
      long now = System.nanoTime();
      if (now - shown > 100_000_000L || done < 0) {
        shown = now;
        show(() -> watcher.working(what == null ? title : title + ": " + what, done));
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled || closed;
    }
  }

  @Override
  public <T> void run(String title, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
    pending.incrementAndGet();
    thread.execute(
        () -> {
          Running self = new Running(title);
          running = self;
          self.at(-1, null);
          try {
            T result = work.run(self);
            if (!self.isCancelled()) {
              show(() -> done.accept(result));
            }
          } catch (Exception e) {
            if (!self.isCancelled()) {
              show(() -> failed.accept(e));
            }
          } catch (LinkageError | StackOverflowError | OutOfMemoryError e) {
            // a plug-in of the wrong make must not end the thread that everybody's work runs on
            if (!self.isCancelled()) {
              show(() -> failed.accept(new IllegalStateException(e.toString(), e)));
            }
          } finally {
            running = null;
            if (pending.decrementAndGet() == 0) {
              show(watcher::idle);
            }
          }
        });
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

  @Override
  public boolean isBusy() {
    return pending.get() > 0;
  }

  /** Asks the work under way to stop. */
  void cancel() {
    Running current = running;
    if (current != null) {
      current.cancelled = true;
    }
  }

  void close() {
    closed = true;
    thread.shutdownNow();
  }
}
