package koetsu.segment.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TitleIndexTest {
  private final TitleIndex index =
      new TitleIndex(List.of("石垣の草を抜く事業", "石垣の鳥を数える調査", "賑わい促進税制〔石垣枠〕"));

  @Test
  void findsATitleInSpiteOfASlip() {
    assertEquals(0, index.best("石垣の草をぬく事業").index());
  }

  @Test
  void findsATitleWithoutTheRemarkBehindIt() {
    assertEquals(2, index.best("賑わい促進税制").index());
  }

  @Test
  void findsATitleThatIsAPartOfAListedOne() {
    TitleIndex two = new TitleIndex(List.of("石垣に灯りをともす事業、石垣の夜警を育てる補助金"));
    assertEquals(0, two.best("石垣の夜警を育てる補助金").index());
  }

  @Test
  void findsNothingAlikeInTitlesOnTheSameSubject() {
    assertEquals(-1, index.best("石垣を積む職人の育成").index());
    assertEquals(-1, index.best("").index());
  }

  @Test
  void findsATitleAmongManyThatAreAlmostTheSame() {
    List<String> many = IntStream.range(0, 5000).mapToObj(i -> "石垣の事業" + i).toList();
    assertEquals(4321, new TitleIndex(many).best("石垣の事業4321").index());
  }
}
