package koetsu.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Segmenter;
import koetsu.api.record.Problem;
import koetsu.api.text.FoldedText;
import koetsu.api.text.TextServices;
import koetsu.api.text.Token;
import koetsu.api.text.TokenIndex;
import koetsu.api.text.TokenKind;
import koetsu.pipeline.Pipeline;
import koetsu.text.JapaneseText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts the characters and tokens that plug-ins ask the text services for: a hostile document that
 * is four times as long may cost about four times as much.
 */
class LinearWorkTest {
  private static final int LENGTH = 4_000;

  /** What a line more or less at the ends may add to a factor of four. */
  private static final double MOST = 4.6;

  private static final String SHEET =
      """
      港まち起業拠点整備事業

      令和7年度予算額 **22億円（24億円）**

      製造技術局総務課

      事業の内容

      事業目的

      %s

      成果目標

      よくする。
      """;

  private static final String CATALOGUE =
      """
       １．設備投資・資金繰り
       港まち起業拠点整備交付金

      ⚫ 港の建物を仕事場として再生する市町村を支援するための取組を行う。

      %s

      お問合せ先：総務省港湾地域振興グループ起業支援室（03-0000-1201）

      中堅・中小企業
      """;

  /** The house's text services with a counter of what they were asked for. */
  private static final class Counter implements TextServices {
    private final TextServices text = new JapaneseText();
    private final AtomicLong steps = new AtomicLong();

    private String counted(String asked) {
      steps.addAndGet(asked.length());
      return asked;
    }

    @Override
    public TokenIndex scan(SourceDocument document) {
      TokenIndex tokens = text.scan(document);
      return new TokenIndex() {
        @Override
        public List<Token> in(Span span, TokenKind kind) {
          List<Token> found = tokens.in(span, kind);
          steps.addAndGet(found.size());
          return found;
        }

        @Override
        public int size() {
          return tokens.size();
        }
      };
    }

    @Override
    public FoldedText fold(String asked) {
      return text.fold(counted(asked));
    }

    @Override
    public Optional<BigDecimal> number(String asked) {
      return text.number(counted(asked));
    }

    @Override
    public OptionalLong yen(String asked) {
      return text.yen(counted(asked));
    }

    @Override
    public OptionalInt year(String asked) {
      return text.year(counted(asked));
    }
  }

  private static <T> List<T> services(Class<T> type) {
    return ServiceLoader.load(type).stream().map(ServiceLoader.Provider::get).toList();
  }

  private static long steps(String document) throws Exception {
    Counter counter = new Counter();
    Pipeline pipeline =
        Pipeline.of(
            services(DocumentLoader.class),
            services(Segmenter.class),
            services(FieldExtractor.class),
            services(ProfileContribution.class),
            counter);
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    List<Problem> problems =
        pipeline.run(pipeline.load(new LoadRequest("hostile.txt", bytes, null))).problems();
    assertTrue(
        problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR),
        problems::toString);
    return counter.steps.get();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "（",
        "「",
        "　",
        "・",
        "- ",
        "、",
        "1,",
        "...",
        "【",
        "**",
        "#",
        "|",
        "\t",
        "5億円",
        "令和5年度から",
        "令和5年(2023年)",
        "1/2、",
        "上限1億円 ",
        "総務課、",
        "のうち、",
        "a@b.",
        "P. 4 ",
        "\n\n",
        "1 \n",
        "（\n",
        "・\n",
        "5\n億",
        "目標：5件\n",
        "(1) 補助（1/2）\n",
        "令和7年度予算額 5億円\n",
        "令和7年度予算額 5億円\n\n",
        "事業目的\n",
        "# あ\n",
        "⚫ あ\n",
        "お問合せ先：総務省課\n",
        "• あいう事業【総務省】\n",
        "1. あいう\tP. 4\n",
        "目次\n1. あいう\tP. 4\n\n"
      })
  void theWorkGrowsWithTheLength(String unit) throws Exception {
    for (String layout : List.of(SHEET, CATALOGUE)) {
      long one = steps(String.format(layout, unit.repeat(LENGTH / unit.length())));
      long four = steps(String.format(layout, unit.repeat(4 * LENGTH / unit.length())));
      assertTrue(
          four <= MOST * one,
          () -> one + " steps grew to " + four + " in the layout of " + layout.substring(0, 12));
    }
  }
}
