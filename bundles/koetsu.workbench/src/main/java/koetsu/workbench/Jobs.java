package koetsu.workbench;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Work off the display's thread, one piece after the other, with progress in the status line. */
@ProviderType
public interface Jobs {

  /** Work that can be watched and cancelled. */
  @FunctionalInterface
  interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  /** What running work says of itself; any thread. */
  @ProviderType
  interface Progress {
    /**
     * @param done part that is done, from 0 to 1; negative where nobody knows
     */
    void at(double done, String what);

    /** Whether the person wants the work to stop; the work then throws or returns early. */
    boolean isCancelled();
  }

  /**
   * Queues work. Any thread.
   *
   * @param title what the status line shows
   * @param done gets the result on the display's thread
   * @param failed gets what the work threw, on the display's thread; neither is called for work
   *     that was cancelled or whose window is gone
   */
  <T> void run(String title, Work<T> work, Consumer<T> done, Consumer<Exception> failed);

  /** Whether anything runs or waits. */
  boolean isBusy();
}
