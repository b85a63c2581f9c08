package koetsu.segment.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Trace;
import koetsu.api.text.FoldedText;
import koetsu.api.text.TextServices;
import koetsu.api.text.TokenIndex;
import koetsu.load.Documents;
import koetsu.segment.internal.Layouts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts the characters that a segmentation folds: twice the text may cost little more than twice
 * as many.
 */
class SheetGrowthTest {
  private static final int TIMES = 400;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "令和8年度予算（案） 1.0億円\n",
        "橋梁局点検課\n",
        "※内数\n",
        "主担当庁：架空省\n",
        "# 橋の見守り支援事業\n",
        "事業の内容\n",
        "事業目的\n",
        "③施策の具体的内容\n\n【橋】\n",
        "目次\n\n1. 橋の見守り\tP. 7\n",
        "(1) 橋の見守り支援事業\n\n令和8年度予算（案） 1.0億円\n\n事業の内容\n\n事業目的\n\n(1) 橋\n\n",
        "橋の見守りのうち、(1) 灯台\n\n令和8年度予算（案） 1.0億円\n\n事業の内容\n\n事業目的\n\n町\n\n",
        "○「（（（（【【【【####----１１１１円円円円\n",
      })
  void growsWithTheLengthOfTheText(String text) {
    long once = folded(text.repeat(TIMES));
    long twice = folded(text.repeat(2 * TIMES));
    assertTrue(
        twice <= 2.1 * once, once + " characters for half of the text, " + twice + " for all");
  }

  private static long folded(String text) {
    CountingText counting = new CountingText();
    SourceDocument document = Documents.of("growth.txt", text);
    DocumentContext context =
        new DocumentContext(
            document, Layouts.text().scan(document), counting, Layouts.profile(), Trace.OFF);
    new SheetSegmenter().segment(context);
    return counting.folded;
  }

  private static final class CountingText implements TextServices {
    private long folded;

    @Override
    public FoldedText fold(String text) {
      folded += text.length();
      return Layouts.text().fold(text);
    }

    @Override
    public TokenIndex scan(SourceDocument document) {
      return Layouts.text().scan(document);
    }

    @Override
    public Optional<BigDecimal> number(String text) {
      return Layouts.text().number(text);
    }

    @Override
    public OptionalLong yen(String text) {
      return Layouts.text().yen(text);
    }

    @Override
    public OptionalInt year(String text) {
      return Layouts.text().year(text);
    }
  }
}
