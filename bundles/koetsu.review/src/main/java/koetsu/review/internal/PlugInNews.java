package koetsu.review.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;
import koetsu.workbench.Workbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** Tells the person of plug-ins that do not take part, each once, until it is closed. */
final class PlugInNews implements AutoCloseable {
  private final PlugInBundles bundles;
  private final Workbench workbench;
  private final Display display;
  private final Set<String> told = new HashSet<>();
  private final PlugInBundles.Subscription changes;

  /** Tells of those that are there already, once the window has time. */
  PlugInNews(PlugInBundles bundles, Workbench workbench) {
    this.bundles = bundles;
    this.workbench = workbench;
    this.display = workbench.shell().getDisplay();
    this.changes = bundles.onChange(this::changed);
    changed();
  }

  /** Any thread. */
  private void changed() {
    try {
      display.asyncExec(this::tell);
    } catch (SWTException e) {
      if (e.code != SWT.ERROR_DEVICE_DISPOSED) { // the window goes, and its plug-ins after it
        throw e;
      }
    }
  }

  private void tell() {
    if (workbench.shell().isDisposed()) {
      return;
    }
    List<PlugInBundle> all = bundles.all();
    long untrusted = all.stream().filter(b -> b.state() == PlugInBundle.State.UNTRUSTED).count();
    if (untrusted > 0) {
      once(Texts.of("message.untrusted", untrusted));
    }
    for (PlugInBundle bundle : all) {
      if (bundle.state() == PlugInBundle.State.BROKEN) {
        once(
            Texts.of(
                "message.broken",
                bundle.name(),
                bundle.version(),
                ProblemTexts.of(bundle.message()),
                bundle.file()));
      }
    }
  }

  private void once(String message) {
    if (told.add(message)) {
      workbench.message(message);
    }
  }

  @Override
  public void close() {
    changes.close();
  }
}
