package koetsu.segment.internal.catalogue;

import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;

/** Turns the lines of a page into a record. */
final class SheetReader {
  private final DocumentContext context;
  private final TitleIndex listed;
  private final ContactFinder contacts;
  private final TitleFinder titles;
  private final SummaryFinder summaries;
  private final BudgetFinder budgets;
  private final SheetSections sections;
  private final KindJudge kinds;

  /**
   * @param listed titles of the overview list
   */
  SheetReader(DocumentContext context, CatalogueWords words, TitleShape shape, TitleIndex listed) {
    this.context = context;
    this.listed = listed;
    this.contacts = new ContactFinder(context, words);
    this.titles = new TitleFinder(context, shape, words);
    this.summaries = new SummaryFinder(words);
    this.budgets = new BudgetFinder(context, words);
    this.sections = new SheetSections(words);
    this.kinds = new KindJudge(words);
  }

  /** Finds out what part each line plays. */
  Sheet read(Page page) {
    Sheet sheet = new Sheet(page);
    contacts.mark(sheet);
    titles.mark(sheet, listed);
    summaries.mark(sheet);
    budgets.mark(sheet);
    return sheet;
  }

  /**
   * @param entry the overview's entry for the sheet, or null
   */
  RecordDraft record(Sheet sheet, ContentsEntry entry) {
    SourceDocument document = context.document();
    Span first = document.lines().get(sheet.line(0).index()).span();
    Span last = document.lines().get(sheet.line(sheet.size() - 1).index()).span();
    return new RecordDraft(
        null,
        kinds.kind(sheet),
        List.of(first.cover(last)),
        sections.read(document, sheet),
        Regions.of(document, sheet),
        entry);
  }
}
