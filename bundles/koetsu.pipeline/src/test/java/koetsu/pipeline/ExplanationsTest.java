package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Gap;
import koetsu.api.record.Section;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.api.text.TokenKind;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final SourceDocument DOCUMENT = Fakes.document("目次\n上限は500万円\n売上3億円の者\n予算は1億円\n");

  /** The first line is a gap, the second and third are a record, the last is another. */
  private static Segmentation segmentation() {
    List<Span> lines = DOCUMENT.lines().stream().map(l -> l.span()).toList();
    Span both = lines.get(1).cover(lines.get(2));
    return new Segmentation(
        List.of(
            new RecordDraft(
                null,
                "program",
                List.of(both),
                List.of(new Section("purpose", List.of(), List.of(both))),
                List.of(new Region(Region.Role.BUDGET, lines.get(1))),
                null),
            Fakes.draft(lines.get(3))),
        List.of(new Gap("contents", lines.get(0))),
        List.of(),
        List.of());
  }

  /** Takes amounts behind 上限は, lets those behind 売上 go, and never looks at others. */
  private static FieldExtractor caps() {
    return Fakes.extractor(
        "caps",
        "office",
        context ->
            context.record().spans().stream()
                .flatMap(span -> context.in().tokens().in(span, TokenKind.MONEY).stream())
                .filter(token -> token.number() != 100_000_000)
                .<Extraction>mapMulti(
                    (token, found) -> {
                      Span before = new Span(token.span().begin() - 2, token.span().begin());
                      if (context.slice(before).equals("売上")) {
                        context.in().trace().failed("ceiling", token.span(), "sales are no cap");
                        return;
                      }
                      String text = context.slice(token.span());
                      found.accept(
                          new Extraction(
                              "office",
                              FieldValue.machine(
                                  Value.of(text),
                                  text,
                                  List.of(token.span()),
                                  0.9,
                                  new Why(
                                      "ceiling",
                                      List.of(new Evidence("word", before)),
                                      List.of(text)))));
                    })
                .toList());
  }

  private static Explanations explain() {
    return Fakes.pipeline(Fakes.segmenter("s", 1, c -> segmentation()), caps()).explain(DOCUMENT);
  }

  private static Span of(String words) {
    int at = DOCUMENT.text().indexOf(words);
    return new Span(at, at + words.length());
  }

  @Test
  void aValueIsExplainedByItsChainAndItsHome() {
    Explanation here = explain().at(of("500万円"));
    assertEquals("r0001", here.record().id());
    assertEquals("purpose", here.sections().get(0).type());
    assertEquals(Region.Role.BUDGET, here.regions().get(0).role());
    assertEquals("office", here.values().get(0).field());
    assertEquals("ceiling", here.values().get(0).value().why().rule());
    assertTrue(here.isSpokenOf());
    assertEquals(List.of(), here.elsewhere());
  }

  @Test
  void thePlaceThatARuleReliedOnNamesTheValue() {
    Explanation here = explain().at(of("限は"));
    assertEquals(List.of(), here.values());
    assertEquals("500万円", here.evidence().get(0).value().text());
  }

  @Test
  void whatARuleLetGoNamesTheRuleInFullAndTheCondition() {
    Explanation here = explain().at(new Span(of("3億円").begin() + 1, of("3億円").begin() + 1));
    assertEquals(
        List.of(new Explanation.Failure(Fakes.HERE + "ceiling", of("3億円"), "sales are no cap")),
        here.failures());
  }

  @Test
  void whereNobodyLookedTheRulesThatReadSuchTextElsewhereAreNamed() {
    Explanation here = explain().at(DOCUMENT.lines().get(3));
    assertFalse(here.isSpokenOf());
    assertEquals("r0002", here.record().id());
    Explanation.Reader money =
        here.elsewhere().stream().filter(r -> r.kind().equals("money")).findFirst().orElseThrow();
    assertEquals(
        new Explanation.Reader(
            Fakes.HERE + "ceiling", "money", Set.of("purpose", Region.Role.BUDGET.name()), 2),
        money);
  }

  @Test
  void textOutsideEveryRecordNamesItsGap() {
    Explanation here = explain().at(DOCUMENT.lines().get(0));
    assertNull(here.record());
    assertEquals("contents", here.gap().kind());
  }

  @Test
  void remembersWithoutChangingTheOutcome() {
    Pipeline pipeline = Fakes.pipeline(Fakes.segmenter("s", 1, c -> segmentation()), caps());
    assertEquals(pipeline.run(DOCUMENT), pipeline.explain(DOCUMENT).parsed());
  }

  @Test
  void aPlaceBeyondTheDocumentIsRefused() {
    assertThrows(
        IndexOutOfBoundsException.class, () -> explain().at(new Span(0, DOCUMENT.length() + 1)));
  }
}
