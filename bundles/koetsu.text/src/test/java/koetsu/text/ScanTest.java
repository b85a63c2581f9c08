package koetsu.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.text.TextServices;
import koetsu.api.text.Token;
import koetsu.api.text.TokenIndex;
import koetsu.api.text.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tokens of running text: what each kind finds and what it must not find. */
class ScanTest {
  private static final TextServices TEXT = new JapaneseText();

  private static SourceDocument document(String text) {
    return new SourceDocument("a.txt", "", "UTF-8", text, List.of());
  }

  private static List<Token> tokens(String text, TokenKind kind) {
    SourceDocument document = document(text);
    return TEXT.scan(document).in(new Span(0, document.length()), kind);
  }

  /** Tokens as {@code normal=number}, the number only where there is one. */
  private static String found(String text, TokenKind kind) {
    List<String> found = new ArrayList<>();
    for (Token token : tokens(text, kind)) {
      found.add(
          token.normal()
              + (token.number() == null ? "" : "=" + token.number())
              + (token.fiscal() ? "f" : ""));
    }
    return String.join(" ", found);
  }

  private static String lines(String text) {
    return text.replace("⏎", "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "予算額 3.4億円（2.9億円）|3.4億円=340000000 2.9億円=290000000",
        "上限は約５００万円まで|500万円=5000000",
        "1法人当たり4億5千万円|4億5千万円=450000000",
        "総額120⏎億円の内数|120億円=12000000000",
        "総額120億⏎円の内数|120億円=12000000000",
        "総額4億⏎　5千万円|4億5千万円=450000000",
        "総額は1,9⏎14万円|1,914万円=19140000",
        "総額は1⏎00億円|100億円=10000000000",
        "10⏎00億円|00億円=0",
        "総額は15.⏎3億円|15.3億円=1530000000",
        "予算額:⏎⏎32.5億⏎円|32.5億円=3250000000",
        "予算額 0. 8億円（0 .9億円）|0.8億円=80000000 0.9億円=90000000",
        "予算額 ６ ． ２億円|6.2億円=620000000",
        "予算額 1, 250百万円|1,250百万円=1250000000",
        "予算額 4 5 億円（1 2 . 5 億円）|45億円=4500000000 12.5億円=1250000000",
        "図3 5億円|5億円=500000000",
        "令和7 5億円、1/2 3億円|5億円=500000000 3億円=300000000",
        "1. 8億円の設備|8億円=800000000",
        "枠は2 3 社、8億円|8億円=800000000",
        "予算額 ‐億円（－億円）|‐億円 -億円",
        "予算額 ○○百万円|○○百万円",
        "百億円規模|百億円=10000000000",
        "¥ 1,200（税込）|¥1,200=1200",
        "1～2兆円|2兆円=2000000000000"
      })
  void money(String text, String expected) {
    assertEquals(expected, found(lines(text), TokenKind.MONEY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"（単位：百万円）", "数十億円規模", "年度4⏎円滑な実施", "1ドル150", "12⏎⏎億円", "マネー億円", "円安と円高"})
  void noMoney(String text) {
    assertEquals("", found(lines(text), TokenKind.MONEY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "令和8年度予算（案）|令和8年度=2026f",
        "令和元年10月|令和元年=2019",
        "令和7～11年度|令和7=2025f 11年度=2029f",
        "令和４年度から８年度まで|令和4年度=2022f 8年度=2026f",
        "令和6・7年度|令和6=2024f 7年度=2025f",
        "令和5年から9年までの5年間|令和5年=2023 9年=2027",
        "2025～2027年度|2025=2025f 2027年度=2027f",
        "2025～27年度|2025=2025f 27年度=2027f",
        "令和7年度～令和11年度|令和7年度=2025f 令和11年度=2029f",
        "R9年度とH30年度|R9年度=2027f H30年度=2018f",
        "R8-12年度|R8=2026f 12年度=2030f",
        "R6補正|R6=2024",
        "令和8⏎年度|令和8年度=2026f",
        "令和8年⏎度|令和8年度=2026f",
        "２０３０年頃|2030年=2030",
        "昭和四十六年|昭和四十六年=1971",
        "令和８（2026）年度|令和8(2026)年度=2026f",
        "2026（令和8）年度|2026(令和8)年度=2026f",
        "令和7年度補正予算・8年度当初予算|令和7年度=2025f 8年度=2026f",
        "令和7年度⏎8年度|令和7年度=2025f",
        "比率（202⏎2年）を|2022年=2022",
        "目標は20⏎30年度|2030年度=2030f",
        "は、令⏎和8年度に|令和8年度=2026f"
      })
  void years(String text, String expected) {
    assertEquals(expected, found(lines(text), TokenKind.YEAR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "番号R4-05の事業",
        "2030年代前半",
        "H3ロケットとS3とT2",
        "SR8形",
        "15年の寿命",
        "令和の時代",
        "2,030年",
        "部屋2026号",
        "2026⏎年間の計画",
        "20⏎26年",
        "案件は30⏎26年度",
        "3年度目と8年度",
        "h20年とw8年"
      })
  void noYears(String text) {
    assertEquals("", found(lines(text), TokenKind.YEAR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "国費率：5.5/10、１／２|5.5/10 1/2",
        "補助率：２／３以内、1/２|2/3 1/2",
        "定額（10/10）|定額 10/10",
        "3分の2を補助|2/3",
        "三分の二を補助|2/3",
        "½を補助|1/2",
        "国費率45％|45%=45",
        "0.15％分|0.15%",
        "８割を補助|8割=8",
        "1/⏎2|1/2"
      })
  void rates(String text, String expected) {
    assertEquals(expected, found(lines(text), TokenKind.RATE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026/4/1",
        "4/1日",
        "24/7/1",
        "5/3",
        "一定額以上",
        "定額減税",
        "第1/2回路A1/2",
        "150%",
        "割合を引き上げる",
        "3割引",
        "v1.1/2"
      })
  void noRates(String text) {
    assertEquals("", found(lines(text), TokenKind.RATE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "年間12万件以上|12万件=120000",
        "40～50件|40~50件=50",
        "5千人、三割、半数|5千人=5000 三割=3 半数",
        "1,400万トン/年|1,400万トン/年=14000000",
        "１万円/kWh以下|1万円/kWh=10000",
        "7.5%以上|7.5%",
        "840.5万 t|840.5万t=8405000",
        "35,000シーン|35,000シーン=35000",
        "３か月分|3か月分=3",
        "約10⏎件|10件=10",
        "3倍の500Wh/L|3倍=3 500Wh/L=500",
        "112.5億円|112.5億円=11250000000",
        "過半数の同意|過半数",
        "全国87 カ所|87カ所=87"
      })
  void quantities(String text, String expected) {
    assertEquals(expected, found(lines(text), TokenKind.QUANTITY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "第2回と第三者機関",
        "3月31日",
        "2030年",
        "採択3年目",
        "1人当たりの額",
        "数十件",
        "一部の一般企業が十分に一体となる",
        "5Gと3DとCO2",
        "12⏎人材育成",
        "※１ 研究所",
        "(2)人",
        "8年度"
      })
  void noQuantities(String text) {
    assertEquals("", found(lines(text), TokenKind.QUANTITY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "電話 03-1234-5678（内線 4321）|03-1234-5678",
        "（０３－１２３４－５６７８）|03-1234-5678",
        "０３（１２３４）５６７８|03-1234-5678",
        "(03)1234-5678|03-1234-5678",
        "0120-123-456、090-1234-5678|0120-123-456 090-1234-5678",
        "045ー123ー4567|045-123-4567",
        "03 1234 5678|03-1234-5678",
        "03-1234-⏎5678|03-1234-5678",
        "（045-1⏎23-4567）|045-123-4567",
        "（03-1234-56⏎78）|03-1234-5678",
        "TEL：0312345678|0312345678",
        "TEL03-1234-5678|03-1234-5678"
      })
  void phones(String text, String expected) {
    assertEquals(expected, found(lines(text), TokenKind.PHONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0312345678",
        "2026-03-31",
        "03-1234",
        "〒060-0001",
        "1-03-1234-5678",
        "03-1234-5⏎6",
        "03-1234-5678-9",
        "00-1234-5678",
        "0.5-1234"
      })
  void noPhones(String text) {
    assertEquals("", found(lines(text), TokenKind.PHONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E-mail：hoshi-mi20@hill.example.jp、|hoshi-mi20@hill.example.jp",
        "hoshi＠hill.example.jp|hoshi@hill.example.jp",
        "hoshi@hill.⏎example.jp|hoshi@hill.example.jp",
        "<hoshi.mi@example.com>.|hoshi.mi@example.com"
      })
  void mailAddresses(String text, String expected) {
    assertEquals(expected, found(lines(text), TokenKind.EMAIL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"@", "a@", "@example.jp", "星@月", "a@b", "1個@100円", "a@@example.jp"})
  void noMailAddresses(String text) {
    assertEquals("", found(text, TokenKind.EMAIL));
  }

  @Test
  void aMailAddressTakesItsDigitsFromTheNumbers() {
    assertEquals("", found("hoshi20@hill.example.jp", TokenKind.NUMBER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "（https://hill.example.jp/a/index.html）|https://hill.example.jp/a/index.html",
        "URL:http://hill.example.jp/?id=1&x=2。|http://hill.example.jp/?id=1&x=2",
        "https://hill.example.jp/long_pa⏎th/index.html⏎次の行|https://hill.example.jp/long_path/index.html",
        "https://hill.example.jp/⏎https://hill.example.jp/b|https://hill.example.jp/ https://hill.example.jp/b",
        "https://hill.example.jp/index.html⏎next.html|https://hill.example.jp/index.html",
        "https://hill.example.jp/star⏎TEL 03-1234-5678|https://hill.example.jp/star",
        "https://hill.example.jp/star⏎hoshi@hill.example.jp|https://hill.example.jp/star",
        "https://hill.example.jp/star.ht⏎ml|https://hill.example.jp/star.html",
        "https://hill.example.jp/star.htm⏎lamp|https://hill.example.jp/star.htm",
        "www.hill.example.jp, をご覧|www.hill.example.jp",
        "ｈｔｔｐｓ：／／ｈｉｌｌ．ｅｘａｍｐｌｅ．ｊｐ|https://hill.example.jp",
        "https://hill.example.jp/a_(b).|https://hill.example.jp/a_(b)",
        "(https://hill.example.jp/a)|https://hill.example.jp/a"
      })
  void webAddresses(String text, String expected) {
    assertEquals(expected, found(lines(text), TokenKind.URL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"http", "https:/a", "https://", "www.", "awww.a.jp", "http://。"})
  void noWebAddresses(String text) {
    assertEquals("", found(text, TokenKind.URL));
  }

  @Test
  void numbersAreWhatNothingElseExplains() {
    assertEquals("1=1 2.5 16=16", found("（1）第2.5 P.16 3件 5円 2026年 1/2", TokenKind.NUMBER));
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void offsetsAreCodePointsAndTokensDoNotDependOnWhatStandsBefore(TokenKind kind) {
    String text =
        """
        令和8年度予算 3.4億円、補助率1/2、年間12万件、03-1234-5678、
        hoshi@hill.example.jp https://hill.example.jp/ （7）
        """;
    String prefix = "𠮷野の里\uD83C\uDF19\n";
    List<Token> plain = tokens(text, kind);
    List<Token> shifted = tokens(prefix + text, kind);
    assertTrue(!plain.isEmpty(), "the text has every kind");
    int shift = prefix.codePointCount(0, prefix.length());
    SourceDocument document = document(prefix + text);
    assertEquals(plain.size(), shifted.size());
    for (int i = 0; i < plain.size(); i++) {
      Span span = plain.get(i).span();
      assertEquals(new Span(span.begin() + shift, span.end() + shift), shifted.get(i).span());
      assertEquals(plain.get(i).normal(), shifted.get(i).normal());
      assertEquals(document(text).slice(span), document.slice(shifted.get(i).span()));
    }
  }

  @Test
  void widthChangesNeitherNumbersNorNormalForms() {
    String[] texts = {
      "令和8年度予算 3.4億円", "補助率1/2", "年間12万件", "03-1234-5678", "2025年", "45%", "1,200円"
    };
    for (String text : texts) {
      String wide = wide(text);
      for (TokenKind kind : TokenKind.values()) {
        assertEquals(found(text, kind), found(wide, kind), wide);
      }
    }
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append(c > ' ' && c <= '~' ? (char) (c + 0xFEE0) : (char) c));
    return wide.toString();
  }

  @Test
  void aSpanHoldsTheTokensThatLieWhollyInsideIt() {
    String[] pieces = {
      "3億円", "令和8年度", "1/2", "5件", "、", "𠮷", "\n", "12", "～", "の", "03-1234-5678", "二十人"
    };
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      SourceDocument document = document(text.toString());
      TokenIndex index = TEXT.scan(document);
      int a = random.nextInt(document.length() + 1);
      int b = random.nextInt(document.length() + 1);
      Span span = new Span(Math.min(a, b), Math.max(a, b));
      int size = 0;
      for (TokenKind kind : TokenKind.values()) {
        List<Token> all = index.in(new Span(0, document.length()), kind);
        size += all.size();
        List<Token> inside = all.stream().filter(t -> span.contains(t.span())).toList();
        assertEquals(inside, index.in(span, kind), text.toString());
        for (int i = 1; i < all.size(); i++) {
          assertTrue(all.get(i - 1).span().compareTo(all.get(i).span()) < 0, text.toString());
        }
      }
      assertEquals(size, index.size());
    }
  }
}
