package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.Quote;
import koetsu.api.text.FoldedText;

/**
 * Reads the overview list at the front of a catalogue: titles behind bullets, broken over lines,
 * each with its ministries in 【 】.
 */
final class Overview {
  /** A page with fewer tagged titles is no overview. */
  static final int FEWEST_ENTRIES = 3;

  private static final int LONGEST_MINISTRY = 8;

  /** A tag torn off its entry stands on the same page of the list. */
  private static final int FARTHEST_ENTRY = 100;

  private static final Pattern JOINTS = Pattern.compile("[・、/]");

  private final CatalogueWords words;

  Overview(CatalogueWords words) {
    this.words = words;
  }

  /**
   * An entry with what the reading of the list knows besides.
   *
   * @param entry title and ministries with their places
   * @param chapter text of the label that its stretch of the list stands under, or null
   */
  record Listed(ContentsEntry entry, String chapter) {}

  /** Whether a line ends in a tag of ministries. */
  boolean tagged(SheetLine line) {
    return tag(line) >= 0;
  }

  /** The index in the folded line where its tag of ministries opens, or -1. */
  private int tag(SheetLine line) {
    String folded = line.folded();
    if (!folded.endsWith("】")) {
      return -1;
    }
    int open = folded.lastIndexOf('【');
    if (open < 0) {
      return -1;
    }
    for (String name : JOINTS.split(folded.substring(open + 1, folded.length() - 1), -1)) {
      if (name.length() < 2
          || name.length() > LONGEST_MINISTRY
          || !words.ministryEndings.ends(name)) {
        return -1;
      }
    }
    return open;
  }

  /** The entries of the overview pages in printed order. */
  List<Listed> read(SourceDocument document, List<Page> pages) {
    List<Draft> drafts = new ArrayList<>();
    for (Page page : pages) {
      if (page.kind() == Page.Kind.OVERVIEW) {
        read(document, page, drafts);
      }
    }
    TreeSet<String> titles = new TreeSet<>();
    drafts.forEach(d -> titles.add(d.title.toString()));
    drafts.removeIf(d -> d.ministries.isEmpty() && fragment(d.title.toString(), titles));
    return drafts.stream().map(Draft::listed).toList();
  }

  private void read(SourceDocument document, Page page, List<Draft> drafts) {
    Draft open = null;
    String chapter = null;
    for (SheetLine line : page.lines()) {
      if (line.blank()) {
        continue;
      }
      String folded = line.folded();
      int tag = tag(line);
      if (line.role() == LineRole.CHAPTER || Marks.number(folded)) {
        chapter = line.text();
        open = null;
      } else if (Marks.bullet(folded.charAt(0)) && folded.charAt(0) != '※'
          || tag > 0 && (open == null || line.blanks() > 0)) {
        open = new Draft(chapter);
        drafts.add(open);
      } else if (open == null || line.blanks() > 0) {
        if (tag == 0) {
          // A tag that stands alone was torn off the nearest entry above that has none.
          Draft bare = lastBare(drafts);
          if (bare != null) {
            bare.addMinistries(document, line, 0);
          }
        } else {
          // A sentence ends the stretch of the list that the label above it heads.
          chapter = null;
        }
        open = null;
      }
      if (open != null) {
        open.add(document, line, tag);
        open = tag >= 0 ? null : open;
      }
    }
  }

  private static Draft lastBare(List<Draft> drafts) {
    int from = Math.max(0, drafts.size() - FARTHEST_ENTRY);
    for (int i = drafts.size() - 1; i >= from; i--) {
      if (drafts.get(i).ministries.isEmpty()) {
        return drafts.get(i);
      }
    }
    return null;
  }

  /** Whether a longer title begins with this one. */
  private static boolean fragment(String title, TreeSet<String> titles) {
    String next = titles.higher(title);
    return next != null && next.startsWith(title);
  }

  /** An entry while its lines are read. */
  private static final class Draft {
    private final String chapter;
    private final StringBuilder title = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final List<Quote> ministries = new ArrayList<>();

    Draft(String chapter) {
      this.chapter = chapter;
    }

    void add(SourceDocument document, SheetLine line, int tag) {
      FoldedText fold = line.fold();
      int from = 0;
      if (title.length() == 0) {
        while (from < fold.text().length() && Marks.bullet(fold.text().charAt(from))) {
          from++;
        }
      }
      int to = tag >= 0 ? tag : fold.text().length();
      if (to > from) {
        int begin = fold.origin(from);
        int end = fold.origin(to);
        while (end > begin && LineReader.white(line.text().charAt(end - 1))) {
          end--;
        }
        title.append(line.text(), begin, end);
        spans.add(document.span(line.begin() + begin, line.begin() + end));
      }
      if (tag >= 0) {
        addMinistries(document, line, tag);
      }
    }

    void addMinistries(SourceDocument document, SheetLine line, int tag) {
      FoldedText fold = line.fold();
      String folded = fold.text();
      int close = folded.length() - 1;
      int begin = tag + 1;
      for (int i = begin; i <= close; i++) {
        if (i == close || "・、/".indexOf(folded.charAt(i)) >= 0) {
          int from = fold.origin(begin);
          int to = fold.origin(i);
          ministries.add(
              new Quote(
                  line.text().substring(from, to),
                  List.of(document.span(line.begin() + from, line.begin() + to))));
          begin = i + 1;
        }
      }
    }

    Listed listed() {
      return new Listed(
          new ContentsEntry(null, new Quote(title.toString(), spans), ministries, null), chapter);
    }
  }
}
