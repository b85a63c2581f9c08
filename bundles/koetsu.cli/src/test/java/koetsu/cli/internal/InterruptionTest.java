package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptionTest {
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Interruption interruption = new Interruption(said::add);

  private Thread interrupt() {
    Thread ending = new Thread(interruption::interrupted);
    ending.start();
    while (!interruption.asked()) {
      Thread.onSpinWait();
    }
    return ending;
  }

  @Test
  void theProcessWaitsUntilTheWorkHasStopped() throws Exception {
    assertFalse(interruption.asked());
    Thread ending = interrupt();
    assertTrue(ending.isAlive(), "the work has not said that it is over");
    interruption.close();
    ending.join();
    assertEquals(List.of(), said, "who stops says so");
  }

  @Test
  void workThatIsOverIsNotWaitedFor() {
    interruption.close();
    assertFalse(interruption.asked());
    interruption.close();
  }

  @Test
  void workThatOnlyComputesIsLeftAndWritesNothingAfterwards() throws Exception {
    Thread ending = interrupt();
    ending.join();
    assertEquals(List.of(Interruption.SENTENCE), said);
    List<String> written = new CopyOnWriteArrayList<>();
    Thread late = new Thread(() -> interruption.write(() -> written.add("file")));
    late.setDaemon(true);
    late.start();
    late.join(200);
    assertEquals(List.of(), written);
    interruption.close();
  }

  @Test
  void aFileThatIsBeingWrittenIsWrittenToItsEnd() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch whole = new CountDownLatch(1);
    Thread work =
        new Thread(
            () ->
                interruption.write(
                    () -> {
                      begun.countDown();
                      await(whole);
                      said.add("written");
                    }));
    work.start();
    begun.await();
    Thread ending = interrupt();
    ending.join(1500);
    assertTrue(ending.isAlive(), "the file is not whole yet");
    whole.countDown();
    ending.join();
    assertEquals(List.of("written", Interruption.SENTENCE), said);
    interruption.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noFileIsBegunOnceTheWorkShallStop() throws Exception {
    Thread ending = interrupt();
    assertThrows(CancellationException.class, () -> interruption.write(() -> said.add("file")));
    interruption.close();
    ending.join();
    assertEquals(List.of(), said);
  }
}
