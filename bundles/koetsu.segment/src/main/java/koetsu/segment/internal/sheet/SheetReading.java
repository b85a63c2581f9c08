package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import koetsu.api.document.Line;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import koetsu.segment.internal.Contents;
import koetsu.segment.internal.ContentsPages;
import koetsu.segment.internal.ContentsReader;
import koetsu.segment.internal.Gaps;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.LineFolder;
import koetsu.segment.internal.UnnamedLines;

/** One document while it is segmented into sheets. */
final class SheetReading {
  private final DocumentContext context;
  private final Contents contents;
  private final ContentsInForce inForce;
  private final List<SheetLine> lines;
  private final List<Sheet> sheets;
  private final List<String> titles;
  private final boolean counted;
  private final List<Integer> parents;
  private final KindJudge kinds;
  private final HeadingLexicon headings;
  private final HeadReader heads;
  private final SectionReader sections;

  SheetReading(DocumentContext context, SheetLexicon lexicon) {
    this.context = context;
    this.headings = lexicon.headings();
    LineFolder folder = lexicon.folder();
    SheetWords words = lexicon.words();
    this.contents = new ContentsReader(context, folder).read();
    this.inForce = new ContentsInForce(contents, folder);
    LineReader reader = new LineReader(context, lexicon);
    this.lines = reader.read(contents::holds);
    TitleFinder titleFinder = new TitleFinder(lines, words, inForce);
    this.sheets = new SheetFinder(lines, titleFinder, words, context.trace()).find();
    this.counted = countsHeadings();
    this.titles =
        sheets.stream().map(s -> titleFinder.words(s.titleBegin(), s.titleEnd())).toList();
    this.parents = new PartFinder(lines, sheets, titles, context.trace()).find();
    this.kinds = new KindJudge(words);
    Places places = new Places(context.document());
    this.heads = new HeadReader(lines, folder, places);
    this.sections =
        new SectionReader(
            lines,
            new PageMargins(lines, sheets, words),
            reader,
            words,
            new OutlineResumption(context.profile(), lexicon.headings()),
            places);
  }

  Segmentation segmentation() {
    List<RecordDraft> records = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    while (records.size() < sheets.size()) {
      int from = records.size();
      int table = inForce.table(first(from));
      int to = from + 1;
      while (to < sheets.size() && inForce.table(first(to)) == table) {
        to++;
      }
      int[] entries = new int[to - from];
      Arrays.fill(entries, -1);
      if (table >= 0) {
        entries = inForce.assign(table, titles.subList(from, to));
      }
      for (int i = from; i < to; i++) {
        int entry = entries[i - from];
        records.add(
            record(i, entry < 0 ? null : contents.tables().get(table).entries().get(entry)));
      }
      if (table >= 0) {
        problems.addAll(
            ContentsCheck.problems(contents.tables().get(table), from, records, entries));
      }
    }
    List<Span> spans = records.stream().map(r -> r.spans().get(0)).toList();
    Segmentation segmentation =
        new Segmentation(
            records,
            Gaps.between(context.document(), spans, contents),
            contents.entries(),
            problems);
    UnnamedLines.report(segmentation, context, headings);
    return segmentation;
  }

  private Line first(int sheet) {
    return lines.get(sheets.get(sheet).begin()).line();
  }

  private RecordDraft record(int index, ContentsPages.Listed listed) {
    Sheet sheet = sheets.get(index);
    List<Region> regions = heads.read(sheet);
    Set<Region.Role> named = EnumSet.noneOf(Region.Role.class);
    regions.forEach(r -> named.add(r.role()));
    List<Section> body = sections.read(sheet, named, regions);
    regions.sort(Comparator.comparing(Region::span));
    Integer parent = parents.get(index);
    String list = listed == null ? "" : listed.list();
    String kind = kinds.kind(parent != null, named, titles.get(index), list);
    ContentsEntry entry = listed == null ? null : identity(listed.entry());
    return new RecordDraft(parent, kind, List.of(span(sheet)), body, regions, entry);
  }

  /** An entry with its number where it is a programme's and not merely the row's. */
  private ContentsEntry identity(ContentsEntry entry) {
    return counted
        ? entry
        : new ContentsEntry(null, entry.title(), entry.ministries(), entry.page());
  }

  /**
   * Whether the sheets count their headings (①施策の目的). Those are the sheets of packages, whose
   * programmes are known by their number in the contents; other contents number their rows.
   */
  private boolean countsHeadings() {
    long counting =
        sheets.stream()
            .filter(s -> s.body() < lines.size() && lines.get(s.body()).heading() != null)
            .filter(s -> lines.get(s.body()).heading().marks().number())
            .count();
    return counting * 2 >= sheets.size();
  }

  private Span span(Sheet sheet) {
    Span first = lines.get(sheet.begin()).line().span();
    return first.cover(lines.get(sheet.end() - 1).line().span());
  }
}
