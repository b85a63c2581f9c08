package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import koetsu.records.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as Chromium reads it from a file: a script at its end uses it and writes down what it
 * sees.
 */
class ReportPageInBrowserTest {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final String PROBE =
      """
      <script>
      window.addEventListener("load", () => {
        const seen = {}, root = document.documentElement;
        const text = selector => document.querySelector(selector).innerText.trim();
        seen.language = root.lang;
        seen.width = root.clientWidth;
        seen.overflow = root.scrollWidth - root.clientWidth;
        seen.verdict = text(".pill");
        seen.paper = getComputedStyle(document.body).backgroundColor;
        seen.groups = [...document.querySelectorAll("details.group")].map(g => g.className);
        const table = document.querySelector("#figures ~ .scroll table");
        const column = i => [...table.tBodies[0].rows].map(r => Number(r.cells[i].dataset.v));
        const head = table.tHead.rows[0].cells[1].querySelector("button");
        head.click();
        seen.descending = column(1).slice(0, 3);
        head.click();
        seen.ascending = column(1).slice(-3);
        seen.sorted = table.tHead.rows[0].cells[1].getAttribute("aria-sort");
        const filter = document.getElementById("filter");
        filter.value = "nobody says this";
        filter.dispatchEvent(new Event("input"));
        seen.none = [...document.querySelectorAll("details.group")].filter(g => !g.hidden).length;
        filter.value = "𠮷野";
        filter.dispatchEvent(new Event("input"));
        seen.some = [...document.querySelectorAll("article")].filter(a => !a.hidden).length > 0;
        filter.value = "";
        filter.dispatchEvent(new Event("input"));
        document.getElementById("language").click();
        seen.other = root.lang;
        seen.otherVerdict = text(".pill");
        seen.loaded = performance.getEntriesByType("resource").length;
        parent.postMessage(JSON.stringify(seen), "*");
      });
      </script>
      </body>""";

  /** A frame, because a window of the desk's browser is never as narrow as a phone. */
  private static final String FRAME =
      """
      <!DOCTYPE html>
      <meta name="color-scheme" content="light dark">
      <iframe style="width: %dpx; height: 900px; border: 0" src="report.html?lang=%s"></iframe>
      <script>
      addEventListener("message", message => {
        const out = document.createElement("script");
        out.type = "application/json";
        out.id = "seen";
        out.textContent = message.data;
        document.body.append(out);
      });
      </script>
      """;

  @TempDir Path folder;

  @Test
  void aPhoneReadsItInJapaneseInTheDark() throws Exception {
    Map<String, Object> seen = open(390, "ja", "--blink-settings=preferredColorScheme=0");
    assertEquals("ja", seen.get("language"));
    assertEquals(390L, seen.get("width"));
    assertEquals("回帰あり", seen.get("verdict"));
    assertEquals("rgb(22, 25, 29)", seen.get("paper"));
    assertEquals("Regression", seen.get("otherVerdict"));
    works(seen);
  }

  @Test
  void aDeskReadsItInEnglishInTheLight() throws Exception {
    Map<String, Object> seen = open(1280, "en", "--blink-settings=preferredColorScheme=1");
    assertEquals("en", seen.get("language"));
    assertEquals(1280L, seen.get("width"));
    assertEquals("Regression", seen.get("verdict"));
    assertEquals("rgb(251, 250, 247)", seen.get("paper"));
    assertEquals("ja", seen.get("other"));
    works(seen);
  }

  private static void works(Map<String, Object> seen) {
    assertEquals(0L, seen.get("overflow"), "the page itself never scrolls sideways");
    assertEquals(List.of("group broken", "group still_wrong", "group fixed"), seen.get("groups"));
    assertEquals(List.of(2L, 1L, 1L), seen.get("descending"));
    assertEquals("ascending", seen.get("sorted"));
    assertEquals(List.of(1L, 1L, 2L), seen.get("ascending"));
    assertEquals(0L, seen.get("none"), "a filter that nothing meets shows nothing");
    assertEquals(Boolean.TRUE, seen.get("some"));
    assertEquals(0L, seen.get("loaded"), "nothing is fetched");
  }

  private Map<String, Object> open(int width, String language, String option) throws Exception {
    Path browser = browser();
    String page =
        new String(
            ReportHtml.of(ReportsTest.report(), "stars", Profiles.BUDGET), StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("report.html"), page.replace("</body>", PROBE));
    Path frame = folder.resolve("frame.html");
    Files.writeString(frame, String.format(FRAME, width, language));
    Path out = folder.resolve("dom.html");
    List<String> command =
        new ArrayList<>(
            List.of(
                browser.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("browser"),
                "--window-size=1400,1000",
                option,
                "--virtual-time-budget=2000",
                "--dump-dom",
                frame.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser came to an end");
    } finally {
      process.destroyForcibly().waitFor();
    }
    Matcher seen =
        Pattern.compile("<script type=\"application/json\" id=\"seen\">(.*?)</script>")
            .matcher(Files.readString(out));
    assertTrue(seen.find(), () -> "the script at the end of the page ran: " + out);
    return Json.readObject(seen.group(1), "what the browser saw");
  }

  private static Path browser() {
    List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
    Stream<Path> places = path.stream().flatMap(f -> NAMES.stream().map(n -> Path.of(f, n)));
    Path found = places.filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(found != null, "skipped: no Chromium on this machine (Debian package chromium)");
    return found;
  }
}
