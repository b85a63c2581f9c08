package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FenceTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(500); // of a busy machine

  private final Fence fence = new Fence();

  @AfterEach
  void close() {
    fence.close();
  }

  private static <T> String show(Fence.Answer<T> answer) {
    return answer.breach() == null ? String.valueOf(answer.value()) : answer.breach().getMessage();
  }

  private static String hang() throws InterruptedException {
    new CountDownLatch(1).await();
    return "never";
  }

  @Test
  void everyPieceIsDoneInOrderOnOneThreadThatIsNotOurs() {
    List<Callable<Thread>> works = Collections.nCopies(3, Thread::currentThread);
    List<Fence.Answer<Thread>> answers = fence.callAll(works, LONG);
    assertEquals(1, answers.stream().map(Fence.Answer::value).distinct().count());
    assertFalse(answers.get(0).value() == Thread.currentThread());
    assertTrue(answers.get(0).value().isDaemon());
  }

  @Test
  void aPieceThatThrowsCostsItselfOnly() {
    List<String> answers =
        fence
            .<String>callAll(
                List.of(
                    () -> "a",
                    () -> {
                      throw new StackOverflowError();
                    },
                    () -> "c"),
                LONG)
            .stream()
            .map(FenceTest::show)
            .toList();
    assertEquals("a", answers.get(0));
    assertTrue(answers.get(1).startsWith("failed: StackOverflowError at "), answers.get(1));
    assertEquals("c", answers.get(2));
  }

  @Test
  void everyPieceThatHangsIsLeftBehindAndTheOthersAreDone() {
    assertEquals(
        List.of("a", "did not come back within 500 ms", "c", "did not come back within 500 ms"),
        fence
            .<String>callAll(List.of(() -> "a", FenceTest::hang, () -> "c", FenceTest::hang), SHORT)
            .stream()
            .map(FenceTest::show)
            .toList());
  }

  @Test
  void theLimitIsForEachPieceAndNotForAll() {
    List<Callable<String>> works =
        Collections.nCopies(
            8,
            () -> {
              Thread.sleep(100);
              return "slow";
            });
    assertEquals(
        Collections.nCopies(8, "slow"),
        fence.callAll(works, Duration.ofMillis(700)).stream().map(FenceTest::show).toList());
  }

  @Test
  void whatComesBackLateDoesNotCount() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    assertThrows(
        Fence.Breach.class,
        () ->
            fence.call(
                () -> {
                  while (release.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                  return done.add("late");
                },
                SHORT));
    release.countDown();
    assertEquals("next", fence.call(() -> "next", LONG));
  }

  @Test
  void aPieceDoesNotSeeTheInterruptOfTheOneBefore() throws Exception {
    assertEquals(
        List.of("null", "false"),
        fence
            .callAll(
                List.of(
                    () -> {
                      Thread.currentThread().interrupt();
                      return null;
                    },
                    () -> Thread.currentThread().isInterrupted()),
                LONG)
            .stream()
            .map(FenceTest::show)
            .toList());
  }

  @Test
  void anInterruptedCallerStopsWaiting() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> fence.call(FenceTest::hang, LONG));
    assertTrue(Thread.interrupted());
  }

  @Test
  void noWorkIsNoAnswer() {
    assertEquals(List.of(), fence.callAll(List.<Callable<String>>of(), LONG));
  }
}
