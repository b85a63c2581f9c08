package koetsu.itests.plugin;

import java.util.concurrent.CountDownLatch;

/** Never comes back. */
final class Hang {
  private Hang() {}

  /** Whoever interrupts. */
  static void forEver() {
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        never.await();
      } catch (InterruptedException deaf) {
        Thread.yield();
      }
    }
  }
}
