package koetsu.itests.plugin;

/** An extractor that never goes. */
public final class HangingDeactivation extends Silent {
  public void deactivate() {
    Hang.forEver();
  }
}
