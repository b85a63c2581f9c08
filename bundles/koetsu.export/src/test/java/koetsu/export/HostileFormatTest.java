package koetsu.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.api.plugin.Loss;
import koetsu.pipeline.Pipeline;
import koetsu.project.Author;
import koetsu.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Formats that do the worst they can cost their own files only. */
class HostileFormatTest {
  @TempDir Path temp;

  /** What a format does in place of its work. */
  enum Deed {
    THROW("failed: IllegalStateException: no at "),
    OVERFLOW("failed: StackOverflowError"),
    MEMORY("failed: OutOfMemoryError"),
    LINKAGE("failed: NoClassDefFoundError: gone/Away at "),
    NULL("failed: NullPointerException"),
    HANG("did not come back within 300 ms");

    private final String said;

    Deed(String said) {
      this.said = said;
    }

    private <T> T perform() {
      return switch (this) {
        case THROW -> throw new IllegalStateException("no");
        case LINKAGE -> throw new NoClassDefFoundError("gone/Away");
        case MEMORY -> throw new AssertionError(new long[Integer.MAX_VALUE].length);
        case OVERFLOW -> perform(0);
        case NULL -> null;
        case HANG -> hang();
      };
    }

    private static <T> T perform(int depth) {
      T deeper = perform(depth + 1);
      return deeper;
    }

    private static <T> T hang() {
      CountDownLatch never = new CountDownLatch(1);
      while (true) {
        try {
          never.await();
        } catch (InterruptedException ignored) {
          Thread.yield();
        }
      }
    }
  }

  private record Hostile(Deed deed) implements Exporter, Importer {
    @Override
    public String id() {
      return "bad";
    }

    @Override
    public String description() {
      return "nothing good";
    }

    @Override
    public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
      try (OutputStream out = output.create("half.txt")) {
        out.write('x');
      }
      return deed.perform();
    }

    @Override
    public List<AnnotatedDocument> read(ImportRequest request) {
      return deed.perform();
    }
  }

  /** Waits long for a deed that comes back, whatever else the machine does. */
  private static GoldExchange exchange(Project project, Deed deed) {
    Pipeline pipeline = Pipeline.onClassPath();
    return deed == Deed.HANG
        ? new GoldExchange(project, pipeline, Duration.ofMillis(300))
        : new GoldExchange(project, pipeline);
  }

  private Project project() throws Exception {
    Path folder = temp.resolve("project");
    Project.create(folder, List.of(Files.writeString(temp.resolve("a.txt"), "港\n")));
    return Project.read(folder, new Author("rin", "rin"), Pipeline.onClassPath().profile());
  }

  @ParameterizedTest
  @EnumSource
  void anExporterIsNamedAndNothingOfItIsKept(Deed deed) throws Exception {
    Path out = temp.resolve("out");
    try (Project project = project()) {
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () -> exchange(project, deed).export(new Hostile(deed), List.of(), out));
      assertTrue(e.getMessage().startsWith("the exporter bad " + deed.said), e.getMessage());
      assertTrue(e.getMessage().endsWith("; nothing was kept of it"), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
    }
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest
  @EnumSource
  void anImporterIsNamedAndNothingIsImported(Deed deed) throws Exception {
    try (Project project = project()) {
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () -> exchange(project, deed).read(new Hostile(deed), temp));
      assertTrue(e.getMessage().startsWith("the importer bad " + deed.said), e.getMessage());
      assertTrue(e.getMessage().endsWith("; nothing was imported"), e.getMessage());
    }
  }

  @Test
  void whatAFormatMaySayIsSaidAsItIs() throws Exception {
    Importer refusing =
        new Importer() {
          @Override
          public String id() {
            return "refusing";
          }

          @Override
          public String description() {
            return "never";
          }

          @Override
          public List<AnnotatedDocument> read(ImportRequest request) throws ImportException {
            throw new ImportException("a.txt, line 1: not mine", null);
          }
        };
    try (Project project = project()) {
      ImportException e =
          assertThrows(ImportException.class, () -> exchange(project, null).read(refusing, temp));
      assertEquals("a.txt, line 1: not mine", e.getMessage());
    }
  }
}
