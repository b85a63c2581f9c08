package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.record.Section;
import koetsu.segment.internal.ContentsMatcher;
import koetsu.segment.internal.ContentsPages;
import koetsu.segment.internal.ContentsReader;
import koetsu.segment.internal.Gaps;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.LineFolder;
import koetsu.segment.internal.UnnamedLines;

/** One document while it is segmented into sheets. */
final class SheetReading {
  private final DocumentContext context;
  private final ContentsPages contents;
  private final SheetWords words;
  private final List<SheetLine> lines;
  private final TitleFinder titles;
  private final List<Sheet> sheets;
  private final int[] entries;
  private final HeadReader heads;
  private final SectionReader sections;
  private final Places places;
  private final HeadingLexicon lexicon;

  SheetReading(DocumentContext context) {
    this.context = context;
    LineFolder folder = new LineFolder(context.profile(), context.text());
    this.words = SheetWords.of(context.profile(), folder);
    this.contents = new ContentsReader(context, folder).read();
    List<String> listed =
        contents.entries().stream().map(e -> folder.fold(e.entry().title().text()).text()).toList();
    ContentsMatcher matcher = new ContentsMatcher(listed);
    this.lexicon = HeadingForm.lexicon(context.profile(), folder);
    LineReader reader = new LineReader(context, folder, words, lexicon);
    this.lines = reader.read(contents::holds);
    this.titles = new TitleFinder(lines, words, matcher);
    this.sheets = new SheetFinder(lines, titles, words, context.trace()).find();
    this.entries = matcher.assign(sheets.stream().map(this::title).toList());
    this.places = new Places(context.document());
    this.heads = new HeadReader(lines, folder, places);
    this.sections =
        new SectionReader(
            lines,
            new PageMargins(lines, sheets, words),
            reader,
            words,
            new OutlineResumption(context.profile(), lexicon),
            places);
  }

  Segmentation segmentation() {
    List<Integer> parents = new PartFinder(lines, titles, sheets).find();
    List<RecordDraft> records = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      records.add(record(sheets.get(i), parents.get(i), entries[i]));
    }
    List<Span> spans = records.stream().map(r -> r.spans().get(0)).toList();
    Segmentation segmentation =
        new Segmentation(
            records,
            Gaps.between(context.document(), spans, contents.pages()),
            contents.entries().stream().map(ContentsPages.Listed::entry).toList(),
            ContentsCheck.problems(contents, records, entries));
    UnnamedLines.report(segmentation, context, lexicon);
    return segmentation;
  }

  private RecordDraft record(Sheet sheet, Integer parent, int entry) {
    List<Region> regions = heads.read(sheet);
    Set<Region.Role> named = EnumSet.noneOf(Region.Role.class);
    regions.forEach(r -> named.add(r.role()));
    List<Section> body = sections.read(sheet, named, regions);
    regions.sort(Comparator.comparing(Region::span));
    ContentsPages.Listed listed = entry < 0 ? null : contents.entries().get(entry);
    String list = listed == null ? "" : listed.list();
    String kind = new KindJudge(words).kind(parent != null, named, title(sheet), list);
    ContentsEntry listing = listed == null ? null : listed.entry();
    return new RecordDraft(parent, kind, List.of(span(sheet)), body, regions, listing);
  }

  private String title(Sheet sheet) {
    return titles.words(sheet.titleBegin(), sheet.titleEnd());
  }

  private Span span(Sheet sheet) {
    Span first = lines.get(sheet.begin()).line().span();
    return first.cover(lines.get(sheet.end() - 1).line().span());
  }
}
