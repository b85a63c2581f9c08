package koetsu.launcher.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;

/**
 * Tells the user what the framework, Declarative Services and the bundles report as errors: each in
 * one line, each once. May be called from any thread.
 */
final class Journal extends Logger implements LogListener {

  /** How Declarative Services begin, for example "bundle a.b:1.0.0 (23)[a.b.Name(3)] : ". */
  private static final Pattern COMPONENT =
      Pattern.compile("^bundle \\S+ \\(\\d+\\)(?:\\[(.+?)(?:\\(\\d+\\))?\\])? ?: ");

  private final Consumer<String> lines;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Set<Bundle> muted = ConcurrentHashMap.newKeySet();

  Journal(Consumer<String> lines) {
    this.lines = lines;
    setLogLevel(LOG_ERROR);
  }

  void tell(String line) {
    if (told.add(line)) {
      lines.accept(line);
    }
  }

  /** Lets what was told be told again, because the bundles changed since. */
  void forget() {
    told.clear();
    muted.clear();
  }

  /** Leaves out what follows from a fault that was told. */
  void mute(Bundle bundle) {
    muted.add(bundle);
  }

  @Override
  public void logged(LogEntry entry) {
    if (entry.getLogLevel() == LogLevel.ERROR) {
      tell(entry.getBundle(), entry.getMessage(), entry.getException());
    }
  }

  /** Called by the framework about its own errors. */
  @Override
  @SuppressWarnings("rawtypes")
  protected void _log(
      Bundle bundle, ServiceReference service, int level, String message, Throwable failure) {
    if (level <= getLogLevel()) {
      tell(bundle, message, failure);
    }
  }

  private void tell(Bundle bundle, String message, Throwable failure) {
    if (bundle != null && muted.contains(bundle)) {
      return;
    }
    StringBuilder line = new StringBuilder();
    if (bundle != null) {
      line.append("bundle ").append(bundle.getSymbolicName()).append(": ");
    }
    line.append(plain(message));
    if (failure != null) {
      line.append(": ").append(Failures.inOneLine(failure));
    }
    tell(line.toString());
  }

  /** Without line breaks, and without the bundle that is named already. */
  static String plain(String message) {
    String line = String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    Matcher component = COMPONENT.matcher(line);
    if (!component.find()) {
      return line;
    }
    String name = component.group(1);
    return (name == null ? "" : "component " + name + ": ") + line.substring(component.end());
  }
}
