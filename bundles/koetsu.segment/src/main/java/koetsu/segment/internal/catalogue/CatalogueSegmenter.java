package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.record.Gap;
import koetsu.api.record.Problem;
import koetsu.segment.internal.PerProfile;
import koetsu.segment.internal.UnnamedLines;
import org.osgi.service.component.annotations.Component;

/**
 * Finds the sheets of a catalogue of measures: one record per page of a document whose pages were
 * written out box by box in no order.
 */
@Component
public final class CatalogueSegmenter implements Segmenter {
  private static final String BREAK = "page-break";

  /** So many lines show what kind of document it is. */
  private static final int GLANCE = 2000;

  private final PerProfile<CatalogueWords> words = new PerProfile<>(CatalogueWords::new);

  @Override
  public String id() {
    return "koetsu.segment.catalogue";
  }

  @Override
  public double fits(DocumentContext context) {
    List<SheetLine> lines = new LineReader(words.of(context)).read(context.document(), GLANCE);
    return new CatalogueSigns(lines).score();
  }

  @Override
  public Segmentation segment(DocumentContext context) {
    SourceDocument document = context.document();
    CatalogueWords words = this.words.of(context);
    Overview overview = new Overview(words);
    TitleShape shape = new TitleShape(words);
    List<SheetLine> lines = new LineReader(words).read(document, Integer.MAX_VALUE);
    List<PageBreaks.Candidate> breaks = new PageBreaks(shape).find(lines);
    Paginator paginator = new Paginator(lines, breaks, overview, words);
    List<Page> pages = paginator.cut(unlisted(lines));
    List<Overview.Listed> listed = overview.read(document, pages);
    TitleIndex titles =
        new TitleIndex(
            listed.stream()
                .map(e -> words.folder().fold(e.entry().title().text()).text())
                .toList());
    if (!listed.isEmpty()) {
      // Only a cut into pages tells which of them are the overview, whose titles tell pages apart.
      pages = paginator.cut(listed(lines, titles, words, shape));
    }
    if (context.trace().enabled()) {
      report(context, breaks, pages);
    }

    SheetReader reader = new SheetReader(context, words, shape, titles);
    List<RecordDraft> records = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Set<Integer> entries = new HashSet<>();
    PageNumberCheck numbers = new PageNumberCheck(document);
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      if (page.kind() == Page.Kind.SHEET) {
        Sheet sheet = reader.read(page);
        numbers.add(i, sheet);
        int entry = titles.best(words.folder().fold(TitleFinder.text(sheet)).text()).index();
        entries.add(entry);
        ContentsEntry contents = entry < 0 ? null : listed.get(entry).entry();
        records.add(reader.record(sheet, contents));
      } else {
        gaps.add(new Gap(gapKind(page, records), span(document, page)));
      }
    }
    List<Problem> problems = new ArrayList<>(OverviewProblems.of(listed, records, entries));
    problems.addAll(numbers.problems());
    Segmentation segmentation =
        new Segmentation(
            records, gaps, listed.stream().map(Overview.Listed::entry).toList(), problems);
    UnnamedLines.report(segmentation, context, words.headings());
    return segmentation;
  }

  private static int[] unlisted(List<SheetLine> lines) {
    int[] none = new int[lines.size()];
    Arrays.fill(none, -1);
    return none;
  }

  /** For each line the index of the listed title that no other line is more like, or -1. */
  private static int[] listed(
      List<SheetLine> lines, TitleIndex titles, CatalogueWords words, TitleShape shape) {
    int[] found = unlisted(lines);
    double[] likeness = new double[lines.size()];
    Map<Integer, Double> most = new HashMap<>();
    for (SheetLine line : lines) {
      if (shape.score(line) > 0) {
        TitleIndex.Match match = titles.best(words.core(line).text());
        found[line.index()] = match.index();
        likeness[line.index()] = match.likeness();
        most.merge(match.index(), match.likeness(), Math::max);
      }
    }
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0 && likeness[i] < most.get(found[i])) {
        found[i] = -1;
      }
    }
    return found;
  }

  /** Says of the places where a page might have begun why none does. */
  private static void report(
      DocumentContext context, List<PageBreaks.Candidate> breaks, List<Page> pages) {
    Set<Integer> begins = new HashSet<>();
    pages.forEach(p -> begins.add(p.first().index()));
    for (PageBreaks.Candidate candidate : breaks) {
      if (!begins.contains(candidate.line())) {
        context
            .trace()
            .failed(
                BREAK,
                context.document().lines().get(candidate.line()).content(),
                "the lines before and behind it make up one page rather than two");
      }
    }
  }

  private static String gapKind(Page page, List<RecordDraft> before) {
    return switch (page.kind()) {
      case OVERVIEW -> "contents";
      case DIVIDER -> "divider";
      default -> before.isEmpty() ? "front-matter" : "back-matter";
    };
  }

  static Span span(SourceDocument document, Page page) {
    SheetLine last = page.last();
    return document
        .lines()
        .get(page.first().index())
        .span()
        .cover(document.lines().get(last.index()).span());
  }
}
