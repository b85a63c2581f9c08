package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.text.WordTable;

/**
 * Reads tables of contents: the rows with item or page numbers below a heading of the word list
 * {@code contents.titles}.
 */
public final class ContentsReader {
  private static final String TITLES = "contents.titles";
  private static final int LONGEST_TITLE = 24;

  private final SourceDocument document;
  private final LineFolder folder;
  private final WordTable titles;

  public ContentsReader(DocumentContext context, LineFolder folder) {
    this.document = context.document();
    this.folder = folder;
    this.titles = folder.words(context.profile(), TITLES);
  }

  /** Reads all tables of contents of the document. */
  public Contents read() {
    List<ContentsPages> tables = new ArrayList<>();
    List<ContentsPages.Listed> entries = new ArrayList<>();
    List<Span> pages = new ArrayList<>();
    List<Line> lines = document.lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      ContentsTable page = isTitle(line) ? new ContentsTable(document) : null;
      int end = page == null ? i : rows(lines, i + 1, page);
      if (page != null && !page.entries().isEmpty()) {
        String list = label(line);
        page.entries().forEach(e -> entries.add(new ContentsPages.Listed(e, list)));
        pages.add(line.span().cover(lines.get(end - 1).span()));
        i = end - 1;
      } else if (!line.isBlank() && !pages.isEmpty()) {
        tables.add(new ContentsPages(entries, pages));
        entries.clear();
        pages.clear();
      }
    }
    if (!pages.isEmpty()) {
      tables.add(new ContentsPages(entries, pages));
    }
    return new Contents(tables);
  }

  private boolean isTitle(Line line) {
    return !line.isBlank()
        && line.content().length() <= LONGEST_TITLE
        && titles.mayBeWithin(
            document.text(),
            document.utf16(line.content().begin()),
            document.utf16(line.content().end()))
        && titles.starts(label(line));
  }

  private String label(Line line) {
    return MarkedLine.of(folder.fold(document.slice(line.content()))).labels().get(0).text();
  }

  /** Reads the rows of a table into it and says before which line it ends. */
  private int rows(List<Line> lines, int begin, ContentsTable table) {
    int end = begin;
    for (int i = begin; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!line.isBlank()) {
        boolean apart = i > end;
        if (line.kind() == LineKind.HEADING || isTitle(line) || !table.add(line, apart)) {
          break;
        }
        end = i + 1;
      }
    }
    return end;
  }
}
