package koetsu.segment.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentsMatcherTest {
  private final ContentsMatcher matcher =
      new ContentsMatcher(List.of("橋の点検を支える事業", "港を守る取組○浚渫", "港を守る取組○灯台の修理", "雪の片付け"));

  @Test
  void matchesTitlesInSpiteOfSlipsAndLostCharacters() {
    assertArrayEquals(new int[] {0, 2}, matcher.assign(List.of("橋の占検を支える事業", "港を守る取組灯台の修理")));
  }

  @Test
  void keepsTheOrderOfTheContentsWhereTitlesAreAlike() {
    assertArrayEquals(new int[] {1, 2, 3}, matcher.assign(List.of("港を守る取組", "港を守る取組", "雪の片付け")));
  }

  @Test
  void givesAnUnlistedOrLostTitleNoEntry() {
    assertArrayEquals(new int[] {-1, -1, 3}, matcher.assign(List.of("祭りの復興", "", "雪の片付け")));
  }

  @Test
  void measuresLikenessByPairsOfCharacters() {
    assertEquals(1, ContentsMatcher.likeness("雪の片付け", "雪の片付け"));
    assertEquals(0.75, ContentsMatcher.likeness("雪の片付け", "雪の片付い"));
    assertEquals(0, ContentsMatcher.likeness("雪の片付け", "港"));
    assertTrue(new ContentsMatcher(List.of()).isEmpty());
  }

  @Test
  void findsTheEntryMostAlikeAboveAMeasure() {
    assertEquals(3, matcher.best("雪の片付け", 0.9));
    assertEquals(-1, matcher.best("雪の片付", 0.9));
  }
}
