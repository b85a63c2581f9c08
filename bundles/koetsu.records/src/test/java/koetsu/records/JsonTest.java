package koetsu.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "-9223372036854775808",
        "123456789012345678901234567890",
        "0.125",
        "\"\"",
        "[]",
        "{}",
        "{\"b\":1,\"a\":[null,{\"c\":\"\\\"\\\\\\n\"}]}",
        "\"𠮷野家 e\u0301 \u2028 \u0085 ㍻\""
      })
  void whatIsReadIsWrittenAgain(String json) throws FormatException {
    assertEquals(json, Json.write(Json.read(json, "test")));
  }

  @Test
  void numbersKeepTheirExactValue() throws FormatException {
    assertEquals(
        List.of(
            5L,
            new BigInteger("9223372036854775808"),
            new BigDecimal("0.1000000000000000055511151231257827")),
        Json.read("[5, 9223372036854775808, 0.1000000000000000055511151231257827]", "test"));
  }

  @Test
  void keysStayInTheOrderOfTheFile() throws FormatException {
    Map<String, Object> object = Json.readObject("{\"z\":1,\"a\":2,\"m\":3}", "test");
    assertEquals(List.of("z", "a", "m"), List.copyOf(object.keySet()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | empty
          {"a":1            | not JSON
          {"a":1} {"b":2}   | more than one JSON value
          {"a":1,"a":2}     | Duplicate field 'a'
          {'a':1}           | not JSON
          [1,]              | not JSON
          NaN               | not JSON
          """)
  void whatIsNoJsonIsRefusedInOneLineThatSaysWhere(String json, String cause) {
    FormatException e =
        assertThrows(FormatException.class, () -> Json.read(json, "a.jsonl, line 7"));
    assertEquals("a.jsonl, line 7: ", e.getMessage().substring(0, 17));
    assertEquals(true, e.getMessage().contains(cause), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @Test
  void aMissingObjectIsNamedByWhere() {
    FormatException e =
        assertThrows(FormatException.class, () -> Json.readObject("[1]", "a.jsonl, line 7"));
    assertEquals("a.jsonl, line 7: the line is not an object", e.getMessage());
  }

  @Test
  void bytesAreUtf8WithOrWithoutAByteOrderMark() throws FormatException {
    assertEquals("{}", Json.decode("\uFEFF{}".getBytes(StandardCharsets.UTF_8), "a"));
    byte[] japaneseInAnotherEncoding = {(byte) 0x8E, (byte) 0x96};
    FormatException e =
        assertThrows(FormatException.class, () -> Json.decode(japaneseInAnotherEncoding, "a"));
    assertEquals("a: not UTF-8 text; save it as UTF-8", e.getMessage());
  }

  @Test
  void valuesWithoutAJsonFormAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Json.write(new Object()));
  }

  @Test
  void ofALongListEachElementIsReadByItself() throws FormatException {
    List<String> read = new ArrayList<>();
    Node root =
        Node.read(
            "{\"id\":\"7\",\"all\":[{\"a\":\"x\"},{\"a\":\"y\"}],\"end\":true}",
            "test",
            "all",
            element -> read.add(element.get("a").string()));
    assertEquals(List.of("x", "y"), read);
    assertEquals("7", root.get("id").string());
    assertEquals(List.of(), root.get("all").elements());
    assertEquals(true, root.get("end").flag(false));
    assertEquals("test: the line is not an object", trouble("[1]"));
    assertEquals("test: all[1].a is not a string", trouble("{\"all\":[{\"a\":\"x\"},{\"a\":1}]}"));
    assertEquals("test: all is not a list", trouble("{\"all\":{\"a\":\"x\"}}"));
    assertTrue(trouble("{\"all\":[],\"all\":[]}").contains("Duplicate field 'all'"));
    assertTrue(trouble("{\"all\":[{\"a\":\"x\"}").contains("cut off before its end"));
  }

  /** What is said of a line that is wrong. */
  private static String trouble(String json) {
    return assertThrows(
            FormatException.class,
            () -> {
              Node root = Node.read(json, "test", "all", element -> element.get("a").string());
              root.object();
              root.get("all").elements();
            })
        .getMessage();
  }
}
