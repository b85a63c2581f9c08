package koetsu.itests.plugin;

/** An extractor whose class is never ready. */
public final class HangingClass extends Silent {
  static {
    Hang.forEver();
  }
}
