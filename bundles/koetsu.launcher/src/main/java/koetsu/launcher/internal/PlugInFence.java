package koetsu.launcher.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.bundle.CollisionHook;

/**
 * Starts and stops plug-ins on threads of their own, for activators, components and whatever else
 * runs then are foreign code: one that does not come back costs its own bundle only.
 *
 * <p>Java cannot stop a thread. One that exceeds the limit is interrupted and left behind; its
 * bundle is given up and not started again before its file changes. Where the thread holds the
 * bundle's lock, not even the framework can stop or update the bundle: what comes in its place is
 * installed beside it.
 */
final class PlugInFence implements CollisionHook {
  /** How long a plug-in may take to start or stop. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  /** How long the others wait for one: who takes longer goes on beside them. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** How long one that was interrupted may take to end. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Duration limit;
  private final BiConsumer<Bundle, String> tell;
  private final Map<Bundle, String> givenUp = new ConcurrentHashMap<>();
  private final Map<Bundle, Call> stuck = new ConcurrentHashMap<>();

  /**
   * @param tell takes a bundle that is given up and why, as a verb phrase
   */
  PlugInFence(Duration limit, BiConsumer<Bundle, String> tell) {
    this.limit = limit;
    this.tell = tell;
  }

  private interface Work {
    void run() throws BundleException;
  }

  /** Foreign code at work. */
  private static final class Call {
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private volatile BundleException failure;
    private volatile Runnable late;

    Call(Bundle bundle, Work work) {
      thread = new Thread(() -> run(work), "koetsu plug-in " + bundle.getSymbolicName());
      thread.setDaemon(true);
      thread.start();
    }

    private void run(Work work) {
      try {
        work.run();
      } catch (BundleException e) {
        failure = e;
      } catch (Throwable e) { // whatever foreign code can think of
        failure = new BundleException(Failures.inOneLine(e), e);
      }
      Runnable after;
      synchronized (this) {
        ended.countDown();
        after = late;
      }
      if (after != null) {
        after.run();
      }
    }

    /** Whether it ends before so much time has passed since it began. */
    boolean endsBy(Duration limit) {
      try {
        return ended.await(begun + limit.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return ended.getCount() == 0;
      }
    }

    /**
     * Interrupts it and waits no longer.
     *
     * @param unwanted what to do once it comes back all the same
     * @return whether it ended by the interruption
     */
    boolean leave(Runnable unwanted) {
      thread.interrupt();
      Duration since = Duration.ofNanos(System.nanoTime() - begun);
      if (endsBy(since.plus(GRACE))) {
        return true;
      }
      synchronized (this) {
        late = unwanted;
        return ended.getCount() == 0;
      }
    }
  }

  /**
   * Starts bundles in their order.
   *
   * @param options as of {@link Bundle#start(int)}
   * @param done takes each that came back, with why it does not run, or null
   */
  void start(List<Bundle> bundles, int options, BiConsumer<Bundle, BundleException> done) {
    Map<Bundle, Call> slow = new LinkedHashMap<>();
    for (Bundle bundle : bundles) {
      Call call = new Call(bundle, () -> bundle.start(options));
      if (call.endsBy(PATIENCE.compareTo(limit) < 0 ? PATIENCE : limit)) {
        done.accept(bundle, call.failure);
      } else {
        slow.put(bundle, call);
      }
    }
    List<Bundle> unwanted = new ArrayList<>();
    slow.forEach(
        (bundle, call) -> {
          if (call.endsBy(limit)) {
            done.accept(bundle, call.failure);
          } else {
            giveUp(bundle, call, "start");
            if (!isStuck(bundle)) {
              unwanted.add(bundle); // its components hang: the bundle itself can be stopped
            }
          }
        });
    stopAll(unwanted, limit);
  }

  /**
   * Stops a bundle; returns whether it did.
   *
   * @throws BundleException where it says that it could not in full; it does not run then either
   */
  boolean tryStop(Bundle bundle) throws BundleException {
    if (isStuck(bundle)) {
      return false;
    }
    Call call = new Call(bundle, bundle::stop);
    if (!call.endsBy(limit)) {
      giveUp(bundle, call, "stop");
      return false;
    }
    if (call.failure != null) {
      throw call.failure;
    }
    return true;
  }

  /**
   * Stops bundles that nobody needs any more, side by side.
   *
   * @return whether all of them did
   */
  static boolean stopAll(Collection<Bundle> bundles, Duration limit) {
    List<Call> calls =
        bundles.stream()
            .filter(bundle -> bundle.getState() > Bundle.RESOLVED)
            .map(bundle -> new Call(bundle, bundle::stop))
            .toList();
    return calls.stream().allMatch(call -> call.endsBy(limit));
  }

  private void giveUp(Bundle bundle, Call call, String verb) {
    String fault =
        "is given up: "
            + place(bundle, call.thread.getStackTrace(), verb)
            + " did not return within "
            + limit.toSeconds()
            + " s; mend the plug-in or remove its file";
    givenUp.put(bundle, fault);
    stuck.put(bundle, call);
    if (call.leave(() -> cameBack(bundle))) {
      stuck.remove(bundle);
    }
    tell.accept(bundle, fault);
  }

  /** Too late, on the thread that was left behind. */
  private void cameBack(Bundle bundle) {
    stuck.remove(bundle);
    try {
      if (bundle.getState() > Bundle.RESOLVED) {
        bundle.stop();
      }
    } catch (BundleException | IllegalStateException e) {
      tell.accept(bundle, "fails to stop: " + Failures.inOneLine(e));
    }
  }

  /** What of the bundle was called, and where it stands, for example "a.B.start() (B.java:7)". */
  private static String place(Bundle bundle, StackTraceElement[] stack, String verb) {
    StackTraceElement inner = null;
    StackTraceElement outer = null;
    for (StackTraceElement each : stack) {
      String file = each.getClassName().replaceFirst("\\$.*", "").replace('.', '/') + ".class";
      if (bundle.getEntry(file) != null) {
        outer = each;
        inner = inner == null ? each : inner;
      }
    }
    if (outer == null) {
      return "its " + verb;
    }
    String called =
        switch (outer.getMethodName()) {
          case "<init>" -> "new " + outer.getClassName() + "()";
          case "<clinit>" -> "static " + outer.getClassName();
          default -> outer.getClassName() + "." + outer.getMethodName() + "()";
        };
    return called + " (" + inner.getFileName() + ":" + inner.getLineNumber() + ")";
  }

  /** Why a bundle is given up, a verb phrase; null where it is not. */
  String fault(Bundle bundle) {
    return givenUp.get(bundle);
  }

  /** Whether some thread is still in the bundle's start or stop and holds its lock. */
  boolean isStuck(Bundle bundle) {
    boolean locked = (bundle.getState() & (Bundle.STARTING | Bundle.STOPPING)) != 0;
    return locked && stuck.containsKey(bundle);
  }

  /** Whether any thread was left behind and is still at it. */
  boolean isAnyStuck() {
    return !stuck.isEmpty();
  }

  /** Gives a bundle another chance: its file changed, or it is gone. */
  void forget(Bundle bundle) {
    givenUp.remove(bundle);
  }

  /** A bundle that cannot be taken out is in nobody's way. */
  @Override
  public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
    candidates.removeIf(this::isStuck);
  }
}
