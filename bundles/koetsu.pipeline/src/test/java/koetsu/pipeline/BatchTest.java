package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import koetsu.api.plugin.FieldExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  private static Input input(String name, String text) {
    return new Input(
        name, name, null, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String show(Batch.Result result) {
    return result.input().name()
        + " "
        + (result.error() != null ? result.error() : result.parsed().records().size());
  }

  /** Slower for earlier inputs, so that they come back out of order. */
  private static Pipeline uneven() {
    FieldExtractor slow =
        Fakes.extractor(
            "slow",
            "name",
            context -> {
              if (context.in().document().name().equals("0")) {
                sleep();
              }
              return List.of();
            });
    return Fakes.pipeline(Fakes.lineByLine(), slow);
  }

  private static void sleep() {
    try {
      TimeUnit.MILLISECONDS.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void resultsComeInTheOrderOfTheInputsAndABadOneHindersNobody(int jobs) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      inputs.add(input(String.valueOf(i), i == 3 ? "" : "a\n".repeat(i + 1)));
    }
    inputs.add(
        new Input(
            "9",
            "9",
            null,
            () -> {
              throw new IOException("disk on fire");
            }));
    List<String> seen = new ArrayList<>();
    new Batch(uneven(), RunOptions.DEFAULT, jobs).run(inputs, r -> seen.add(show(r)));
    assertEquals(
        List.of(
            "0 1",
            "1 2",
            "2 3",
            "3 3: empty",
            "4 5",
            "5 6",
            "6 7",
            "7 8",
            "8 9",
            "9 9: disk on fire"),
        seen);
  }

  @Test
  void progressCountsInputsAndMayCancel() {
    List<String> told = new ArrayList<>();
    Monitor monitor =
        new Monitor() {
          @Override
          public void progress(int done, int total) {
            synchronized (told) {
              told.add(done + "/" + total);
            }
          }

          @Override
          public boolean cancelled() {
            synchronized (told) {
              return told.contains("2/12");
            }
          }
        };
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      inputs.add(input(String.valueOf(i), "a\n"));
    }
    Batch batch = new Batch(uneven(), RunOptions.DEFAULT.withMonitor(monitor), 1);
    assertThrows(CancellationException.class, () -> batch.run(inputs, r -> {}));
    assertEquals(List.of("0/12", "1/12", "2/12"), told.subList(0, 3));
  }

  @Test
  void aSinkThatFailsEndsTheBatch() {
    List<String> seen = new ArrayList<>();
    Batch batch = new Batch(uneven(), RunOptions.DEFAULT, 2);
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                batch.<IOException>run(
                    List.of(input("a", "x\n"), input("b", "x\n")),
                    r -> {
                      seen.add(show(r));
                      throw new IOException("disk full");
                    }));
    assertEquals("disk full", e.getMessage());
    assertEquals(List.of("a 1"), seen);
  }

  @Test
  void noInputsAreNoWork() {
    new Batch(uneven(), RunOptions.DEFAULT, 1)
        .run(
            List.of(),
            r -> {
              throw new AssertionError();
            });
  }

  @Test
  void atLeastOneJobIsNeeded() {
    Pipeline pipeline = uneven();
    assertThrows(IllegalArgumentException.class, () -> new Batch(pipeline, RunOptions.DEFAULT, 0));
  }
}
