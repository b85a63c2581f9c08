package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Slot;
import koetsu.api.record.Value;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {
  private final ValueReader reader = new ValueReader(new JapaneseText());

  private static Slot slot(Slot.Type type) {
    return new Slot("s", Map.of(), type, List.of(), Comparison.EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "12億, 1200000000",
    "1.1億円, 110000000",
    "50百万円, 50000000",
    "1200000, 1200000",
    "１２億円, 1200000000"
  })
  void amountsAreReadAsPeopleTypeThem(String typed, long yen) {
    assertEquals(Optional.of(yen), reader.read(slot(Slot.Type.YEN), typed));
  }

  @ParameterizedTest
  @CsvSource({"R8, 2026", "令和8, 2026", "令和8年度, 2026", "2026, 2026", "H30, 2018"})
  void yearsAreReadInEitherCalendar(String typed, long year) {
    assertEquals(Optional.of(year), reader.read(slot(Slot.Type.FISCAL_YEAR), typed));
  }

  @ParameterizedTest
  @CsvSource({"YEN, abc", "FISCAL_YEAR, soon", "NUMBER, 1.5", "CHOICE, other"})
  void whatIsNoContentOfTheTypeIsRefused(Slot.Type type, String typed) {
    assertEquals(Optional.empty(), reader.read(slot(type), typed));
  }

  @Test
  void aSelectionFillsSlotsByTheirTypes() {
    String text = "令和9年度予算額 5.5億円 うち";
    SourceDocument document =
        new SourceDocument(
            "a.txt",
            "0".repeat(64),
            "UTF-8",
            text,
            List.of(
                new Line(
                    0,
                    new Span(0, text.length()),
                    new Span(0, text.length()),
                    LineKind.TEXT,
                    0,
                    List.of(),
                    false)));
    FieldDefinition budget = SheetPlugIns.pipeline().profile().field("budget").orElseThrow();
    Span span = new Span(0, text.indexOf(" うち"));
    Value.Slots value =
        (Value.Slots) reader.select(budget, document, span, new JapaneseText().scan(document));
    assertEquals(550_000_000L, value.number("amountYen"));
    assertEquals(2027L, value.number("fiscalYear"));
    assertEquals("令和9年度予算額 5.5億円", value.string("label"));
    assertEquals("other", value.string("stage"));
  }

  @Test
  void aNameBrokenOverLinesIsJoinedWithoutASeparator() {
    String text = "入り江の\n 見張り台";
    SourceDocument document = new SourceDocument("a.txt", "0".repeat(64), "UTF-8", text, List.of());
    FieldDefinition name = SheetPlugIns.pipeline().profile().field("name").orElseThrow();
    assertEquals(
        Value.of("入り江の見張り台"),
        reader.select(
            name, document, new Span(0, text.length()), new JapaneseText().scan(document)));
  }
}
