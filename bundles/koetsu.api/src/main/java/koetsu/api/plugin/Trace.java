package koetsu.api.plugin;

import koetsu.api.document.Span;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes down why a rule did not fire at a place, so that a reviewer can ask. Does nothing unless
 * somebody asked; rules need not test for that before a call, only before costly work for one. Safe
 * for any thread; nothing is ever null, nothing is thrown, and the order of calls means nothing.
 */
@ProviderType
public interface Trace {
  /** A trace that nobody reads. */
  Trace OFF =
      new Trace() {
        @Override
        public boolean enabled() {
          return false;
        }

        @Override
        public void failed(String rule, Span place, String condition) {}
      };

  /** Whether anybody will read what is taken down. */
  boolean enabled();

  /**
   * A rule looked at a place and let it go.
   *
   * @param rule name of the rule as in {@link koetsu.api.record.Why#rule()}
   * @param place what it looked at
   * @param condition the first condition that failed, as a short English clause
   */
  void failed(String rule, Span place, String condition);
}
