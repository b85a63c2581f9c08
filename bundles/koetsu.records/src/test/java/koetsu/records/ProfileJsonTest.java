package koetsu.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import koetsu.api.profile.Choice;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileJsonTest {
  private static final String FIELDS =
      """
      {"schema": "koetsu.profile/1", "id": "library", "version": "1.2.0",
       "fields": [
         {"id": "title", "labels": {"en": "Title", "ja": "題名"}, "colour": "#0072B2", "key": "1"},
         {"id": "loan", "many": true, "slots": [
            {"id": "from", "type": "fiscal-year"},
            {"id": "state", "type": "choice", "choices": [{"id": "out"}, {"id": "back"}]},
            {"id": "note", "comparison": "none"}]}]}
      """;

  private static final String SECTIONS =
      """
      {"schema": "koetsu.profile/1", "id": "library", "version": "2.0.0",
       "kinds": [{"id": "book", "labels": {"en": "Book"}}],
       "sections": [{"id": "about", "labels": {"en": "About"}, "headings": ["内容", "紹介"]}],
       "lexicons": {"furniture": ["奥付"]}}
      """;

  private static Profile read(String json) throws FormatException {
    return ProfileJson.read(json.getBytes(StandardCharsets.UTF_8), "p.json");
  }

  private static ProfileJson.Contribution of(String source, String json) throws FormatException {
    return new ProfileJson.Contribution(source, read(json));
  }

  @Test
  void aContributionIsAProfileOfItsOwn() throws FormatException {
    Profile profile = read(FIELDS);
    assertEquals("library", profile.id());
    assertEquals("1.2.0", profile.version());
    FieldDefinition title = profile.field("title").orElseThrow();
    assertEquals(Map.of("en", "Title", "ja", "題名"), title.labels());
    assertEquals(Comparison.TEXT, title.comparison());
    assertEquals(false, title.many());
    FieldDefinition loan = profile.field("loan").orElseThrow();
    assertEquals(true, loan.many());
    assertEquals(Comparison.NONE, loan.comparison());
    assertEquals(
        List.of(Slot.Type.FISCAL_YEAR, Slot.Type.CHOICE, Slot.Type.TEXT),
        loan.slots().stream().map(Slot::type).toList());
    assertEquals(
        List.of("out", "back"), loan.slots().get(1).choices().stream().map(Choice::id).toList());
    assertEquals(Comparison.EXACT, loan.slots().get(0).comparison());
    assertEquals(Comparison.NONE, loan.slots().get(2).comparison());
  }

  @Test
  void contributionsAddUp() throws FormatException {
    ProfileJson.Sum sum =
        ProfileJson.sum(
            List.of(
                of("a", FIELDS),
                of("b", SECTIONS),
                of("c", SECTIONS.replace("紹介", "概要").replace("奥付", "目次").replace("book", "map"))));
    Profile profile = sum.profile();
    assertEquals(List.of(), sum.clashes());
    assertEquals("1.2.0+2.0.0+2.0.0", profile.version());
    assertEquals(List.of("book", "map"), profile.kinds().stream().map(k -> k.id()).toList());
    assertEquals(List.of("内容", "紹介", "概要"), profile.section("about").orElseThrow().headings());
    assertEquals(List.of("奥付", "目次"), profile.lexicon("furniture"));
    assertEquals(List.of("title", "loan"), profile.fields().stream().map(f -> f.id()).toList());
  }

  @Test
  void whatIsTakenIsRefusedAndTheFirstStays() throws FormatException {
    ProfileJson.Sum sum =
        ProfileJson.sum(
            List.of(
                of("a", FIELDS),
                of("b", SECTIONS),
                of("c", FIELDS.replace("題名", "書名").replace("\"loan\"", "\"return\"")),
                of("d", SECTIONS),
                of("e", FIELDS.replace("\"title\"", "\"author\"").replace("\"loan\"", "\"x\""))));
    assertEquals(
        List.of(
            "c: the field title is refused because a defines it",
            "d: the kind book is refused because b defines it",
            "e: the key 1 of the field author belongs to the field title; it has no key now"),
        sum.clashes());
    assertEquals("題名", sum.profile().field("title").orElseThrow().labels().get("ja"));
    assertNull(sum.profile().field("author").orElseThrow().key());
    assertEquals(1, sum.profile().kinds().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profile/1      | profile/2     | p.json, line 1, column 12: schema is koetsu.profile/2; this version reads koetsu.profile/1
          #0072B2        | blue          | p.json: fields[0].colour is blue, not #rrggbb
          "many": true   | "many": 1     | p.json, line 4, column 27: fields[1].many is neither true nor false
          "many": true   | "meny": true  | p.json, line 4, column 27: fields[1].meny is no key of koetsu.profile/1
          fiscal-year    | year          | p.json, line 5, column 30: fields[1].slots[0].type is year, not one of text, number, yen, fiscal-year, flag, choice
          "type": "choice", | ''         | p.json, line 6, column 35: fields[1].slots[1].choices go with the type choice, and only with it
          "state"        | "from"        | p.json, line 6, column 14: fields[1].slots[1].id is from, which a slot before has already
          """)
  void whatIsWrongIsNamedByItsPlace(String part, String instead, String complaint) {
    String json = FIELDS.replace(part, instead);
    FormatException e = assertThrows(FormatException.class, () -> read(json));
    assertEquals(complaint, e.getMessage());
  }
}
