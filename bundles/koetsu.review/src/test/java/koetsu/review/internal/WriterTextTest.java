package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import koetsu.project.Author;
import koetsu.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTextTest {
  private final Locale before = Locale.getDefault();
  @TempDir Path place;

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void whatAProjectSaysIsKnownHere() throws Exception {
    Path folder = place.resolve("project");
    Project.create(folder, List.of(Files.writeString(place.resolve("a.txt"), "架空の事業\n")));
    Locale.setDefault(Locale.JAPAN);
    Author author = Author.here(place, "rin");
    try (Project project = Project.read(folder, author, SheetPlugIns.pipeline().profile())) {
      assertEquals("なし(閲覧用に開かれています)", WriterText.of(project));
    }
  }

  @Test
  void whoWritesIsSaidWithTheTimeOfTheClockHere() {
    Locale.setDefault(Locale.JAPAN);
    TimeZone zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    try {
      assertEquals(
          "ken (11-20 22:05 から、プロセス 321)",
          WriterText.of("ken (process 321, since 2026-11-20T13:05:09Z)"));
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void aNameStaysAName() {
    assertEquals("hana, 1234@office", WriterText.of("hana, 1234@office"));
  }
}
