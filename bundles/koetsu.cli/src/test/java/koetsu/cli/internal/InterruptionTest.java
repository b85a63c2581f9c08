package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterruptionTest {
  @Test
  @Timeout(60)
  void theProcessWaitsUntilTheWorkHasStopped() throws Exception {
    Interruption interruption = new Interruption();
    assertFalse(interruption.asked());
    Thread ending = new Thread(interruption::interrupted);
    ending.start();
    while (!interruption.asked()) {
      Thread.onSpinWait();
    }
    assertTrue(ending.isAlive(), "the work has not said that it is over");
    interruption.close();
    ending.join();
  }

  @Test
  void workThatIsOverIsNotWaitedFor() {
    Interruption interruption = new Interruption();
    interruption.close();
    assertFalse(interruption.asked());
    interruption.close();
  }
}
