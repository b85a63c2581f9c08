package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.text.FoldedText;
import koetsu.segment.internal.Heading;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.MarkedLine;

/** Says of each printed line what can be said without its neighbours. */
final class LineReader {
  /** A longer line is prose like one with a full stop; only a heading may stand at its head. */
  private static final int LONGEST_LABEL = 160;

  private static final int LONGEST_REMARK = 60;
  private static final int LONGEST_PAGE = 8;
  private static final Pattern PAGE = Pattern.compile("P\\.?[0-9]{1,4}|-?[0-9]{1,4}-?");

  private final SourceDocument document;
  private final LineWords lineWords;
  private final SheetWords words;
  private final HeadingLexicon lexicon;
  private final HeadingForm headings;
  private final BudgetReader budgets;
  private final OfficeReader offices;

  LineReader(DocumentContext context, SheetLexicon lexicon) {
    this.document = context.document();
    this.lineWords = new LineWords(document, lexicon.folder());
    this.words = lexicon.words();
    this.lexicon = lexicon.headings();
    this.headings = lexicon.form();
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
        SheetLine printed = read(read.size(), line, blank, apart);
        int above = read.size() - 1;
        if (printed.heading() != null && above >= 0 && mayContain(read.get(above))) {
          read.set(above, read.get(above).asContainer());
        }
        read.add(printed);
        blank = false;
        apart = false;
      }
    }
    mend(read);
    return read;
  }

  /** Reads a budget that was broken over two lines: 令和8年度 | 補正予算額:, 120 | 億円, 3億円の | 内数. */
  private void mend(List<SheetLine> lines) {
    for (int i = 1; i < lines.size(); i++) {
      SheetLine above = lines.get(i - 1);
      SheetLine below = lines.get(i);
      if (!below.blankBefore()
          && !below.apart()
          && above.heading() == null
          && below.heading() == null
          && BudgetReader.mayGoOn(lineWords.last(above.line()))
          && budgets.goesOn(above.text(), below.text())) {
        FoldedText joined = lineWords.fold(above.text().stripTrailing() + below.text());
        BudgetPrint budget = budgets.read(joined, LineWords.begin(joined)).orElse(null);
        boolean states = budget != null && !budget.title();
        if (states || budgets.isAmount(LineWords.plain(joined))) {
          lines.set(i - 1, above.as(states ? LineRole.BUDGET : LineRole.AMOUNT, budget));
          lines.set(i, below.as(LineRole.AMOUNT, null));
        }
      }
    }
  }

  /** Whether a heading that may have a body would have none if another one followed it. */
  private static boolean mayContain(SheetLine line) {
    return line.isHeading() && line.heading().container();
  }

  private SheetLine read(int index, Line line, boolean blank, boolean apart) {
    int begin = document.utf16(line.span().begin());
    int end = document.utf16(line.span().end());
    boolean prose = isProse(begin, end);
    if (prose && !lexicon.mayOpen(document.text(), begin, end)) {
      return new SheetLine(
          index,
          line,
          LineRole.TEXT,
          null,
          null,
          false,
          false,
          false,
          null,
          blank,
          apart,
          lineWords);
    }
    String text = document.text().substring(begin, end);
    FoldedText folded = prose ? null : lineWords.fold(text);
    MarkedLine marked = prose ? lexicon.mark(text) : MarkedLine.of(folded);
    Heading found = headings.find(line, text, marked).orElse(null);
    Heading heading = found != null && headings.accepts(line, text, found) ? found : null;
    Heading label =
        found != null && heading == null && headings.isLabel(line, text, found) ? found : null;
    boolean core = heading != null && headings.isCore(heading);
    boolean whole = heading != null && text.substring(heading.end()).isBlank();
    boolean container = whole && heading.container() && heading.type() == null;
    BudgetPrint budget =
        folded == null ? null : budgets.read(folded, LineWords.begin(folded)).orElse(null);
    LineRole role =
        budget != null
            ? LineRole.BUDGET
            : folded == null ? LineRole.TEXT : role(LineWords.plain(folded));
    return new SheetLine(
        index, line, role, heading, label, core, container, whole, budget, blank, apart, lineWords);
  }

  private boolean isProse(int begin, int end) {
    boolean prose = end - begin > LONGEST_LABEL;
    for (int i = begin; i < end && !prose; i++) {
      prose = document.text().charAt(i) == '。';
    }
    return prose;
  }

  private LineRole role(String plain) {
    if (plain.length() <= LONGEST_REMARK) {
      if (plain.length() <= LONGEST_PAGE && PAGE.matcher(plain).matches()) {
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
}
