package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.text.FoldedText;
import koetsu.segment.internal.Heading;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.LineFolder;

/** Says of each printed line what can be said without its neighbours. */
final class LineReader {
  /** A longer line is prose, whatever words stand in it; only a heading may stand at its head. */
  private static final int LONGEST_LABEL = 160;

  private static final int LONGEST_REMARK = 60;
  private static final String MARKUP = "#*|>_";
  private static final String BULLETS = "-–•●■◆□◇";

  private final SourceDocument document;
  private final LineFolder folder;
  private final SheetWords words;
  private final HeadingForm headings;
  private final BudgetReader budgets;
  private final OfficeReader offices;

  LineReader(DocumentContext context, LineFolder folder, SheetWords words) {
    this.document = context.document();
    this.folder = folder;
    this.words = words;
    HeadingLexicon lexicon = HeadingForm.lexicon(context);
    this.headings = new HeadingForm(context.profile(), lexicon);
    this.budgets = new BudgetReader(words);
    this.offices = new OfficeReader(words);
  }

  /**
   * The printed lines in order.
   *
   * @param skip lines that belong to no sheet
   */
  List<SheetLine> read(Predicate<Line> skip) {
    List<SheetLine> read = new ArrayList<>();
    boolean blank = true;
    boolean apart = true;
    for (Line line : document.lines()) {
      if (line.isBlank()) {
        blank = true;
      } else if (skip.test(line)) {
        apart = true;
      } else {
        read.add(read(read.size(), line, blank, apart));
        blank = false;
        apart = false;
      }
    }
    return read;
  }

  private SheetLine read(int index, Line line, boolean blank, boolean apart) {
    String text = document.slice(line.span());
    Heading found = headings.find(text).orElse(null);
    Heading heading = found != null && headings.accepts(line, text, found) ? found : null;
    Heading label =
        found != null && heading == null && headings.isLabel(line, text, found) ? found : null;
    boolean core = heading != null && headings.isCore(heading);
    if (text.length() > LONGEST_LABEL) {
      return new SheetLine(
          index, line, text, text, LineRole.TEXT, heading, label, core, null, blank, apart);
    }
    FoldedText folded = folder.fold(text);
    int from = skip(folded.text());
    String plain = plain(folded.text(), from);
    BudgetPrint budget = budgets.read(folded, from).orElse(null);
    LineRole role = budget != null ? LineRole.BUDGET : role(plain);
    return new SheetLine(
        index, line, text, plain, role, heading, label, core, budget, blank, apart);
  }

  private LineRole role(String plain) {
    if (plain.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '/')
        || plain.matches("P\\.?\\d{1,4}")) {
      return LineRole.PAGE;
    }
    if (labelled(words.ministryLabels().startAt(plain, 0), plain)) {
      return LineRole.MINISTRY;
    }
    if (labelled(words.numberLabels().startAt(plain, 0), plain)) {
      return LineRole.NUMBER;
    }
    if (plain.indexOf('円') >= 0 && budgets.isAmount(plain)) {
      return LineRole.AMOUNT;
    }
    if (offices.isOffices(plain)) {
      return LineRole.OFFICE;
    }
    return isRemark(plain) ? LineRole.REMARK : LineRole.TEXT;
  }

  /** Whether a line names a division together with the bureau it belongs to. */
  boolean isFullOffice(SheetLine line) {
    return line.role() == LineRole.OFFICE && offices.isFull(line.folded());
  }

  /** Whether an amount of money stands on a line. */
  boolean printsMoney(SheetLine line) {
    return budgets.printsMoney(line.folded());
  }

  /** Whether a line names divisions or bureaus and nothing else. */
  boolean isUnits(SheetLine line) {
    return line.role() == LineRole.OFFICE && offices.isUnits(line.folded());
  }

  private static boolean labelled(int label, String plain) {
    return label > 0 && label < plain.length() && plain.charAt(label) == ':';
  }

  private static boolean isRemark(String plain) {
    if (plain.equals("等")) {
      return true;
    }
    boolean brackets =
        plain.startsWith("(") && plain.endsWith(")") && plain.indexOf(')') == plain.length() - 1;
    boolean note = plain.startsWith("※");
    return (brackets || note) && plain.length() <= LONGEST_REMARK && plain.indexOf('。') < 0;
  }

  private static int skip(String folded) {
    int at = 0;
    while (at < folded.length() && (MARKUP + BULLETS).indexOf(folded.charAt(at)) >= 0) {
      at++;
    }
    return at < folded.length() ? at : 0;
  }

  private static String plain(String folded, int from) {
    int end = folded.length();
    while (end > from && MARKUP.indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(from, end).replace("**", "");
  }
}
