package koetsu.itests.plugin;

/** A component that cannot be made. */
public final class Failing {

  public Failing() {
    throw new IllegalStateException("the dictionary is missing");
  }
}
