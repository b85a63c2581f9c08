package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.record.Section;
import koetsu.segment.internal.ContentsMatcher;
import koetsu.segment.internal.ContentsPages;
import koetsu.segment.internal.ContentsReader;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.LineFolder;
import org.osgi.service.component.annotations.Component;

/**
 * Segments documents of sheets: pages of one programme each, with title, budget and offices at the
 * head and the sections below.
 */
@Component
public final class SheetSegmenter implements Segmenter {
  @Override
  public String id() {
    return "koetsu.segment.sheet";
  }

  @Override
  public double fits(DocumentContext context) {
    return SheetLayout.likeness(context);
  }

  @Override
  public Segmentation segment(DocumentContext context) {
    LineFolder folder = new LineFolder(context.profile(), context.text());
    SheetWords words = SheetWords.of(context.profile(), folder);
    ContentsPages contents = new ContentsReader(context, folder).read();
    ContentsMatcher matcher =
        new ContentsMatcher(
            contents.entries().stream()
                .map(e -> folder.fold(e.entry().title().text()).text())
                .toList());
    LineReader reader = new LineReader(context, folder, words);
    List<SheetLine> lines = reader.read(contents::holds);
    TitleFinder titles = new TitleFinder(lines, words, matcher);
    SheetFinder finder = new SheetFinder(lines, titles, context.trace());
    List<Sheet> sheets = finder.find();
    int[] assigned =
        matcher.assign(
            sheets.stream().map(s -> titles.words(s.titleBegin(), s.titleEnd())).toList());
    Places places = new Places(context.document());
    HeadReader heads = new HeadReader(lines, folder, places);
    OutlineResumption resumption =
        new OutlineResumption(
            context.profile(), new HeadingLexicon(context.profile(), context.text()));
    SectionReader sections = new SectionReader(lines, reader, words, resumption);
    List<Integer> parents = new PartFinder(lines, titles).find(sheets);
    KindJudge kinds = new KindJudge(words);
    List<RecordDraft> records = new ArrayList<>();
    for (Sheet sheet : sheets) {
      List<Region> regions = heads.read(sheet);
      Set<Region.Role> named = EnumSet.noneOf(Region.Role.class);
      regions.forEach(r -> named.add(r.role()));
      List<Section> body = sections.read(sheet, named, places, regions);
      regions.sort(Comparator.comparing(Region::span));
      Span span =
          lines.get(sheet.begin()).line().span().cover(lines.get(sheet.end() - 1).line().span());
      int entry = assigned[records.size()];
      records.add(
          new RecordDraft(
              parents.get(records.size()),
              kinds.kind(
                  parents.get(records.size()) != null,
                  named,
                  titles.words(sheet.titleBegin(), sheet.titleEnd()),
                  entry < 0 ? "" : contents.entries().get(entry).list()),
              List.of(span),
              body,
              regions,
              entry < 0 ? null : contents.entries().get(entry).entry()));
    }
    return new Segmentation(
        records,
        List.of(),
        contents.entries().stream().map(ContentsPages.Listed::entry).toList(),
        List.of());
  }
}
