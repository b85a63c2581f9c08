package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tasks as Label Studio's own front end opens, changes and saves them. */
class LabelStudioClientTest {
  @TempDir private Path folder;

  @Test
  void everyRegionStandsOnItsTextAndComesBack() throws Exception {
    AnnotatedDocument[] documents =
        IntStream.range(0, 12)
            .mapToObj(seed -> Samples.placed(seed, "woods" + seed + ".txt"))
            .toArray(AnnotatedDocument[]::new);
    check(new FormatTester(folder), documents);
  }

  @Test
  @Tag("long")
  void everyRegionOfTheCorpusGoldStandsOnItsTextAndComesBack() throws Exception {
    check(new FormatTester(folder, CorpusGold.PROFILE), CorpusGold.documents());
  }

  private static void check(FormatTester tester, AnnotatedDocument... documents) throws Exception {
    tester.export(new LabelStudioExporter(), documents);
    List<Object> saved = LabelStudio.open(tester.folder(), List.of());
    for (int i = 0; i < documents.length; i++) {
      assertEquals(places(documents[i]), places((List<?>) saved.get(i)));
    }
    List<AnnotatedDocument> back = tester.read(new LabelStudioImporter(), documents);
    for (int i = 0; i < documents.length; i++) {
      assertEquals(documents[i].records(), back.get(i).records());
    }
  }

  private static List<String> places(AnnotatedDocument in) {
    List<String> places = new ArrayList<>();
    for (Item item : Item.of(in)) {
      for (Span span : item.spans()) {
        places.add(place(item.layer().tag(item.label()), span, in.document().slice(span)));
      }
    }
    return places;
  }

  private static List<String> places(List<?> regions) {
    List<String> places = new ArrayList<>();
    for (Object region : regions) {
      Map<?, ?> value = (Map<?, ?>) ((Map<?, ?>) region).get("value");
      Span span =
          new Span(
              ((Number) value.get("start")).intValue(), ((Number) value.get("end")).intValue());
      String label = (String) ((List<?>) value.get("labels")).get(0);
      places.add(place(label, span, (String) value.get("text")));
    }
    return places;
  }

  /** Label Studio shows no line ends, and blanks as it likes. */
  private static String place(String label, Span span, String text) {
    return label + " " + span + " " + text.replaceAll("(?U)[\\s\\p{Cc}]", "");
  }

  @Test
  void whatAReviewerMarksAndRemovesComesBack() throws Exception {
    AnnotatedDocument woods = woods("𠮷田 𠮷野の森づくり\r\n予算 １２\r\n終\n", new Span(13, 18));
    FormatTester tester =
        reviewed(
            woods,
            List.of(
                Map.of("mark", "野の森", "as", "name"),
                Map.of("remove", "value r1 budget-line[0] 0")));
    ParsedRecord record = tester.read(new LabelStudioImporter(), woods).get(0).records().get(0);
    assertEquals(List.of(), record.values("budget-line"));
    FieldValue name = record.values("name").get(0);
    assertEquals(Value.of("野の森"), name.value());
    assertEquals(List.of(new Span(4, 7)), name.spans());
    assertEquals(Status.ADDED, name.status());
  }

  /** This version miscounts what is marked behind a line with a character outside the BMP. */
  @Test
  void whatLabelStudioMiscountsIsRefused() throws Exception {
    AnnotatedDocument woods = woods("𠮷野の森づくり\n里山の保全\n", new Span(0, 4));
    FormatTester tester = reviewed(woods, List.of(Map.of("mark", "里山", "as", "budget-line")));
    ImportException e =
        assertThrows(ImportException.class, () -> tester.read(new LabelStudioImporter(), woods));
    assertTrue(
        e.getMessage().endsWith("text is \"里山\", but the source says \"山の\""), e.getMessage());
  }

  private FormatTester reviewed(AnnotatedDocument woods, List<Map<String, String>> steps)
      throws Exception {
    FormatTester tester = new FormatTester(folder);
    tester.export(new LabelStudioExporter(), woods);
    LabelStudio.open(folder, steps);
    return tester;
  }

  /** A record from the first to the last line end, with one value. */
  private static AnnotatedDocument woods(String text, Span value) {
    SourceDocument source = Samples.source("woods.txt", text);
    return new AnnotatedDocument(
        source,
        List.of(
            new ParsedRecord(
                "r1",
                null,
                "program",
                List.of(new Span(0, source.length())),
                Map.of("budget-line", List.of(value(source, value))),
                List.of(),
                RecordState.REVIEWED,
                Map.of())));
  }

  private static FieldValue value(SourceDocument source, Span span) {
    String text = source.slice(span);
    return new FieldValue(
        Value.of(text), text, List.of(span), null, null, Status.ADDED, null, Map.of());
  }
}
