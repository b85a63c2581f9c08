package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
  @TempDir private Path project;
  private final List<Baseline.Run> approved = new ArrayList<>();

  /** A run of the gold, of which a share is right. */
  private RegressionReport run(double share) {
    List<Baseline.Run> runs = new ArrayList<>(approved);
    runs.add(new Baseline.Run("", 10, share, share, share));
    RegressionReport report =
        new RegressionReport(
            List.of(),
            List.of(),
            List.of(),
            new RegressionReport.RecordsExact(0, 1),
            Map.of(),
            20,
            new Verdict(List.of()),
            !approved.isEmpty(),
            runs,
            new Baseline("p", "", Map.of(), runs, List.of()));
    return new RunHistory(project).add(report);
  }

  private void approve(double share, String reason) {
    List<Baseline.Run> runs = run(share).approve(reason).runs();
    approved.clear();
    approved.addAll(runs);
  }

  /** Shares in percent, approved ones with a star. */
  private static String trend(RegressionReport report) {
    StringBuilder text = new StringBuilder();
    for (Baseline.Run run : report.trend()) {
      text.append(Math.round(run.soft() * 100)).append(run.isApproved() ? "* " : " ");
    }
    return text.toString().strip();
  }

  @Test
  void everyRunIsInTheTrendAndApprovedOnesAreMarked() {
    assertEquals("50", trend(run(0.5)));
    assertEquals("50 60", trend(run(0.6)));
    approve(0.7, "better");
    assertEquals("50 60 70* 65", trend(run(0.65)));
    approve(0.8, "better still");
    assertEquals("50 60 70* 65 80* 80", trend(run(0.8)));
    assertEquals("50 60 70* 65 80* 75", trend(run(0.75)));
  }

  @Test
  void theSameTwiceIsOneRunAndOneReport() {
    approve(0.5, "first");
    byte[] once = ReportJson.of(run(0.6));
    assertArrayEquals(once, ReportJson.of(run(0.6)));
    assertEquals("50* 60 50", trend(run(0.5)));
  }

  @Test
  void whatIsDeletedOrDamagedCostsThoseRunsOnly() throws Exception {
    run(0.5);
    Path file = project.resolve(RunHistory.FILE);
    Files.writeString(file, "{\"reason\":\"\",\"it\u0000", StandardOpenOption.APPEND);
    Files.writeString(file, "\n", StandardOpenOption.APPEND);
    assertEquals("50 60", trend(run(0.6)));
    Files.delete(file);
    approve(0.7, "better");
    assertEquals("70* 80", trend(run(0.8)));
    assertEquals("*\n", Files.readString(file.resolveSibling(".gitignore")));
  }

  @Test
  void theFileDoesNotGrowForEver() throws Exception {
    RegressionReport last = null;
    for (int i = 0; i < 3 * RunHistory.MOST; i++) {
      last = run(i % 2 == 0 ? 0.5 : 0.6);
    }
    assertEquals(RunHistory.MOST, last.trend().size());
    assertTrue(Files.readAllLines(project.resolve(RunHistory.FILE)).size() < 2 * RunHistory.MOST);
  }

  @Test
  void aProjectThatCannotBeWrittenHasItsLastRun() throws Exception {
    Files.writeString(project.resolve(".cache"), "a file where a folder should be");
    assertEquals("50", trend(run(0.5)));
    assertEquals("60", trend(run(0.6)));
  }
}
