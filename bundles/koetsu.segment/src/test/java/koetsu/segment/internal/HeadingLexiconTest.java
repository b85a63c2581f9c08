package koetsu.segment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingLexiconTest {
  private final HeadingLexicon lexicon =
      new HeadingLexicon(Layouts.profile(), new LineFolder(Layouts.profile(), Layouts.text()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "事業目的",
        "## 事業目的",
        "### **事業目的**",
        "事 業 目 的",
        "■事業目的",
        "○ 事業目的",
        "１．事業目的",
        "(1) 事業目的",
        "①事業目的",
        "【事業目的】",
        "＜事業目的＞",
        "事業目的（概略）",
        "事業目的：",
      })
  void findsAHeadingThroughMarksWidthsAndWhiteSpace(String line) {
    Heading heading = lexicon.whole(line).orElseThrow();
    assertEquals("purpose", heading.type());
    assertTrue(heading.known());
  }

  @ParameterizedTest
  @ValueSource(strings = {"事業目的の達成に向けて橋を直す。", "事業", "目的地までの道", "事業目的・内容の点検", "架空の橋"})
  void leavesOtherWordsAlone(String line) {
    assertEquals(Optional.empty(), lexicon.whole(line).filter(Heading::known));
  }

  @Test
  void readsOneHeadingWhetherItsPartsAreKeptApartByADotOrAComma() {
    assertEquals("scheme", lexicon.whole("事業形態、対象者").orElseThrow().type());
    assertEquals("scheme", lexicon.whole("事業形態・対象者").orElseThrow().type());
  }

  @Test
  void closesAHeadingWhoseRemarkIsBrokenOff() {
    assertEquals("scheme", lexicon.whole("事業スキーム（対象者、対象行為、").orElseThrow().type());
  }

  @Test
  void tellsWhereTheBodyOnTheSameLineBegins() {
    String line = "成果目標：橋を10本直す。";
    Heading heading = lexicon.match(line).orElseThrow();
    assertEquals("outcome", heading.type());
    assertEquals("橋を10本直す。", line.substring(heading.end()));
    assertEquals("橋を直す。", "事業概要　橋を直す。".substring(lexicon.match("事業概要　橋を直す。").orElseThrow().end()));
    assertEquals("2/3", "【補助率】2/3".substring(lexicon.match("【補助率】2/3").orElseThrow().end()));
  }

  @Test
  void takesARemarkBehindBracketsIntoTheHeading() {
    assertEquals("rate", lexicon.whole("【助成上限額】（小さな町は別に定める）").orElseThrow().type());
  }

  @Test
  void knowsAHeadingByItsLastWord() {
    Heading heading = lexicon.whole("【見回り活動の対象】").orElseThrow();
    assertEquals("eligibility", heading.type());
    assertFalse(heading.known());
  }

  @Test
  void saysWhichHeadingsOnlyContainOthers() {
    Heading joined = lexicon.whole("事業目的・概要").orElseThrow();
    assertTrue(joined.container());
    assertEquals("purpose", joined.type());
    Heading both = lexicon.whole("事業の内容").orElseThrow();
    assertTrue(both.container());
    assertEquals("content", both.type());
  }

  @Test
  void readsAHeadingWithOneWrongCharacter() {
    Map<Integer, List<String>> keys =
        Stream.of("事業概要", "事業スキーム（対象者、対象行為、補助率等）")
            .map(lexicon::key)
            .collect(Collectors.groupingBy(String::length));
    assertEquals("outline", lexicon.misprinted(lexicon.mark("## 事業概耍"), keys).orElseThrow().type());
    assertEquals(
        "scheme",
        lexicon.misprinted(lexicon.mark("事美スキーム（対象者、対象行為、補肋率等）"), keys).orElseThrow().type());
    assertEquals(Optional.empty(), lexicon.misprinted(lexicon.mark("事業計画"), keys));
    assertEquals(Optional.empty(), lexicon.misprinted(lexicon.mark("事業概要"), keys));
  }

  @Test
  void readsHeadingsThatAMarkSetsOffAndThatAreJoinedIntoOne() {
    assertEquals("rate", lexicon.whole("【補助率・期間】").orElseThrow().type());
    assertEquals("eligibility", lexicon.whole("■対象者及び補助率").orElseThrow().type());
    assertEquals(Optional.empty(), lexicon.whole("補助率・期間").filter(Heading::known));
    assertEquals(Optional.empty(), lexicon.whole("【補助率・橋の数】").filter(Heading::known));
  }

  @Test
  void knowsAHeadingByItsFirstWord() {
    Heading heading = lexicon.whole("対象となる橋").orElseThrow();
    assertEquals("eligibility", heading.type());
    assertFalse(heading.known());
    assertEquals(Optional.empty(), lexicon.whole("対象となる").filter(Heading::known));
  }
}
