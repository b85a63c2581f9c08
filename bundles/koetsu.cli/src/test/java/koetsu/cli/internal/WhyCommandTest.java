package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {
  private static final Path SHEETS = Shell.SAMPLE.resolve("sources/draft-budget.md");

  @TempDir private Path data;

  private static int line(String part) throws Exception {
    List<String> lines = Files.readAllLines(SHEETS);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i + 1;
      }
    }
    throw new AssertionError(part + " is not in the sample");
  }

  @Test
  void aBudgetLineShowsItsValueWithTheStepsFromPrintToYen() throws Exception {
    Shell shell = new Shell(data);
    assertEquals(0, shell.run("why", SHEETS, "--line", line("億円")));
    assertTrue(shell.out().contains(" budget label "), shell::out);
    assertTrue(shell.out().contains("confidence "), shell::out);
    assertTrue(shell.out().contains(" → "), shell::out);
    assertTrue(shell.out().contains("[koetsu.extract/"), shell::out);
    assertEquals("", shell.err());
  }

  @Test
  void aPlaceBeyondTheDocumentIsRefused() {
    Shell shell = new Shell(data);
    assertEquals(2, shell.run("why", SHEETS, "--line", 100_000));
    assertTrue(shell.err().contains("--line 100000: "), shell::err);
    assertEquals(2, shell.run("why", SHEETS, "--line", 1, "--column", 1_000));
    assertTrue(shell.err().contains("line 1 has "), shell::err);
  }
}
