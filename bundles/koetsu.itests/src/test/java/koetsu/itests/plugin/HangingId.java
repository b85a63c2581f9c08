package koetsu.itests.plugin;

/** An extractor that does not know its name. */
public final class HangingId extends Silent {
  @Override
  public String id() {
    Hang.forEver();
    return "never";
  }
}
