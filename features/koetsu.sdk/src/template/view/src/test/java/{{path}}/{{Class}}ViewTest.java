package {{package}};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import org.junit.jupiter.api.Test;

class {{Class}}ViewTest {
  @Test
  void countsTheValuesOfEachField() {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    fields.put("name", List.of(text("里山の工房支援事業")));
    fields.put("phone", List.of());
    ParsedRecord record =
        new ParsedRecord(
            "r0001",
            null,
            "program",
            List.of(),
            fields,
            List.of(),
            RecordState.UNTOUCHED,
            Map.of());
    assertEquals("里山の工房支援事業\nname: 1\nphone: 0", {{Class}}View.summary(record));
  }

  private static FieldValue text(String text) {
    Why why = new Why("test", List.of(), List.of());
    return FieldValue.machine(
        Value.of(text), text, List.of(new Span(0, text.length())), 1, why);
  }
}
