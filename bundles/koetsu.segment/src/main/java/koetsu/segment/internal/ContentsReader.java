package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;

/**
 * Reads tables of contents: the rows with item or page numbers below a heading of the word list
 * {@code contents.titles}.
 */
public final class ContentsReader {
  private static final String TITLES = "contents.titles";
  private static final int LONGEST_TITLE = 24;

  private final SourceDocument document;
  private final LineFolder folder;
  private final WordList titles;

  public ContentsReader(DocumentContext context, LineFolder folder) {
    this.document = context.document();
    this.folder = folder;
    this.titles = new WordList(context.profile(), TITLES, folder);
  }

  /** Reads all tables of contents of the document. */
  public ContentsPages read() {
    List<ContentsPages.Listed> entries = new ArrayList<>();
    List<Span> pages = new ArrayList<>();
    List<Line> lines = document.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (isTitle(lines.get(i))) {
        ContentsTable table = new ContentsTable(document);
        int end = rows(lines, i + 1, table);
        if (!table.entries().isEmpty()) {
          String list = label(lines.get(i));
          table.entries().forEach(e -> entries.add(new ContentsPages.Listed(e, list)));
          pages.add(lines.get(i).span().cover(lines.get(end - 1).span()));
          i = end - 1;
        }
      }
    }
    return entries.isEmpty() ? ContentsPages.NONE : new ContentsPages(entries, pages);
  }

  private boolean isTitle(Line line) {
    return !line.isBlank()
        && line.content().length() <= LONGEST_TITLE
        && titles.mayBeWithin(document.slice(line.content()))
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
        if (line.kind() == LineKind.HEADING || isTitle(line) || !table.add(line)) {
          break;
        }
        end = i + 1;
      }
    }
    return end;
  }
}
