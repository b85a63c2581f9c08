package koetsu.export.internal;

import koetsu.pipeline.PlugIn;

/** A format that knows which bundle it comes from. */
public interface Named {
  PlugIn plugIn();

  /**
   * What messages call a format: by its bundle too, where it is known.
   *
   * @param id what it calls itself
   */
  static String of(Object format, String id) {
    return format instanceof Named named
        ? id + " of " + named.plugIn().bundle() + " " + named.plugIn().version()
        : id;
  }
}
