package koetsu.project;

import java.util.concurrent.CancellationException;

/** Hears how far an edit has come that takes long, and may have it given up. */
@FunctionalInterface
public interface Watcher {
  /** Lets every edit be made. */
  Watcher NONE = done -> {};

  /**
   * Called on the thread of the edit, before anything of it is on disk.
   *
   * @param done part that is done, from 0 to 1
   * @throws CancellationException to give the edit up: nothing of it is made
   */
  void at(double done);
}
