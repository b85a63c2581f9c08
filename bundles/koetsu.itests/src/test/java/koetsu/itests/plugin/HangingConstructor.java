package koetsu.itests.plugin;

/** An extractor that is never finished. */
public final class HangingConstructor extends Silent {
  public HangingConstructor() {
    Hang.forEver();
  }
}
