package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import koetsu.api.record.Status;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.ReplaceablePipeline;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins that come and go while a person reviews. */
@OnScreen
class SwapTest {

  @TempDir Path place;

  @Test
  void theMachineIsAskedAgainAndWhatThePersonDecidedStays() throws Exception {
    ReplaceablePipeline pipeline = new ReplaceablePipeline(SheetPlugIns.pipeline());
    AtomicInteger listening = new AtomicInteger();
    try (ReviewDesk desk = ReviewDesk.sitDown(place, "data", counting(pipeline, listening))) {
      assertNotEquals(0, listening.get());
      String record = desk.record(0).id();
      desk.session().select(new Selection(ReviewDesk.DOCUMENT, record, "office", 0), true);
      desk.robot.press("a");
      assertEquals(Status.ACCEPTED, desk.value(0, "office", 0).status());
      assertEquals(2, desk.record(0).values("office").size());
      desk.session().select(new Selection(ReviewDesk.DOCUMENT, record, "budget", 0), true);

      pipeline.replaceBy(SheetPlugIns.withoutOffices());
      desk.robot.waitUntil(
          "the value of the bundle that went is gone",
          () -> desk.record(0).values("office").size() == 1);
      assertEquals(Status.ACCEPTED, desk.value(0, "office", 0).status());
      assertEquals(record, desk.session().selection().record());
      assertEquals("budget", desk.session().selection().field());
      assertEquals(0, desk.record(1).values("office").size());

      pipeline.replaceBy(SheetPlugIns.pipeline());
      desk.robot.waitUntil(
          "the value is found again", () -> desk.record(0).values("office").size() == 2);
      assertEquals(Status.ACCEPTED, desk.value(0, "office", 0).status());
      assertEquals(Status.MACHINE, desk.value(0, "office", 1).status());
    }
    assertEquals(0, listening.get(), "a closed project no longer listens");
  }

  /** The pipeline itself, but for counting who listens to it. */
  private static Pipeline counting(Pipeline pipeline, AtomicInteger listening) {
    return (Pipeline)
        Proxy.newProxyInstance(
            SwapTest.class.getClassLoader(),
            new Class<?>[] {Pipeline.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("onChange")) {
                return method.invoke(pipeline, arguments);
              }
              Pipeline.Subscription subscription = pipeline.onChange((Runnable) arguments[0]);
              listening.incrementAndGet();
              return (Pipeline.Subscription)
                  () -> {
                    listening.decrementAndGet();
                    subscription.close();
                  };
            });
  }
}
