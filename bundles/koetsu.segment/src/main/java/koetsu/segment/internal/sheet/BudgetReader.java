package koetsu.segment.internal.sheet;

import java.util.Optional;
import koetsu.api.text.FoldedText;
import koetsu.api.text.WordTable;

/**
 * Recognises lines that state a budget by what they are made of: a label put together from budget
 * words, years and item marks, an amount, and remarks in brackets or after ※. A line in which other
 * words run on behind the amount is a sentence about money.
 */
final class BudgetReader {
  private static final String GLUE = "()[]【】:・、,第次~-*0123456789元RHS.※/|";
  private static final String AMOUNT = "0123456789.,";
  private static final String LARGE = "億兆万千百";

  /** The same as printed: 憶 is a slip. */
  private static final String UNIT = LARGE + "憶";

  /** Ends of 円の | 内数 and of 年度 | 予算. */
  private static final String BREAKS = "の円度";

  private static final char OF = 'の';

  private static final String NOTHING = "-―ー‐−—";

  /** A title before a label on the same line has at least this many characters. */
  private static final int SHORTEST_TITLE = 4;

  private static final int LONGEST_REMARK = 40;

  /** A line that breaks off inside a budget, and the one it goes on in, are no longer. */
  private static final int LONGEST_BROKEN = 60;

  private final WordTable cores;
  private final WordTable words;
  private final WordTable allocations;
  private final WordTable prose;
  private final WordTable sentences;

  BudgetReader(SheetWords words) {
    this.cores = words.budgetCores();
    this.words = words.budgetWords();
    this.allocations = words.allocations();
    this.prose = words.proseEndings();
    this.sentences = words.sentenceWords();
  }

  /**
   * The budget that a line states.
   *
   * @param line folded line
   * @param at index after its Markdown marks and bullets
   */
  Optional<BudgetPrint> read(FoldedText line, int at) {
    String text = line.text();
    boolean money = text.indexOf('円') >= 0 || text.indexOf("年度") >= 0;
    if (!money || text.indexOf('。') >= 0 || allocations.within(text)) {
      return Optional.empty();
    }
    int amount = amount(text, at);
    int label = label(text, at, amount < 0 ? text.length() : amount);
    if (label >= 0 && (amount < 0 || isRemark(text, amountEnd(text, amount)))) {
      String before = text.substring(at, label);
      if (before.isEmpty() || isGlue(before)) {
        // without an amount only a line of its own that names a year is a budget's label
        boolean stated = amount >= 0 || text.indexOf("年度", label) >= 0;
        return stated ? pure(line, at, amount >= 0) : Optional.empty();
      }
      // 資金の総額: the sum of something else
      boolean own = text.charAt(label) != OF;
      if (amount >= 0 && own && before.length() >= SHORTEST_TITLE && !prose.ends(before)) {
        return Optional.of(new BudgetPrint(before, line.origin(label), true));
      }
    }
    return isLabelWithWords(text, at) ? pure(line, at, true) : Optional.empty();
  }

  private static Optional<BudgetPrint> pure(FoldedText line, int at, boolean amount) {
    return Optional.of(new BudgetPrint("", line.origin(at), amount));
  }

  /**
   * Whether a line begins with the label of a year's budget and other words lead to the sum, but no
   * sentence.
   */
  private boolean isLabelWithWords(String text, int at) {
    int end = at;
    boolean core = false;
    int length = 1;
    while (length > 0 && end < text.length()) {
      length = cores.startAt(text, end);
      core |= length > 0;
      length = length > 0 ? length : words.startAt(text, end);
      length = length > 0 ? length : GLUE.indexOf(text.charAt(end)) >= 0 ? 1 : 0;
      end += length;
    }
    String rest = text.substring(end);
    boolean dated = text.substring(at, end).contains("年度");
    boolean sum = rest.contains("内数") || amount(rest, 0) >= 0;
    return core && dated && sum && rest.length() <= LONGEST_REMARK && !sentences.within(rest);
  }

  /**
   * Whether a printed line may break off inside a budget that goes on with the next one: between a
   * figure and its unit, before 内数, or behind its year.
   */
  boolean goesOn(String above, String below) {
    String head = above.stripTrailing();
    String tail = below.stripLeading();
    if (head.isEmpty() || head.length() > LONGEST_BROKEN || tail.length() > LONGEST_BROKEN) {
      return false;
    }
    char last = head.charAt(head.length() - 1);
    int unit = 0;
    while (unit < tail.length() && UNIT.indexOf(tail.charAt(unit)) >= 0) {
      unit++;
    }
    boolean figure = Character.isDigit(last) || UNIT.indexOf(last) >= 0;
    return figure && tail.startsWith("円", unit)
        || (last == 'の' || last == '円') && tail.startsWith("内数")
        || head.endsWith("年度") && words.startAt(tail, 0) + cores.startAt(tail, 0) > 0;
  }

  /** Whether a line that ends in a character may break off inside a budget. */
  static boolean mayGoOn(char last) {
    return Character.isDigit(last) || UNIT.indexOf(last) >= 0 || BREAKS.indexOf(last) >= 0;
  }

  /** Whether an amount of money stands on a folded line. */
  boolean printsMoney(String text) {
    return amount(text, 0) >= 0;
  }

  /** Whether a folded line prints an amount of money and nothing but remarks on it. */
  boolean isAmount(String text) {
    int amount = amount(text, 0);
    return amount >= 0
        && isGlue(text.substring(0, amount))
        && isRemark(text, amountEnd(text, amount));
  }

  /**
   * Where the first amount of money begins, a printed dash for no amount included; -1 without one.
   */
  private static int amount(String text, int from) {
    for (int yen = text.indexOf('円', from); yen >= 0; yen = text.indexOf('円', yen + 1)) {
      int begin = yen;
      while (begin > from && LARGE.indexOf(text.charAt(begin - 1)) >= 0) {
        begin--;
      }
      int digits = begin;
      while (digits > from && (AMOUNT + LARGE).indexOf(text.charAt(digits - 1)) >= 0) {
        digits--;
      }
      if (digits < begin) {
        return digits;
      }
      if (begin > from && begin < yen && NOTHING.indexOf(text.charAt(begin - 1)) >= 0) {
        return begin - 1;
      }
    }
    return -1;
  }

  private static int amountEnd(String text, int amount) {
    return text.indexOf('円', amount) + 1;
  }

  /** Where the label that ends at an index begins; -1 where no budget word stands in it. */
  private int label(String text, int from, int end) {
    int at = end;
    int begin = -1;
    boolean core = false;
    while (at > from) {
      int length = cores.endAt(text, at);
      if (length > 0 && at - length >= from) {
        core = true;
      } else {
        length = words.endAt(text, at);
      }
      if (length > 0 && at - length >= from) {
        at -= length;
        begin = at;
      } else if (GLUE.indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      } else {
        break;
      }
    }
    return core ? startOfYear(text, begin, from) : -1;
  }

  /** Takes the digits of a year (2026年度, R8) before the first word of a label into it. */
  private static int startOfYear(String text, int begin, int from) {
    int at = begin;
    if (text.startsWith("年", begin)) {
      while (at > from && Character.isDigit(text.charAt(at - 1))) {
        at--;
      }
      if (at > from && "RHS".indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      }
    }
    return at;
  }

  /** Whether what stands behind an amount says more about it and nothing else. */
  private boolean isRemark(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == '※' && depth == 0) {
        return text.length() - i <= LONGEST_REMARK;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      int word = Math.max(cores.startAt(text, i), words.startAt(text, i));
      if (word == 0 && depth == 0 && !isPlain(c)) {
        return false;
      }
      i += Math.max(1, word);
    }
    return text.length() - from <= 2 * LONGEST_REMARK;
  }

  private static boolean isPlain(char c) {
    return (GLUE + LARGE + NOTHING + "円+").indexOf(c) >= 0;
  }

  private static boolean isGlue(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (GLUE.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
