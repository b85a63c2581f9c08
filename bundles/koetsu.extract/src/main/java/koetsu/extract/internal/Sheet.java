package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.Region;

/**
 * The printed lines of one record, without blank lines and page furniture, as a reader sees them:
 * what stands before and after a place across hard-wrapped lines. For one thread.
 */
final class Sheet {
  /** Characters that open a block or a note at the head of a line. */
  private static final String OPENERS = "【<＜《";

  /** Characters that end a sentence, an item or a heading at the end of a line. */
  private static final String ENDS = "。.:】>＞》";

  /** Lines further apart than this do not make one sentence: one blank line may be a page's. */
  private static final int MAX_GAP = 2;

  /** Extractors are asked about a record one after the other: they share what was read of it. */
  private static final ThreadLocal<Sheet> LATEST = new ThreadLocal<>();

  private final ExtractionContext context;
  private final List<Line> lines = new ArrayList<>();
  private final Passage[] passages;
  private final Paragraph[] paragraphs;
  private List<Passage> titles;
  private List<Span> budgets;

  /** The sheet of a record. */
  static Sheet of(ExtractionContext context) {
    Sheet latest = LATEST.get();
    if (latest == null || !latest.isOf(context)) {
      latest = new Sheet(context);
      LATEST.set(latest);
    }
    return latest;
  }

  private boolean isOf(ExtractionContext other) {
    return context.record() == other.record()
        && context.in().document() == other.in().document()
        && context.in().tokens() == other.in().tokens()
        && context.in().text() == other.in().text();
  }

  private Sheet(ExtractionContext context) {
    this.context = context;
    SourceDocument document = context.in().document();
    List<Span> furniture = context.record().regions(Region.Role.FURNITURE);
    int skipped = 0;
    for (Span span : context.record().spans()) {
      if (span.isEmpty()) {
        continue;
      }
      int last = document.lineAt(span.end() - 1).number();
      for (int n = document.lineAt(span.begin()).number(); n <= last; n++) {
        Line line = document.lines().get(n);
        while (skipped < furniture.size()
            && furniture.get(skipped).end() <= line.content().begin()) {
          skipped++;
        }
        boolean isFurniture =
            skipped < furniture.size() && furniture.get(skipped).contains(line.content());
        if (!line.isBlank() && !line.content().isEmpty() && !isFurniture) {
          lines.add(line);
        }
      }
    }
    passages = new Passage[lines.size()];
    paragraphs = new Paragraph[lines.size()];
  }

  /** The title's lines, folded. */
  List<Passage> titles() {
    if (titles == null) {
      titles = new ArrayList<>();
      for (Span title : context.record().regions(Region.Role.TITLE)) {
        titles.add(Passage.of(context, title));
      }
    }
    return titles;
  }

  /** The lines that state a budget, found once; whoever traces wants to hear why others do not. */
  List<Span> budgets(ExtractionContext asking, BudgetLines rule) {
    if (budgets == null || asking.in().trace().enabled()) {
      budgets = rule.of(asking, this);
    }
    return budgets;
  }

  int size() {
    return lines.size();
  }

  Line line(int index) {
    return lines.get(index);
  }

  /** The content of a line, folded. */
  Passage passage(int index) {
    if (passages[index] == null) {
      passages[index] = Passage.of(context, lines.get(index).content());
    }
    return passages[index];
  }

  /** A stretch of the source, folded. */
  String folded(Span stretch) {
    return Passage.of(context, stretch).text();
  }

  String text(int index) {
    return passage(index).text();
  }

  /** The index of the line that holds a code point, or -1 where the record has no such line. */
  int indexOf(int offset) {
    int low = 0;
    int high = lines.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = lines.get(middle).span();
      if (span.end() < offset) {
        low = middle + 1;
      } else if (span.begin() > offset) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /** The printed line without the white space around it: marks stay. */
  Span printed(int index) {
    SourceDocument document = context.in().document();
    Span span = lines.get(index).span();
    String source = document.text();
    int begin = document.utf16(span.begin());
    int end = document.utf16(span.end());
    while (begin < end && Passage.isSpace(source.charAt(begin))) {
      begin++;
    }
    while (end > begin && Passage.isSpace(source.charAt(end - 1))) {
      end--;
    }
    return document.span(begin, end);
  }

  /** Lines that one sentence or item runs over, with their joint text. */
  record Paragraph(int from, int to, Passage passage) {}

  /** The paragraph around a line: back to a mark, heading or end of sentence, on to the next. */
  Paragraph paragraph(int index) {
    if (paragraphs[index] == null) {
      Paragraph paragraph = read(index);
      Arrays.fill(paragraphs, paragraph.from(), paragraph.to(), paragraph);
    }
    return paragraphs[index];
  }

  private Paragraph read(int index) {
    int from = index;
    while (!opensParagraph(from)) {
      from--;
    }
    int to = index + 1;
    while (to < lines.size() && !opensParagraph(to)) {
      to++;
    }
    List<Span> stretches = new ArrayList<>();
    for (int i = from; i < to; i++) {
      stretches.add(lines.get(i).content());
    }
    return new Paragraph(
        from, to, to - from == 1 ? passage(from) : Passage.flowing(context, stretches));
  }

  /** Whether a line begins something new and does not continue the sentence above it. */
  boolean opensParagraph(int index) {
    if (index == 0) {
      return true;
    }
    Line line = lines.get(index);
    Line above = lines.get(index - 1);
    if (line.kind() != LineKind.TEXT
        || above.kind() == LineKind.HEADING
        || above.kind() == LineKind.TABLE_ROW
        || line.number() - above.number() > MAX_GAP) {
      return true;
    }
    String text = text(index);
    String before = text(index - 1);
    // nothing but emphasis marks leaves nothing
    return text.isEmpty()
        || before.isEmpty()
        || Marks.marked(text, 0)
        || OPENERS.indexOf(text.charAt(0)) >= 0
        || ENDS.indexOf(before.charAt(before.length() - 1)) >= 0;
  }
}
