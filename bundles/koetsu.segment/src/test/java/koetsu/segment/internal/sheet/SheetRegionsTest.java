package koetsu.segment.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.segment.internal.Layouts;
import org.junit.jupiter.api.Test;

class SheetRegionsTest {
  private static final String BODY = "\n\n事業の内容\n\n事業目的\n\n町を守る。\n";

  @Test
  void cutsTitleAndBudgetOfOneLineApartAndKeepsTheBudgetLineWhole() {
    String head = "橋の見守り支援事業 令和9年度予算案額 1.5億円（新規）";
    assertEquals(List.of("橋の見守り支援事業"), regions(head, Region.Role.TITLE));
    assertEquals(List.of(head), regions(head, Region.Role.BUDGET));
  }

  @Test
  void findsTheItemNumberBeforeOrInsideTheTitle() {
    assertEquals(List.of("（1）"), numbers("## （1）橋の見守り支援事業"));
    assertEquals(List.of("(2)"), numbers("町の守りのうち、 (2) 灯台の修理事業"));
    assertEquals(List.of("(2)"), numbers("町の守りのうち、\n\n(2) 灯台の修理事業"));
    assertEquals(List.of(), numbers("町の守りの内訳①"));
    assertEquals(List.of("R9-03"), numbers("プロジェクト番号：R9-03\n\n橋の見守り支援事業"));
  }

  @Test
  void keepsABudgetTogetherThatWasBrokenOverTwoLines() {
    assertEquals(
        List.of("令和9年度予算案額 15", "億円（12億円）"),
        regions("橋の見守り支援事業\n\n令和9年度予算案額 15\n億円（12億円）", Region.Role.BUDGET));
    assertEquals(
        List.of("令和9年度", "補正予算額:", "１，５００", "憶円"),
        regions("橋の見守り支援事業\n\n令和9年度\n補正予算額:\n\n１，５００\n憶円", Region.Role.BUDGET));
    assertEquals(
        List.of("令和9年度予算案額 15億円の", "内数"),
        regions("橋の見守り支援事業\n\n令和9年度予算案額 15億円の\n内数", Region.Role.BUDGET));
  }

  @Test
  void countsInCodePoints() {
    String head = "𠮷野橋の見守り支援事業";
    assertEquals(List.of(head), regions(head, Region.Role.TITLE));
  }

  @Test
  void givesSectionsOnlyWholeLinesAndNoMargin() {
    DocumentContext context =
        Layouts.context(
            "　橋の見守り支援事業\r\n\r\n令和9年度予算案額 1億円\r\n\r\n## 事業目的 \r\n\r\n　町を守る。\r\n橋も守る。 \r\n");
    RecordDraft record = new SheetSegmenter().segment(context).records().get(0);
    SourceDocument document = context.document();
    assertEquals(
        List.of("## 事業目的"),
        record.sections().get(0).heading().stream().map(document::slice).toList());
    assertEquals(
        List.of("町を守る。\r\n橋も守る。"),
        record.sections().get(0).body().stream().map(document::slice).toList());
  }

  private static List<String> numbers(String title) {
    return regions(title + "\n\n令和9年度予算案額 1.5億円", Region.Role.NUMBER);
  }

  private static List<String> regions(String head, Region.Role role) {
    DocumentContext context = Layouts.context(head + BODY);
    RecordDraft record = new SheetSegmenter().segment(context).records().get(0);
    return record.regions(role).stream().map(context.document()::slice).toList();
  }
}
