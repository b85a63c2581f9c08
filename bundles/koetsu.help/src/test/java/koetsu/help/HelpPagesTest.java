package koetsu.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpPagesTest {
  private static final Path SOURCES = Path.of("src/main/resources/koetsu/help");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]+\\]\\(([^)\\s]+)\\)");

  /** Pages for people who write scripts and extractors; reviewers do not need them. */
  private static final Set<String> ENGLISH_ONLY =
      Set.of("tutorial", "extending", "command-line", "record-format");

  private final HelpPages english = new HelpPages(Locale.ENGLISH);
  private final HelpPages japanese = new HelpPages(Locale.JAPAN);

  @Test
  void listsEveryPageThatIsThere() throws IOException {
    assertEquals(files("en"), ids(english.all()));
    assertEquals(files("en").size(), english.all().size(), "no page twice");
  }

  @Test
  void everyPageHasOneTitleOnItsFirstLineAndClosesItsCode() {
    for (HelpPage page : editions()) {
      List<String> lines = page.markdown().lines().toList();
      assertEquals("# " + page.title(), lines.get(0), at(page));
      assertEquals(1, prose(page).lines().filter(l -> l.startsWith("# ")).count(), at(page));
      assertEquals(0, lines.stream().filter(l -> l.startsWith("```")).count() % 2, at(page));
      assertFalse(page.markdown().contains("\r"), at(page));
    }
  }

  @Test
  void reviewersReadTheirPagesInJapanese() throws IOException {
    Set<String> expected = files("en");
    expected.removeAll(ENGLISH_ONLY);
    assertEquals(expected, files("ja"));
    assertTrue(japanese.page("reviewing").orElseThrow().title().startsWith("校閲"));
  }

  @Test
  void bothEditionsHaveTheSameShape() throws IOException {
    for (String id : files("ja")) {
      HelpPage en = english.page(id).orElseThrow();
      HelpPage ja = japanese.page(id).orElseThrow();
      if (!id.equals("index")) {
        assertEquals(headings(en), headings(ja), "heading levels of " + id);
      }
      assertEquals(examples(en), examples(ja), "examples of " + id);
    }
  }

  @Test
  void aPageWithoutAnEditionFallsBackToEnglish() {
    assertEquals("en", japanese.page("command-line").orElseThrow().language());
    assertEquals("en", new HelpPages(Locale.FRENCH).page("index").orElseThrow().language());
    assertEquals("ja", japanese.page("index").orElseThrow().language());
  }

  @Test
  void everyLinkLeadsToAPage() {
    int checked = 0;
    for (HelpPage page : editions()) {
      for (String link : links(page)) {
        Optional<String> target = page.target(link);
        assertTrue(
            target.flatMap(english::page).isPresent(), at(page) + " links to missing " + link);
        checked++;
      }
    }
    assertTrue(checked > 50, "only " + checked + " links were found");
  }

  @Test
  void everyPageIsReachedFromTheTableOfContents() {
    Set<String> reached = new TreeSet<>(Set.of("index"));
    for (String link : links(english.page("index").orElseThrow())) {
      reached.add(english.page("index").orElseThrow().target(link).orElseThrow());
    }
    assertEquals(ids(english.all()), reached);
  }

  @Test
  void linksAreResolvedFromTheirPage() {
    HelpPage budget = english.field("budget").orElseThrow();
    assertEquals(Optional.of("fields/cap"), budget.target("cap.md"));
    assertEquals(Optional.of("labelling"), budget.target("../labelling.md#sections"));
    assertEquals(Optional.empty(), budget.target("https://example.jp/cap.md"));
    assertEquals(Optional.empty(), budget.target("cap.png"));
  }

  @Test
  void unknownPagesAreAbsent() {
    assertEquals(Optional.empty(), english.page("../help/en/index"));
    assertEquals(Optional.empty(), english.field("colour"));
  }

  private List<HelpPage> editions() {
    List<HelpPage> editions = new ArrayList<>(english.all());
    editions.addAll(japanese.all());
    return editions;
  }

  private static String at(HelpPage page) {
    return page.language() + "/" + page.id();
  }

  private static Set<String> ids(List<HelpPage> pages) {
    Set<String> ids = new TreeSet<>();
    pages.forEach(page -> ids.add(page.id()));
    return ids;
  }

  private static Set<String> files(String language) throws IOException {
    Path folder = SOURCES.resolve(language);
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .forEach(name -> ids.add(name.replaceFirst("\\.md$", "")));
    }
    return ids;
  }

  /** The page without its code blocks and code words. */
  private static String prose(HelpPage page) {
    return page.markdown().replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");
  }

  private static List<String> links(HelpPage page) {
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(prose(page));
    while (matcher.find()) {
      links.add(matcher.group(1));
    }
    return links;
  }

  private static List<Integer> headings(HelpPage page) {
    return prose(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.indexOf(' '))
        .toList();
  }

  private static List<String> examples(HelpPage page) {
    Matcher matcher = Pattern.compile("(?s)```.*?```").matcher(page.markdown());
    return matcher.results().map(found -> found.group()).toList();
  }
}
