package koetsu.workbench.internal;

import java.util.function.Supplier;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.Workbench;

/** A view that every window has, whatever is open in it. */
record WindowView(String id, String title, Supplier<View> content) implements ViewFactory {
  static final String LOG = "koetsu.workbench.log";
  static final String PROGRESS = "koetsu.workbench.progress";

  @Override
  public View create(Workbench workbench) {
    return content.get();
  }
}
