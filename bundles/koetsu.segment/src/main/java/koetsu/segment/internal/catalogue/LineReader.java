package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.text.FoldedText;

/**
 * Says of every line of a document what it is by its own print.
 *
 * <p>Most roles are in the words. Two are in how often they come: the chapter labels are the
 * numbered lines that come back beside other page furniture, and the bullet of the summaries is the
 * one that most often opens a paragraph.
 */
final class LineReader {
  /** Indents a line on a page; the traces of page breaks are other white space. */
  private static final char IDEOGRAPHIC_SPACE = '\u3000';

  private static final int LONGEST_CHAPTER = 28;
  private static final int LONGEST_NOTICE = 24;

  /** Shorter lines come back in drawings. */
  private static final int SHORTEST_RUNNING_TITLE = 8;

  private static final int LONGEST_RUNNING_TITLE = 40;
  private static final int FEWEST_RUNNING_TITLES = 4;

  /** Shorter lines behind a bullet are headings or items rather than a summary. */
  private static final int SHORTEST_SUMMARY = 20;

  /** What is left beside a label must be more than a stray mark. */
  private static final int SHORTEST_REST = 4;

  private final CatalogueWords words;

  LineReader(CatalogueWords words) {
    this.words = words;
  }

  /**
   * @param most number of lines after which the reading ends
   */
  List<SheetLine> read(SourceDocument document, int most) {
    List<Line> wanted = document.lines().subList(0, Math.min(most, document.lines().size()));
    List<SheetLine> lines = new ArrayList<>(wanted.size());
    int blanks = 0;
    for (Line line : wanted) {
      SheetLine read = plain(document, line, blanks, lines);
      blanks = read.blank() ? blanks + 1 : 0;
      lines.add(read);
    }
    Set<String> chapters = chapters(lines);
    String mark = leadMark(lines, SheetLine::opens);
    mark = mark.isEmpty() ? leadMark(lines, l -> true) : mark;
    Set<String> running = runningTitles(lines);
    for (int i = 0; i < lines.size(); i++) {
      SheetLine line = lines.get(i);
      if (line.role() == LineRole.TEXT || line.role() == LineRole.LEAD) {
        boolean title = running.contains(line.folded());
        lines.set(i, title ? line.as(LineRole.NOTICE) : settled(line, chapters, mark));
      }
    }
    new OtherLeads(words).mark(lines);
    return List.copyOf(lines);
  }

  private SheetLine plain(SourceDocument document, Line line, int blanks, List<SheetLine> before) {
    int from = document.utf16(line.span().begin());
    int to = document.utf16(line.span().end());
    String all = document.text();
    int begin = from;
    while (begin < to && white(all.charAt(begin))) {
      begin++;
    }
    int end = to;
    while (end > begin && white(all.charAt(end - 1))) {
      end--;
    }
    if (begin == end) {
      return SheetLine.blank(line.number(), begin, blanks, begin > from);
    }
    String text = all.substring(begin, end);
    FoldedText fold = words.folder().fold(text);
    LineRole role = role(text, fold.text(), blanks, before);
    return new SheetLine(
        line.number(),
        begin,
        text,
        fold,
        words.heading(fold),
        blanks,
        begin > from && all.charAt(from) != IDEOGRAPHIC_SPACE,
        role,
        List.of(),
        new Range(0, text.length()));
  }

  static boolean white(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private LineRole role(String text, String folded, int blanks, List<SheetLine> before) {
    if (folded.isEmpty()) {
      return LineRole.BLANK;
    }
    String bare = Marks.strip(folded);
    if (link(bare) || continuesLink(text, blanks, before)) {
      return LineRole.LINK;
    }
    if (PageNumber.of(folded) >= 0) {
      return LineRole.NUMBER;
    }
    if (contact(bare)) {
      return LineRole.CONTACT;
    }
    if (words.tagsOnly(folded)) {
      return LineRole.TAG;
    }
    if (folded.length() <= LONGEST_NOTICE && words.notices.ends(folded)) {
      return LineRole.NOTICE;
    }
    if (words.credits.starts(folded)) {
      return LineRole.CREDIT;
    }
    return words.leadMarks.starts(folded) ? LineRole.LEAD : LineRole.TEXT;
  }

  private static boolean link(String bare) {
    return bare.startsWith("http://") || bare.startsWith("https://") || bare.startsWith("www.");
  }

  /** An address that was broken over lines goes on in characters of addresses. */
  private static boolean continuesLink(String text, int blanks, List<SheetLine> before) {
    return blanks == 0
        && !before.isEmpty()
        && ofLink(text.charAt(0))
        && endsInLink(before.get(before.size() - 1))
        && text.chars().allMatch(LineReader::ofLink);
  }

  private static boolean ofLink(int c) {
    return c > ' ' && c < 0x7F || c == '）';
  }

  /** Whether an address stands at the end of a line. */
  private static boolean endsInLink(SheetLine line) {
    int begin = line.text().lastIndexOf("://");
    return line.role() == LineRole.LINK
        || begin >= 0 && line.text().substring(begin).chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  private boolean contact(String bare) {
    int head = words.contact.startAt(bare, 0);
    return head > 0 && (bare.length() == head || ":】)>(].".indexOf(bare.charAt(head)) >= 0);
  }

  private Set<String> chapters(List<SheetLine> lines) {
    Map<String, int[]> seen = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      SheetLine line = lines.get(i);
      if (line.role() == LineRole.TEXT && numbered(line)) {
        int[] counts = seen.computeIfAbsent(line.folded(), k -> new int[3]);
        counts[0]++;
        counts[1] += besideFurniture(lines, i) ? 1 : 0;
        counts[2] += besideLabel(lines, i) ? 1 : 0;
      }
    }
    Set<String> chapters = new HashSet<>();
    seen.forEach(
        (label, counts) -> {
          if (counts[2] > 0 || counts[0] > 1 && counts[1] * 2 >= counts[0]) {
            chapters.add(label);
          }
        });
    return chapters;
  }

  private boolean numbered(SheetLine line) {
    String folded = line.folded();
    int digits = 0;
    while (digits < folded.length() && Character.isDigit(folded.charAt(digits))) {
      digits++;
    }
    return digits > 0
        && digits < 3
        && folded.length() > digits + 2
        && !Character.isDigit(folded.charAt(digits + 1))
        && folded.length() <= LONGEST_CHAPTER
        && ".．".indexOf(folded.charAt(digits)) >= 0
        && folded.indexOf('。') < 0
        && line.heading().filter(h -> h.known()).isEmpty();
  }

  /** Whether a tag or notice is printed next above or below. */
  private static boolean besideLabel(List<SheetLine> lines, int at) {
    return label(lines, above(lines, at)) || label(lines, below(lines, at));
  }

  /** Whether a label is printed next above or below, an entry below, or a page seems to end. */
  private static boolean besideFurniture(List<SheetLine> lines, int at) {
    int below = below(lines, at);
    return besideLabel(lines, at)
        || below < lines.size() && entry(lines.get(below))
        || below == lines.size()
        || below == at + 1 && lines.get(below).indented()
        || below > at + 2;
  }

  /** Whether a line looks like an entry of an overview list, which its chapter's label heads. */
  private static boolean entry(SheetLine line) {
    return line.role() == LineRole.TEXT
        && Marks.bullet(line.folded().charAt(0))
        && line.folded().endsWith("】");
  }

  private static int above(List<SheetLine> lines, int at) {
    int above = at - 1;
    while (above >= 0 && lines.get(above).blank()) {
      above--;
    }
    return above;
  }

  private static int below(List<SheetLine> lines, int at) {
    int below = at + 1;
    while (below < lines.size() && lines.get(below).blank()) {
      below++;
    }
    return below;
  }

  private static boolean label(List<SheetLine> lines, int at) {
    return at >= 0
        && at < lines.size()
        && (lines.get(at).role() == LineRole.TAG || lines.get(at).role() == LineRole.NOTICE);
  }

  /** The lines that come back on about every page and are no headings. */
  private Set<String> runningTitles(List<SheetLine> lines) {
    Map<String, Integer> counts = new HashMap<>();
    int sheets = 0;
    for (SheetLine line : lines) {
      sheets += line.role() == LineRole.CONTACT ? 1 : 0;
      int length = line.folded().length();
      if (line.role() == LineRole.TEXT
          && length >= SHORTEST_RUNNING_TITLE
          && length <= LONGEST_RUNNING_TITLE) {
        counts.merge(line.folded(), 1, Integer::sum);
      }
    }
    int fewest = Math.max(FEWEST_RUNNING_TITLES, sheets / 2);
    Set<String> running = new HashSet<>();
    for (SheetLine line : lines) {
      int length = line.folded().length();
      if (length >= SHORTEST_RUNNING_TITLE
          && length <= LONGEST_RUNNING_TITLE
          && line.heading().isEmpty()
          && counts.getOrDefault(line.folded(), 0) >= fewest) {
        running.add(line.folded());
      }
    }
    return running;
  }

  /** The bullet that most often opens a summary on lines in places where summaries may stand. */
  private String leadMark(List<SheetLine> lines, Predicate<SheetLine> placed) {
    Map<String, Integer> counts = new TreeMap<>();
    for (SheetLine line : lines) {
      if (line.role() == LineRole.LEAD
          && (placed.test(line) || line.indented())
          && line.folded().length() >= SHORTEST_SUMMARY) {
        String folded = line.folded();
        counts.merge(folded.substring(0, words.leadMarks.startAt(folded, 0)), 1, Integer::sum);
      }
    }
    String best = "";
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > counts.getOrDefault(best, 0)) {
        best = count.getKey();
      }
    }
    return best;
  }

  private SheetLine settled(SheetLine line, Set<String> chapters, String mark) {
    if (line.role() == LineRole.LEAD) {
      boolean lead = !mark.isEmpty() && line.folded().startsWith(mark);
      return lead ? line : line.as(LineRole.TEXT);
    }
    if (chapters.contains(line.folded())) {
      return line.as(LineRole.CHAPTER);
    }
    return withLabels(line, chapters);
  }

  /** Finds labels that were run together with other text, at either end of the line. */
  private SheetLine withLabels(SheetLine line, Set<String> chapters) {
    if (line.folded().length() == line.text().length()) {
      // Without white space nothing on the line is set apart.
      return line;
    }
    List<SheetLine.Label> labels = new ArrayList<>();
    Range core = new Range(0, line.text().length());
    for (boolean more = true; more; ) {
      SheetLine.Label first = firstCell(line, core, chapters);
      SheetLine.Label last = first == null ? lastCell(line, core, chapters) : null;
      more = first != null || last != null;
      if (first != null) {
        labels.add(first);
        core = trimmed(line.text(), new Range(first.range().end(), core.end()));
      } else if (last != null) {
        labels.add(last);
        core = trimmed(line.text(), new Range(core.begin(), last.range().begin()));
      }
    }
    if (labels.isEmpty()) {
      return line;
    }
    if (core.isEmpty()) {
      return line.as(labels.get(0).role());
    }
    return core.end() - core.begin() < SHORTEST_REST ? line : line.beside(labels, core);
  }

  private SheetLine.Label firstCell(SheetLine line, Range core, Set<String> chapters) {
    String text = line.text();
    int end = core.begin();
    while (end < core.end() && !white(text.charAt(end))) {
      end++;
    }
    if (end == core.end() && core.begin() == 0) {
      return null;
    }
    return cell(text, new Range(core.begin(), end), chapters);
  }

  private SheetLine.Label lastCell(SheetLine line, Range core, Set<String> chapters) {
    String text = line.text();
    int begin = core.end();
    while (begin > core.begin() && !white(text.charAt(begin - 1))) {
      begin--;
    }
    return begin == core.begin() ? null : cell(text, new Range(begin, core.end()), chapters);
  }

  private SheetLine.Label cell(String text, Range range, Set<String> chapters) {
    if (range.isEmpty() || range.end() - range.begin() > LONGEST_CHAPTER) {
      return null;
    }
    String folded = words.folder().fold(text.substring(range.begin(), range.end())).text();
    if (chapters.contains(folded)) {
      return new SheetLine.Label(LineRole.CHAPTER, range, folded);
    }
    if (words.tagsOnly(folded)) {
      return new SheetLine.Label(LineRole.TAG, range, folded);
    }
    if (folded.chars().allMatch(Character::isDigit) && PageNumber.of(folded) >= 0) {
      return new SheetLine.Label(LineRole.NUMBER, range, folded);
    }
    boolean notice = folded.length() <= LONGEST_NOTICE && words.notices.ends(folded);
    return notice ? new SheetLine.Label(LineRole.NOTICE, range, folded) : null;
  }

  private static Range trimmed(String text, Range range) {
    int begin = range.begin();
    int end = range.end();
    while (begin < end && white(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && white(text.charAt(end - 1))) {
      end--;
    }
    return new Range(begin, end);
  }
}
