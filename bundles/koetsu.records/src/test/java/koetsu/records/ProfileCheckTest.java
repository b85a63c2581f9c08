package koetsu.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import koetsu.api.profile.Profile;
import org.junit.jupiter.api.Test;

class ProfileCheckTest {

  private static Profile profile() throws FormatException {
    return ProfileJson.read(
        """
        {"schema": "koetsu.profile/1", "id": "library",
         "kinds": [{"id": "book"}],
         "fields": [
           {"id": "title"},
           {"id": "loan", "slots": [
             {"id": "from", "type": "fiscal-year"},
             {"id": "late", "type": "flag"},
             {"id": "to"},
             {"id": "state", "type": "choice", "choices": [{"id": "out"}, {"id": "back"}]}]}],
         "sections": [{"id": "about"}]}
        """
            .getBytes(StandardCharsets.UTF_8),
        "profile.json");
  }

  private static List<String> faults(String kind, String fields, String section)
      throws FormatException {
    String line =
        """
        {"schema":"koetsu.records/1","document":{"name":"a.txt","sha256":"0","length":9},"id":"r1",\
        "kind":"%s","spans":[],"fields":%s,"sections":[{"type":"%s"}]}
        """
            .formatted(kind, fields, section);
    return ProfileCheck.faults(
        RecordFile.read(line.getBytes(StandardCharsets.UTF_8), "a").records(), profile());
  }

  @Test
  void whatTheProfileKnowsIsFaultless() throws FormatException {
    assertEquals(
        List.of(),
        faults(
            "book",
            """
            {"title":[{"value":"猫"}],
             "loan":[{"value":{"from":2026,"late":true,"to":"x","state":"out"}},
                     {"value":{"from":null,"late":null,"to":null,"state":null}},
                     {"value":{}}]}"""
                .replace("\n", ""),
            "about"));
  }

  @Test
  void whatTheProfileDoesNotKnowIsNamed() throws FormatException {
    assertEquals(
        List.of(
            "r1: the profile has no kind map",
            "r1: title[0]: it has slots where the profile has a plain text",
            "r1: title[1]: it is empty",
            "r1: loan[0]: it is a plain text where the profile has slots",
            "r1: loan[1]: its slot from holds x, which is no fiscal-year",
            "r1: loan[2]: its slot late holds 1, which is no flag",
            "r1: loan[3]: its slot to holds true, which is no text",
            "r1: loan[4]: its slot state holds lost, which is no choice",
            "r1: loan[5]: it has a slot by that is not in the profile",
            "r1: the profile has no field colour",
            "r1: the profile has no section type song"),
        faults(
            "map",
            """
            {"title":[{"value":{}},{"value":""}],
             "loan":[{"value":"x"},{"value":{"from":"x"}},{"value":{"late":1}},{"value":{"to":true}},
                     {"value":{"state":"lost"}},{"value":{"by":"x"}}],
             "colour":[{"value":"red"}]}"""
                .replace("\n", ""),
            "song"));
  }
}
