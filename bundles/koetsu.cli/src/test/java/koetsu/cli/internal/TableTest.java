package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsLineUpThoughJapaneseCharactersAreTwoCellsWide() {
    Table table = new Table("name", "n");
    table.row("港の課", "1");
    table.row("ｱ", "2");
    table.row("", "3");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table.print(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertEquals(
        """
        name    n
        港の課  1
        ｱ       2
                3
        """,
        out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void whatIsTooWideIsCutAtACharacter() {
    assertEquals("港の課", Table.shortened("港の課", 6));
    assertEquals("港の…", Table.shortened("港の課", 5));
    assertEquals("𠮷…", Table.shortened("𠮷野家", 4));
    assertEquals("abc…", Table.shortened("abcdef", 4));
  }
}
