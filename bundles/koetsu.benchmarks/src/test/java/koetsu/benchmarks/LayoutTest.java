package koetsu.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.record.ParsedRecord;
import koetsu.pipeline.Pipeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A benchmark of text that the machine does not understand would measure nothing. */
class LayoutTest {
  private static final Pipeline PIPELINE = Pipeline.onClassPath();

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aGeneratedDocumentIsReadLikeARealOne(Layout layout) throws Exception {
    byte[] bytes = layout.document(60_000, 7);
    List<ParsedRecord> records =
        PIPELINE.run(PIPELINE.load(new LoadRequest(layout + ".txt", bytes, null))).records();
    int named = 0;
    int values = 0;
    for (ParsedRecord record : records) {
      named += record.fields().containsKey("name") ? 1 : 0;
      values += record.fields().values().stream().mapToInt(List::size).sum();
    }
    assertTrue(records.size() > 25, records.size() + " records");
    assertTrue(named > 0.8 * records.size(), named + " names");
    assertTrue(values > 5 * records.size(), values + " values");
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertTrue(RegexPass.count(text) > 5 * records.size());
    assertFalse(text.contains("{"), "an unresolved symbol");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void theSameSeedGivesTheSameBytes(Layout layout) {
    byte[] bytes = layout.document(20_000, 3);
    assertArrayEquals(bytes, layout.document(20_000, 3));
    assertEquals(20_000, bytes.length, 10_000);
  }
}
