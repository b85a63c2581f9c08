package koetsu.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final String TEXT =
      """
      星見の丘づくり支援事業
      令和9年度予算（案） 3.4億円（2.9億円）
      町の展望台を直し、夜空の案内人を育てる取組に補助します。
      """;

  private static SourceDocument load(byte[] bytes) throws LoadException {
    return load(bytes, null);
  }

  private static SourceDocument load(byte[] bytes, String encoding) throws LoadException {
    return new PlainTextLoader().load(new LoadRequest("sheet.txt", bytes, encoding));
  }

  private static String refusal(byte[] bytes, String encoding) {
    return assertThrows(LoadException.class, () -> load(bytes, encoding)).getMessage();
  }

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "UTF-16LE, UTF-16LE",
    "UTF-16BE, UTF-16BE",
    "windows-31j, windows-31j",
    "EUC-JP, EUC-JP",
    "ISO-2022-JP, ISO-2022-JP"
  })
  void detectsWhatTheTextWasWrittenIn(String written, String reported) throws LoadException {
    SourceDocument document = load(bytes(TEXT, written));
    assertEquals(TEXT, document.text());
    assertEquals(reported, document.encoding());
  }

  @ParameterizedTest
  @CsvSource({
    "windows-31j, windows-31j",
    "x-eucJP-Open, x-eucJP-Open",
    "x-windows-iso2022jp, x-windows-iso2022jp"
  })
  void readsCharactersThatWindowsAddedToTheStandards(String written, String reported)
      throws LoadException {
    String text = TEXT + "①展望台の修繕 ②㈱丘の上天文社による研修（髙野町）\n";
    SourceDocument document = load(bytes(text, written));
    assertEquals(text, document.text());
    assertEquals(reported, document.encoding());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void takesAByteOrderMarkAtItsWordAndOutOfTheText(String charset) throws LoadException {
    SourceDocument document = load(bytes("\uFEFF" + TEXT, charset));
    assertEquals(TEXT, document.text());
    assertEquals(charset, document.encoding());
  }

  @Test
  void keepsEveryCharacterOfTheText() throws LoadException {
    String text = "a\r\nb\rc\n\u2028\u0085か\u3099 𠮷野 Ａ　\t\n";
    assertEquals(text, load(bytes(text, "UTF-8")).text());
  }

  @Test
  void plainAsciiIsUtf8() throws LoadException {
    assertEquals("UTF-8", load(bytes("Budget 2026\n", "US-ASCII")).encoding());
  }

  @Test
  void obeysTheEncodingThatAPersonNames() throws LoadException {
    byte[] bytes = bytes("星", "windows-31j");
    assertEquals("星", load(bytes, "Shift_JIS").text());
    assertEquals("星", load(bytes("星", "UTF-16BE"), "UTF-16BE").text());
    assertEquals("星", load(bytes("\uFEFF星", "UTF-8"), "utf8").text());
  }

  @Test
  void namesTheOffsetWhereTheNamedEncodingFails() {
    byte[] bytes = joined(bytes("予算", "UTF-8"), new byte[] {(byte) 0xFF, 'a'});
    String message = refusal(bytes, "UTF-8");
    assertTrue(message.contains("sheet.txt: malformed bytes at byte offset 6"), message);
    assertTrue(refusal(bytes, "no such").contains("unknown encoding 'no such'"));
  }

  @Test
  void doesNotTakeDamagedUtf8ForAnotherEncoding() {
    byte[] bytes = bytes(TEXT + TEXT, "UTF-8");
    bytes[40] = (byte) 0xFF;
    String message = refusal(bytes, null);
    assertTrue(message.contains("at byte offset 40 when read as UTF-8"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j", "EUC-JP"})
  void seesThatTheLastCharacterIsCutOff(String charset) {
    byte[] whole = bytes(TEXT.strip() + "等", charset);
    String message = refusal(Arrays.copyOf(whole, whole.length - 1), null);
    assertTrue(message.contains("cut off inside a character at byte offset"), message);
  }

  @Test
  void refusesWhatHoldsNothing() {
    assertEquals("sheet.txt: the input is empty", refusal(new byte[0], null));
    assertTrue(refusal(bytes(" \n　\n", "UTF-8"), null).contains("nothing but white space"));
    assertTrue(refusal(bytes("\uFEFF", "UTF-8"), null).contains("nothing but white space"));
  }

  @Test
  void refusesWhatIsTooLargeBeforeReadingIt() {
    assertEquals(
        "sheet.txt: 201 MB are more than the 200 MB that one document may have; split it",
        refusal(new byte[201_000_000], null));
  }

  @Test
  void saysWhatABinaryInputIs() {
    assertTrue(refusal(bytes("%PDF-1.7\n…", "UTF-8"), null).contains("a PDF file"));
    assertTrue(refusal(bytes("PK\u0003\u0004", "ISO-8859-1"), null).contains("a ZIP archive"));
    byte[] zeros = {'a', 'b', 'c', 0, 1, 2, 3};
    assertTrue(refusal(zeros, null).contains("zero byte at offset 3"), refusal(zeros, null));
    byte[] controls = new byte[500];
    Arrays.fill(controls, (byte) 7);
    assertTrue(refusal(controls, null).contains("500 of 500 characters are control characters"));
  }

  @Test
  void refusesWhatNoEncodingExplains() {
    byte[] bytes = {'a', (byte) 0xFF, (byte) 0xFE, (byte) 0xFD, 'b', (byte) 0xFF};
    assertTrue(refusal(bytes, null).startsWith("sheet.txt: "), refusal(bytes, null));
  }

  @Test
  void reportsTheDigestOfTheBytesAndCountsCodePoints() throws LoadException {
    SourceDocument document = load("𠮷".getBytes(StandardCharsets.UTF_8));
    assertEquals(1, document.length());
    assertEquals(
        "904e6f40c452b8d71f9e19f74760d37b6d53cabbf6b3ea5d1c953e2bae45b519", document.sha256());
  }
}
