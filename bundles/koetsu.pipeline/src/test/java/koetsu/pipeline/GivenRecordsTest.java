package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.Quote;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import org.junit.jupiter.api.Test;

class GivenRecordsTest {
  private static final SourceDocument DOCUMENT = Fakes.document("港の課\n橋の課\n山の課\n");
  private static final ContentsEntry ENTRY =
      new ContentsEntry(null, new Quote("港", List.of(new Span(0, 1))), List.of(), null);

  private static ParsedRecord given(String id, Span span, Section... sections) {
    return new ParsedRecord(
        id,
        null,
        "breakdown",
        List.of(span),
        Map.of(),
        List.of(sections),
        RecordState.LOCKED,
        Map.of("chapter", "一"));
  }

  private static List<String> offices(ParsedRecord record) {
    return record.values("office").stream().map(v -> v.value().toString()).toList();
  }

  @Test
  void fieldsAreReadInTheGivenBoundsAndAllElseStaysAsGiven() {
    Pipeline pipeline =
        Fakes.pipeline(Fakes.lineByLine(), Fakes.word("offices", "office", "の課", 0.9));
    Section purpose = new Section("purpose", List.of(), List.of(new Span(4, 7)));
    ParsedRecord both = given("g1", new Span(0, 7), purpose);

    ParsedDocument read =
        pipeline.extract(DOCUMENT, List.of(both, both.withSpans(List.of())), RunOptions.DEFAULT);

    ParsedRecord record = read.records().get(0);
    assertEquals(1, read.records().size());
    assertEquals(List.of("の課", "の課"), offices(record));
    assertEquals(both, record.withFields(Map.of()));
    assertEquals(List.of(), read.problems());
  }

  @Test
  void layoutInsideTheBoundsIsTheSegmenters() {
    List<RecordDraft> seen = new ArrayList<>();
    Region title = new Region(Region.Role.TITLE, new Span(0, 3));
    Region number = new Region(Region.Role.NUMBER, new Span(0, 3));
    Region office = new Region(Region.Role.OFFICE, new Span(4, 7));
    Region beyond = new Region(Region.Role.OFFICE, new Span(6, 9));
    RecordDraft first =
        new RecordDraft(
            null,
            "program",
            List.of(new Span(0, 7)),
            List.of(),
            List.of(title, number, office, beyond),
            ENTRY);
    Pipeline pipeline =
        Fakes.pipeline(
            Fakes.segmenter(
                "s", 1, c -> Fakes.segmentation(List.of(first, Fakes.draft(new Span(8, 11))))),
            Fakes.extractor(
                "e",
                "name",
                context -> {
                  seen.add(context.record());
                  return List.of();
                }));

    pipeline.extract(
        DOCUMENT,
        List.of(
            given("a", new Span(0, 7)), given("b", new Span(4, 11)), given("c", new Span(8, 11))),
        RunOptions.DEFAULT);

    assertEquals(List.of(title, number, office), seen.get(0).regions());
    assertEquals(ENTRY, seen.get(0).contents());
    assertEquals(List.of(office, beyond), seen.get(1).regions());
    assertEquals(ENTRY, seen.get(1).contents(), "as much of the first as of the second");
    assertEquals(List.of(), seen.get(2).regions());
  }

  @Test
  void whatIsCutAsTheSegmenterDoesIsReadOnce() {
    List<RecordDraft> seen = new ArrayList<>();
    List<Integer> segmented = new ArrayList<>();
    Pipeline pipeline =
        Fakes.pipeline(
            Fakes.segmenter(
                "s",
                1,
                c -> {
                  segmented.add(1);
                  return Fakes.segmentation(
                      List.of(Fakes.draft(new Span(0, 3)), Fakes.draft(new Span(4, 7))));
                }),
            Fakes.extractor(
                "e",
                "name",
                context -> {
                  seen.add(context.record());
                  return List.of();
                }),
            Fakes.word("offices", "office", "の課", 0.9));
    ParsedRecord same = given("a", new Span(0, 3)).withKind(Fakes.draft(new Span(0, 3)).kind());
    List<ParsedRecord> cut = List.of(same, same.withId("b").withSpans(List.of(new Span(4, 11))));

    Readings readings = pipeline.read(DOCUMENT, cut, RunOptions.DEFAULT);

    assertEquals(List.of(1), segmented);
    assertEquals(3, seen.size(), "two of its own, and the one that is cut in another way");
    assertEquals(pipeline.run(DOCUMENT).records(), readings.own().records());
    assertEquals(
        pipeline.extract(DOCUMENT, cut, RunOptions.DEFAULT).records(), readings.cut().records());
    assertEquals(List.of("の課"), offices(readings.cut().records().get(0)));
    assertEquals("a", readings.cut().records().get(0).id());
  }

  @Test
  void withoutASegmenterThereIsNothingToRead() {
    Pipeline none =
        Fakes.pipeline(
            Fakes.segmenter(
                "s", 0, c -> new Segmentation(List.of(), List.of(), List.of(), List.of())));
    ParsedDocument read =
        none.extract(DOCUMENT, List.of(given("a", new Span(0, 3))), RunOptions.DEFAULT);
    assertEquals(List.of(), read.records());
    assertEquals(1, read.problems().size());
  }
}
