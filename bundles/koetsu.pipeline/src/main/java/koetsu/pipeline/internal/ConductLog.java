package koetsu.pipeline.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import koetsu.pipeline.Conduct;
import koetsu.pipeline.Fence;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;

/**
 * Remembers from document to document how plug-ins behave, and switches off those that fail again
 * and again. Safe for any thread.
 *
 * <p>A failure says nothing of the next document, so only failures without a success between them
 * count; but a thread that hangs cannot be stopped and memory that is gone hurts everybody, so
 * those add up.
 */
final class ConductLog {
  /** So many failures in a row switch a plug-in off. */
  static final int FAILURES_IN_A_ROW = 10;

  /** So many calls that hung or used up the memory switch a plug-in off. */
  static final int GRAVE_FAILURES = 3;

  private final Map<PlugIn, Entry> entries = new HashMap<>();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Whether any plug-in has ever failed or is off: nothing needs to be looked up before. */
  private volatile boolean anyFailure;

  private static final class Entry {
    private long documents;
    private long nanos;
    private int failures;
    private int inARow;
    private int grave;
    private String off;
  }

  boolean isOff(PlugIn plugIn) {
    return anyFailure && off(plugIn) != null;
  }

  /** Why a plug-in is off; null where it is not. */
  synchronized String off(PlugIn plugIn) {
    Entry entry = entries.get(plugIn);
    return entry == null ? null : entry.off;
  }

  /** A call that came back with a result. */
  void succeeded(PlugIn plugIn) {
    if (anyFailure) {
      synchronized (this) {
        Entry entry = entries.get(plugIn);
        if (entry != null) {
          entry.inARow = 0;
        }
      }
    }
  }

  /** A document that a plug-in was asked about. */
  synchronized void asked(PlugIn plugIn, long nanos) {
    Entry entry = entries.computeIfAbsent(plugIn, p -> new Entry());
    entry.documents++;
    entry.nanos += nanos;
  }

  /**
   * A call that failed; tells somebody where this was one too many.
   *
   * @param off takes the source and a sentence, once until the plug-in is switched on again
   */
  void failed(PlugIn plugIn, Fence.Breach breach, BiConsumer<String, String> off) {
    String why = failed(plugIn, breach);
    if (why != null) {
      off.accept(plugIn.source(), why);
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized String failed(PlugIn plugIn, Fence.Breach breach) {
    anyFailure = true;
    Entry entry = entries.computeIfAbsent(plugIn, p -> new Entry());
    entry.failures++;
    entry.inARow++;
    entry.grave += breach.isGrave() ? 1 : 0;
    boolean tooMany = entry.inARow >= FAILURES_IN_A_ROW || entry.grave >= GRAVE_FAILURES;
    if (!tooMany || entry.off != null) {
      return null;
    }
    entry.off =
        "it is switched off for this session after "
            + (entry.grave >= GRAVE_FAILURES
                ? entry.grave + " calls that hung or used up the memory"
                : entry.inARow + " failures in a row")
            + ", the last: it "
            + breach.getMessage();
    return entry.off;
  }

  synchronized Conduct of(PlugIn plugIn) {
    Entry entry = entries.get(plugIn);
    return entry == null
        ? Conduct.NONE
        : new Conduct(entry.documents, Duration.ofNanos(entry.nanos), entry.failures, entry.off);
  }

  /** Forgets what a plug-in did: it is new, or gets another chance. */
  synchronized void forget(PlugIn plugIn) {
    entries.remove(plugIn);
  }

  /** Gives a plug-in another chance; whether it was off. */
  boolean switchOn(PlugIn plugIn) {
    synchronized (this) {
      if (off(plugIn) == null) {
        return false;
      }
      forget(plugIn);
    }
    listeners.forEach(Runnable::run);
    return true;
  }

  /** Calls a listener whenever a plug-in is switched off or on, on the thread that does it. */
  Pipeline.Subscription onSwitch(Runnable listener) {
    Runnable subscribed = Objects.requireNonNull(listener)::run; // one identity per subscription
    listeners.add(subscribed);
    return () -> listeners.remove(subscribed);
  }
}
