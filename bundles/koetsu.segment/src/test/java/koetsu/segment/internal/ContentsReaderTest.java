package koetsu.segment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.DocumentContext;
import org.junit.jupiter.api.Test;

class ContentsReaderTest {
  @Test
  void readsTwoColumnsThatTabsKeepApartColumnByColumn() {
    assertEquals(
        List.of("1 橋の点検 p7", "2 港の掃除 p8", "3 森の見回り p9", "4 雪の片付け p10"),
        entries(
            """
            # 目次(予算事業)

            1. 橋の点検\tP. 7\t3. 森の見回り\tP. 9
            2. 港の掃除\tP. 8\t4. 雪の片付け\tP.10

            # 橋の点検
            """));
  }

  @Test
  void joinsTitlesOverSeveralRowsInTheirColumn() {
    assertEquals(
        List.of("1 橋の点検 p7", "2 港の掃除 p8", "3-1 森を守る取組のうち、見回り等○夜の見回り p9", "3-2 森を守る取組○苗木の植付け p10"),
        entries(
            """
            # 目次

            1. 橋の点検\tP. 7\t3-1. 森を守る取組のうち、見回り等\t
            2. 港の掃除\tP. 8\t○夜の見回り\tP. 9
            \t\t3-2. 森を守る取組○苗木の植付け\tP.10
            """));
  }

  @Test
  void readsEntriesAndPagesThatRanTogetherInOneCell() {
    assertEquals(
        List.of("8 橋の点検 p7", "9 港の掃除 p8", "10 森の見回り p9", "11 2040年の町づくり p10"),
        entries(
            """
            目次

            8. 橋の点検\tP. 7\t9. 港の掃除 10. 森の見回り 11.2040年の町づくり\tP. 8 P. 9 P.10
            """));
  }

  @Test
  void readsPageNumbersThatOnlyWhiteSpaceKeepsApart() {
    assertEquals(
        List.of("1 橋の点検 p7", "2 港の掃除 p12"),
        entries(
            """
            目次

            1. 橋の点検　　　7
            2. 港の掃除　　 12

            橋の点検
            """));
  }

  @Test
  void endsAListWithoutPageNumbersAtTheFirstParagraphThatIsNoEntry() {
    assertEquals(
        List.of("1 橋の点検 pnull", "2 港の掃除と灯台の見回り pnull"),
        entries(
            """
            目次

            1. 橋の点検
            2. 港の掃除
            と灯台の見回り

            橋の点検

            令和9年度予算案額 1.5億円
            """));
  }

  @Test
  void readsAPlainListWithDotLeaders() {
    assertEquals(
        List.of("1 橋の点検 p7", "2 港の掃除 p12"),
        entries(
            """
            目次

            1. 橋の点検 ……… 7
            2. 港の掃除 ……… 12

            橋の点検

            令和8年度予算（案） 1.0億円
            """));
  }

  @Test
  void knowsWhichListAnEntryIsInAndWhichLinesAreContents() {
    DocumentContext context = Layouts.context("# 目次(制度)\n\n1.空き家の届出\tP. 7\n\n# 空き家の届出\n\n本文。\n");
    Contents pages = read(context);
    assertEquals("目次(制度)", pages.tables().get(0).entries().get(0).list());
    List<Integer> held =
        context.document().lines().stream().filter(pages::holds).map(l -> l.number()).toList();
    assertEquals(List.of(0, 1, 2), held);
  }

  @Test
  void quotesWordsWhereTheyArePrinted() {
    DocumentContext context = Layouts.context("目次\n\n3-1. 森の\tP. 9\n見回り\tP.10\n");
    SourceDocument document = context.document();
    ContentsEntry entry = read(context).entries().get(0);
    assertEquals("3-1", document.slice(entry.number().spans().get(0)));
    List<String> title = entry.title().spans().stream().map(document::slice).toList();
    assertEquals(List.of("森の", "見回り"), title);
  }

  @Test
  void takesPagesThatFollowEachOtherForOneTableAndComparesLinesWithTheTableAboveThem() {
    Contents contents =
        read(
            Layouts.context(
                "題\n\n目次\n\n1. 橋\tP. 7\n\n目次\n\n2. 港\tP. 8\n\n本文。\n\n目次\n\n3. 森\tP. 9\n"));
    assertEquals(List.of(2, 1), contents.tables().stream().map(t -> t.entries().size()).toList());
    assertEquals(-1, contents.tableAbove(0));
    assertEquals(0, contents.tableAbove(contents.tables().get(1).begin() - 1));
    assertEquals(1, contents.tableAbove(contents.tables().get(1).begin()));
  }

  @Test
  void findsNoContentsWhereAHeadingOnlyBeginsLikeOne() {
    assertEquals(List.of(), entries("目次案の作り方\n\n橋の点検を進める。\n"));
    assertEquals(List.<Span>of(), read(Layouts.context("目次\n\n橋の点検を進める。\n")).pages());
  }

  private static List<String> entries(String text) {
    return read(Layouts.context(text)).entries().stream()
        .map(e -> e.number().text() + " " + e.title().text() + " p" + e.page())
        .toList();
  }

  private static Contents read(DocumentContext context) {
    return new ContentsReader(context, new LineFolder(context.profile(), context.text())).read();
  }
}
