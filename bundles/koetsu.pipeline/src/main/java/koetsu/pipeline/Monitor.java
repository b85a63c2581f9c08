package koetsu.pipeline;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Watches a run and may end it early. Called from the thread that called the run, often, so it must
 * return at once; it must not throw.
 */
@ConsumerType
public interface Monitor {
  /** Sees nothing and ends nothing. */
  Monitor NONE =
      new Monitor() {
        @Override
        public void progress(int done, int total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Some of the work is done.
   *
   * @param done pieces of work that are behind, from 0 to {@code total}
   * @param total pieces of work in all
   */
  void progress(int done, int total);

  /** Whether the run shall end now; once true it stays true. */
  boolean cancelled();
}
