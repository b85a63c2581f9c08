package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
  private static final int ROUNDS = 400;
  private static final String[] PIECES = {"里", "𠮷", "a", "が", " ", "一二三"};
  private static final String[] ENDS = {"\n", "\r\n", "\r"};

  private static BitSet lines(int... lines) {
    BitSet set = new BitSet();
    for (int line : lines) {
      set.set(line);
    }
    return set;
  }

  private static String all(FoldedText folded) {
    return folded.getTextRange(0, folded.getCharCount());
  }

  @Test
  void hiddenLinesGoWithTheEndOfTheLineBefore() {
    FoldedText folded = new FoldedText();
    folded.show("一\n二\n三\n四");
    folded.hide(lines(1, 2));
    assertEquals("一\n四", all(folded));
    assertEquals(2, folded.getLineCount());
    assertEquals("四", folded.getLine(1));
    assertEquals(3, folded.sourceLine(1));
    assertEquals(2, folded.hiddenBehind(0));
    assertTrue(folded.isHidden(2));
    folded.hide(new BitSet());
    assertFalse(folded.isHidden(2));
    assertEquals("一\n二\n三\n四", all(folded));
  }

  @Test
  void aHiddenPlaceIsShownAtTheEndOfTheLineBefore() {
    FoldedText folded = new FoldedText();
    folded.show("一\n二\n三");
    folded.hide(lines(1));
    assertEquals(1, folded.shown(2), "in the hidden line");
    assertEquals(1, folded.shown(1), "at the end of the line before");
    assertEquals(1, folded.source(1));
    assertEquals(2, folded.shown(4), "the line behind");
  }

  @Test
  void theLastLinesCanBeHiddenAndTheFirstCannot() {
    FoldedText folded = new FoldedText();
    folded.show("一\n二\n");
    folded.hide(lines(0, 1, 2));
    assertEquals("一", all(folded));
    assertEquals(1, folded.getLineCount());
    assertEquals(1, folded.getCharCount());
  }

  /** Against the plain way: the lines that are not hidden, one by one. */
  @Test
  void everyMapAgreesWithTheShownLines() {
    Random random = new Random(20_26);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> contents = new ArrayList<>();
      List<String> ends = new ArrayList<>();
      int count = 1 + random.nextInt(12);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        StringBuilder line = new StringBuilder();
        for (int k = random.nextInt(4); k > 0; k--) {
          line.append(PIECES[random.nextInt(PIECES.length)]);
        }
        contents.add(line.toString());
        // an empty line between CR and LF would be none
        ends.add(i == count - 1 ? "" : ENDS[random.nextInt(line.length() == 0 ? 1 : 3)]);
        if (i > 0 && line.length() == 0 && ends.get(i - 1).equals("\r")) {
          ends.set(i - 1, "\n");
          text.setCharAt(text.length() - 1, '\n');
        }
        text.append(line).append(ends.get(i));
      }
      BitSet hidden = new BitSet();
      for (int i = 1; i < count; i++) {
        hidden.set(i, random.nextInt(3) == 0);
      }
      FoldedText folded = new FoldedText();
      folded.show(text.toString());
      folded.hide(hidden);
      check(folded, text.toString(), contents, ends, hidden);
    }
  }

  private static void check(
      FoldedText folded, String text, List<String> contents, List<String> ends, BitSet hidden) {
    StringBuilder shown = new StringBuilder();
    int line = 0;
    int source = 0;
    for (int i = 0; i < contents.size(); i++) {
      if (!hidden.get(i)) {
        assertEquals(contents.get(i), folded.getLine(line), text);
        assertEquals(i, folded.sourceLine(line), text);
        assertEquals(line, folded.shownLine(i), text);
        assertEquals(shown.length(), folded.getOffsetAtLine(line), text);
        for (int k = 0; k <= contents.get(i).length(); k++) {
          assertEquals(shown.length() + k, folded.shown(source + k), text);
          assertEquals(source + k, folded.source(shown.length() + k), text);
          assertEquals(line, folded.getLineAtOffset(shown.length() + k), text);
        }
        shown.append(contents.get(i));
        line++;
      }
      source += contents.get(i).length() + ends.get(i).length();
      boolean lastShown = hidden.nextClearBit(i + 1) >= contents.size();
      if (!lastShown && !hidden.get(i + 1)) {
        shown.append(ends.get(i));
      }
    }
    assertEquals(line, folded.getLineCount(), text);
    assertEquals(shown.toString(), all(folded), text);
    for (int a = 0; a < shown.length(); a++) {
      for (int b = a; b <= shown.length(); b++) {
        assertEquals(shown.substring(a, b), folded.getTextRange(a, b - a), text);
      }
    }
    int before = 0;
    for (int i = 0; i <= text.length(); i++) {
      int now = folded.shown(i);
      assertTrue(now >= before, "what comes later is shown later");
      before = now;
    }
  }
}
