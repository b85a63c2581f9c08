package koetsu.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.load.PlainTextLoader;
import koetsu.pipeline.Explanation;
import koetsu.pipeline.Pipeline;
import koetsu.records.FormatException;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTest {
  private static final String HARBOURS =
      """
      {"schema": "koetsu.extractor/1", "id": "harbours",
       "profile": {
        "kinds": [{"id": "sheet", "labels": {"en": "Sheet"}}],
        "sections": [{"id": "notes", "labels": {"en": "Notes"}}],
        "fields": [
         {"id": "waters", "labels": {"en": "Waters"}, "many": true, "comparison": "text"},
         {"id": "berth", "labels": {"en": "Berth"}, "many": true, "comparison": "text"},
         {"id": "fee", "labels": {"en": "Fee"}, "many": true, "comparison": "none", "slots": [
          {"id": "amountYen", "labels": {"en": "Amount"}, "type": "yen", "comparison": "exact"}]}]},
       "dictionaries": [
        {"field": "waters", "entries": [
         {"value": "coast", "words": ["沿岸", "海岸線", "SEA"]},
         {"value": "beach", "words": ["海岸"]}]},
        {"field": "waters", "sections": ["notes"], "confidence": 0.5, "entries": [
         {"value": "lake", "words": ["湖"]}]}],
       "labels": [
        {"field": "berth", "labels": ["係留場所", "泊地", "②停泊地", "Ｂｅｒｔｈ"]},
        {"field": "fee", "labels": ["係留料"], "type": "money", "slot": "amountYen"}]}
      """;

  @Test
  void theLongestWordCountsAndAValueOnce() throws Exception {
    assertEquals("coast <海岸線>, beach <海岸>", values("海岸線と海岸、ふたたび海岸線", "waters"));
  }

  @Test
  void widthAndCaseDoNotMatterButALatinWordStandsAlone() throws Exception {
    assertEquals("coast <Ｓｅａ>", values("日本海 Ｓｅａ", "waters"));
    assertEquals("", values("seaside undersea", "waters"));
    assertEquals("coast <sea>", values("海のsea岸", "waters"));
  }

  @Test
  void aWordMayBeBrokenOverLines() throws Exception {
    assertEquals("coast <海岸\n線>", values("漁港の海岸\n線を守る", "waters"));
    assertEquals("", values("some se\na words", "waters"));
  }

  @Test
  void aRuleReadsTheSectionsItNames() throws Exception {
    assertEquals("", values("湖のまわり", "waters"));
    assertEquals("lake <湖>", values("本文\n備考\n湖のまわり", "waters"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "係留料：1,200万円                ; 12000000 <1,200万円>",
        "○ 係 留 料 １２０万円（税込）    ; 1200000 <１２０万円>",
        "【係留料】3億円                  ; 300000000 <3億円>",
        "| 係留料 | 5万円 |               ; 50000 <5万円>",
        "係留料は別に定める（3億円）      ; ''",
        "係留料：なし                     ; ''"
      })
  void aLabelIsFollowedByAValueOfItsKind(String line, String expected) throws Exception {
    assertEquals(expected, values(line, "fee"));
  }

  @Test
  void theValueMayStandOnTheNextLine() throws Exception {
    assertEquals("120000 <12万円>", values("（係留料）\n\n12万円", "fee"));
    assertEquals("", values("係留料：別途\n12万円", "fee"));
  }

  @Test
  void theRestOfTheLineIsAText() throws Exception {
    assertEquals("北の岸壁 𠮷 <北の岸壁 𠮷>", values("泊地：  北の岸壁 𠮷 ", "berth"));
  }

  @Test
  void aLabelIsReadAsTheLinesAre() throws Exception {
    assertEquals("南 <南>", values("②停泊地：南", "berth"));
    assertEquals("", values("2停泊地：南", "berth"));
    assertEquals("南 <南>", values("Berth: 南", "berth"));
  }

  @Test
  void everyGapAndEveryValueSaysWhy() throws Exception {
    ParsedDocument parsed = run("係留料：なし\n泊地：北");
    FieldValue berth = parsed.records().get(0).values("berth").get(0);
    assertEquals(List.of("北", "北", "北"), berth.why().steps());
    assertTrue(berth.extractor().endsWith("#harbours.berth"), berth.extractor());

    SourceDocument document = document("係留料：なし\n泊地：北");
    String said =
        pipeline(HARBOURS).explain(document).at(document.lines().get(0)).failures().stream()
            .map(Explanation.Failure::toString)
            .collect(Collectors.joining("\n"));
    assertTrue(said.contains("no money follows the label"), said);
    assertTrue(said.contains("none of its 4 words is printed here"), said);
    assertTrue(said.contains("no section notes"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"schema\": \"koetsu.extractor/1\" | \"schema\": \"koetsu.extractor/2\" | line 1, column 12: schema is koetsu.extractor/2; this version reads",
        "\"id\": \"harbours\" | \"id\": 7 | line 1, column 40: id is not a string",
        "\"confidence\": 0.5 | \"confidence\": 5 | line 14, column 60: dictionaries[1].confidence is 5.0, not above 0",
        "\"confidence\": 0.5 | \"confidance\": 5 | dictionaries[1].confidance is not known",
        "\"type\": \"money\" | \"type\": \"cash\" | line 18, column 47: labels[1].type is cash, not one of number, money",
        "[\"湖\"] | [\"湖\", \"\"] | line 15, column 37: dictionaries[1].entries[0].words[1] is empty",
        "[\"海岸\"] | [\"海岸\", \"沿岸\"] | is 沿岸, which means coast already",
        "\"slots\" | \"slotz\" | line 2, column 13: profile cannot be used",
        "\"dictionaries\": [ | \"dictionaries\": [,  | (line 10, column 19)"
      })
  void aSlipIsNamedWithLineAndColumn(String right, String wrong, String complaint) {
    String json = HARBOURS.replace(right.strip(), wrong.strip());
    FormatException e =
        assertThrows(
            FormatException.class,
            () -> Declaration.read(json.getBytes(StandardCharsets.UTF_8), "a.json"));
    assertTrue(e.getMessage().startsWith("a.json"), e.getMessage());
    assertTrue(e.getMessage().contains(complaint.strip()), e.getMessage());
  }

  private static String values(String text, String field) throws Exception {
    List<String> values = new ArrayList<>();
    for (ParsedRecord record : run(text).records()) {
      for (FieldValue value : record.values(field)) {
        values.add(value.value().toString().replace("amountYen ", "") + " <" + value.text() + ">");
      }
    }
    return String.join(", ", values);
  }

  private static ParsedDocument run(String text) throws Exception {
    ParsedDocument parsed = pipeline(HARBOURS).run(document(text));
    assertEquals(List.of(), parsed.problems());
    return parsed;
  }

  private static Pipeline pipeline(String json) throws Exception {
    Declaration declared = Declaration.read(json.getBytes(StandardCharsets.UTF_8), "a.json");
    List<ProfileContribution> profile = List.of(declared.contribution().orElseThrow());
    return Pipeline.of(
        List.of(new PlainTextLoader()),
        List.of(new OneSheet()),
        declared.extractors(),
        profile,
        new JapaneseText());
  }

  private static SourceDocument document(String text) throws Exception {
    return new PlainTextLoader()
        .load(new LoadRequest("a.txt", text.getBytes(StandardCharsets.UTF_8), null));
  }

  /** The whole document is one record; from a line 備考 on it is notes. */
  private static final class OneSheet implements Segmenter {
    @Override
    public String id() {
      return "one-sheet";
    }

    @Override
    public double fits(DocumentContext context) {
      return 1;
    }

    @Override
    public Segmentation segment(DocumentContext context) {
      SourceDocument document = context.document();
      List<Section> sections =
          document.lines().stream()
              .filter(line -> document.slice(line.span()).equals("備考"))
              .map(
                  line ->
                      new Section(
                          "notes",
                          List.of(line.span()),
                          List.of(new Span(line.span().end() + 1, document.length()))))
              .toList();
      RecordDraft draft =
          new RecordDraft(
              null, "sheet", List.of(new Span(0, document.length())), sections, List.of(), null);
      return new Segmentation(List.of(draft), List.of(), List.of(), List.of());
    }
  }
}
