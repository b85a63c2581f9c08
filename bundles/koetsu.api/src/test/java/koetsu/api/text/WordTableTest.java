package koetsu.api.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTableTest {
  private final WordTable words = new WordTable(List.of("課", "産業課", "産業", "", "室"));

  @Test
  void theLongestWordAtAPlaceCounts() {
    assertEquals(3, words.startAt("地域産業課長", 2));
    assertEquals(3, words.endAt("地域産業課長", 5));
    assertEquals(2, words.endAt("地域産業課長", 4));
  }

  @Test
  void aWordThatDoesNotFitIntoTheRangeGivesWayToAShorterOne() {
    assertEquals(2, words.startAt("産業課", 0, 2));
    assertEquals(1, words.endAt("産業課", 3, 1));
    assertEquals(0, words.endAt("産業課", 3, 3));
  }

  @Test
  void nothingStandsOutsideOfTheText() {
    assertEquals(0, words.startAt("課", -1));
    assertEquals(0, words.startAt("課", 1));
    assertEquals(0, words.endAt("課", 0));
    assertEquals(0, words.endAt("課", 2));
    assertEquals(0, words.startAt("", 0));
  }

  @Test
  void beginningEndAndInsideAreTold() {
    assertTrue(words.starts("室と係"));
    assertFalse(words.starts("係と室"));
    assertTrue(words.ends("係と室"));
    assertTrue(words.within("係と室と係"));
    assertFalse(words.within("係と室と係", 0, 2));
    assertFalse(words.within("係"));
  }

  @Test
  void aTextWithoutTheFirstCharacterOfAWordHoldsNone() {
    assertTrue(words.mayBeWithin("産地"));
    assertFalse(words.within("産地"));
    assertFalse(words.mayBeWithin("地域"));
  }

  @Test
  void anEmptyListHasNoWords() {
    WordTable none = new WordTable(List.of());
    assertFalse(none.within("課"));
    assertFalse(none.mayBeWithin("課"));
  }
}
