package koetsu.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.pipeline.Fakes;
import koetsu.pipeline.PlugIn;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins that do not come back from being made or from loading, under limits of this test. */
class SlowPlugInTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final LoadRequest REQUEST = new LoadRequest("x.txt", new byte[] {65}, null);

  @TempDir private Path temp;

  private static void hang() {
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        never.await();
      } catch (InterruptedException deaf) {
        Thread.yield();
      }
    }
  }

  /** Knows every input best, and hangs with one of the two things it is asked. */
  private record Hanging(boolean atOnce) implements DocumentLoader {
    @Override
    public String id() {
      return "hanging";
    }

    @Override
    public double accepts(LoadRequest request) {
      if (atOnce) {
        hang();
      }
      return 0.9;
    }

    @Override
    public SourceDocument load(LoadRequest request) {
      hang();
      return null;
    }
  }

  private static FixedPipeline pipeline(DocumentLoader bad) {
    Origin origin = new Origin("sample", "1.0.0", null);
    return new FixedPipeline(
        PlugIns.of(
            List.of(
                Installed.of(bad, origin, 0), Installed.of(Fakes.loader("good", 0.5), origin, 0))),
        new JapaneseText(),
        new ConductLog(),
        SHORT);
  }

  @Test
  void aLoaderThatHangsCostsTheInputAndIsSwitchedOffAfterThree() throws LoadException {
    FixedPipeline pipeline = pipeline(new Hanging(false));
    for (int i = 0; i < 3; i++) {
      LoadException e = assertThrows(LoadException.class, () -> pipeline.load(REQUEST));
      assertTrue(
          e.getMessage().startsWith("x.txt: sample/1.0.0#hanging did not come back within 300 ms"),
          e.getMessage());
    }
    assertEquals("A", pipeline.load(REQUEST).text().strip(), "the others are asked from then on");
    assertTrue(
        pipeline
            .problems()
            .get(0)
            .message()
            .startsWith("it is switched off for this session after 3 calls that hung"),
        pipeline.problems().toString());
  }

  @Test
  void aLoaderThatHangsWhenItLooksLeavesTheInputToTheOthers() throws LoadException {
    assertEquals("A", pipeline(new Hanging(true)).load(REQUEST).text().strip());
  }

  /** Made by Java, from a name in a file. */
  public static class Nameless implements FieldExtractor {
    @Override
    public String id() {
      hang();
      return "never";
    }

    @Override
    public Set<String> fields() {
      return Set.of("name");
    }

    @Override
    public List<Extraction> extract(ExtractionContext context) {
      return List.of();
    }
  }

  /** Made by Java, from a name in a file. */
  public static final class Unfinished extends Nameless {
    public Unfinished() {
      hang();
    }
  }

  @Test
  void whatIsNeverMadeOrNeverSaysItsNameCostsItselfOnly() throws Exception {
    Path services = Files.createDirectories(temp.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(FieldExtractor.class.getName()),
        Nameless.class.getName() + "\n" + Unfinished.class.getName() + "\n");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {temp.toUri().toURL()}, SlowPlugInTest.class.getClassLoader())) {
      List<PlugIn> refused =
          ClassPath.installed(loader, SHORT).stream()
              .<PlugIn>map(Installed::info)
              .filter(plugIn -> plugIn.fault() != null)
              .toList();
      assertEquals(
          List.of(Nameless.class.getName(), Unfinished.class.getName()),
          refused.stream().map(PlugIn::id).toList());
      for (PlugIn each : refused) {
        assertEquals("its making did not come back within 300 ms", each.fault());
        assertEquals("koetsu.pipeline", each.bundle());
      }
    }
  }
}
