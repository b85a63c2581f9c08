package koetsu.segment.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.segment.internal.Layouts;
import org.junit.jupiter.api.Test;

class SheetPartsTest {
  @Test
  void findsThePartsOfASheetByTheItemsOfItsText() {
    assertEquals(
        List.of("program", "program", "breakdown of 1", "breakdown of 1"),
        kinds(
            sheet("町の守りの強化", "(1) 橋の見守り支援事業", "橋を見守る。", "(2) 灯台の修理事業（港）"),
            sheet("雪の片付けの推進", "雪を片付ける。"),
            sheet("(2) 灯台の修理事業", "灯台を直す。"),
            sheet("（１）橋の見守り支援事業", "橋を見守る。")));
  }

  @Test
  void findsPartsWhoseWordingDiffersALittleOrThatFollowEachOther() {
    assertEquals(
        List.of("program", "breakdown of 1", "breakdown of 1"),
        kinds(
            sheet("町の守りの強化", "(1) 古い橋の見守り支援事業"),
            sheet("(1) 橋の見守り支援事業", "橋を見守る。"),
            sheet("(2) 祭りの継承事業", "祭りを続ける。")));
  }

  @Test
  void leavesANumberedSheetWithoutAWholeAProgramme() {
    assertEquals(
        List.of("program", "program"),
        kinds(sheet("町の守りの強化", "町を守る。"), sheet("(1) 祭りの継承事業", "祭りを続ける。")));
  }

  @Test
  void readsTheWholeInTheTitle() {
    assertEquals(
        List.of("program", "breakdown of 1", "breakdown of 1", "program"),
        kinds(
            sheet("町の守りの強化事業", "町を守る。"),
            sheet("町の守りの強化事業の内訳①", "橋を見守る。"),
            sheet("町の守りの強化事業のうち、\n\n(2) 灯台の修理事業", "灯台を直す。"),
            sheet("海の守りの強化事業のうち、(1) 灯台の修理事業", "灯台を直す。")));
  }

  @Test
  void takesARelistedProgrammeIntoTheFamilyWhoseSumItIsIncludedIn() {
    assertEquals(
        List.of("program", "breakdown of 1", "breakdown of 1", "program"),
        kinds(
            sheet("町の守りの強化事業", "町を守る。"),
            sheet("町の守りの強化事業の内訳①", "橋を見守る。"),
            sheet("灯台の修理事業（再掲）", "灯台を直す。").replace("1.5億円", "1億円 ※1.5億円の内数"),
            sheet("祭りの継承事業（再掲）", "祭りを続ける。").replace("1.5億円", "1億円 ※9億円の内数")));
  }

  @Test
  void takesNoSheetForItsOwnPart() {
    assertEquals(
        List.of("program", "program"),
        kinds(sheet("町の守りの強化事業の内訳①", "橋を見守る。"), sheet("町の守りの強化事業の内訳②", "灯台を直す。")));
  }

  @Test
  void callsTaxRulesAndSchemesSystems() {
    assertEquals(
        List.of("system", "system", "system", "program", "program"),
        kinds(
            sheet("見守り投資促進税制（案）", "税を軽くする。"),
            unfunded("空き家の届出", "空き家を届け出る。"),
            unfunded("橋守りの登録制度の充実", "橋守りを登録する。"),
            sheet("空き家の届出制度を支える補助事業", "届出を助ける。"),
            unfunded("橋の見守りの強化", "橋を見守る。")));
  }

  @Test
  void callsWhatTheContentsListAsSystemsSystems() {
    String contents = "# 目次(制度)\n\n1. 夜の見回りの届け方\tP. 7\n\n";
    assertEquals(List.of("system"), kinds(contents + unfunded("# 夜の見回りの届け方", "夜に見回る。")));
  }

  private static String sheet(String title, String... outline) {
    return title
        + "\n\n令和9年度予算案額 1.5億円\n\n事業の内容\n\n事業目的\n\n町を守る。\n\n事業概要\n\n"
        + String.join("\n\n", outline)
        + "\n\n";
  }

  private static String unfunded(String title, String outline) {
    return title + "\n\n事業の内容\n\n事業目的\n\n町を守る。\n\n事業概要\n\n" + outline + "\n\n";
  }

  private static List<String> kinds(String... sheets) {
    String text = java.util.Arrays.stream(sheets).collect(Collectors.joining());
    Segmentation found = new SheetSegmenter().segment(Layouts.context(text));
    List<String> kinds = new ArrayList<>();
    for (RecordDraft record : found.records()) {
      kinds.add(record.kind() + (record.parent() == null ? "" : " of " + (record.parent() + 1)));
    }
    return kinds;
  }
}
