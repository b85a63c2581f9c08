package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.api.profile.Profile;
import koetsu.export.Formats;
import koetsu.export.LossText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossTextTest {
  private static final Profile EMPTY =
      new Profile("empty", "1.0.0", List.of(), List.of(), List.of(), Map.of());

  @TempDir private Path folder;

  @Test
  void whateverOurFormatsLoseIsSaidInJapanese() throws Exception {
    AnnotatedDocument nul = new AnnotatedDocument(Samples.source("nul.txt", "\u0000"), List.of());
    Map<String, Loss> losses = new TreeMap<>();
    for (Exporter exporter : Formats.onClassPath().exporters()) {
      for (int seed = 0; seed < 20; seed++) {
        for (Profile profile : List.of(Samples.PROFILE, EMPTY)) {
          FormatTester tester = new FormatTester(folder, profile);
          tester
              .export(exporter, Samples.any(seed, "a.txt"), Samples.placed(seed, "b.txt"), nul)
              .forEach(loss -> losses.put(loss.kind(), loss));
        }
      }
    }
    assertTrue(losses.size() > 15, losses::toString);
    for (Loss loss : losses.values()) {
      assertNotEquals(loss.kind(), LossText.of(loss, Locale.JAPAN));
      assertEquals(loss.kind(), LossText.of(loss, Locale.ENGLISH));
    }
  }

  @Test
  void otherPeoplesFormatsSayItInTheirWords() {
    Loss loss = new Loss("chalk, wiped off", 1, "slate");
    assertEquals("chalk, wiped off", LossText.of(loss, Locale.JAPANESE));
  }
}
