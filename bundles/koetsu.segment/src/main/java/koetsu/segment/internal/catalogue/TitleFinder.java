package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.text.FoldedText;

/**
 * Finds the name of a sheet's measure, which may stand at the top, in the middle or at the end.
 *
 * <p>Evidence adds up: the form of the words, the line's place among title-page furniture, summary
 * and enquiries, words shared with the summary, and the likeness to an entry of the overview list.
 */
final class TitleFinder {
  private static final String RULE = "sheet-title";

  /** With fewer points a sheet has lost its title. */
  private static final double ENOUGH = 0.9;

  /** Whatever stands around words of so few points, they are no title. */
  private static final double UNLIKELY = -3;

  private static final double FIRST = 1.5;
  private static final double BESIDE_LABEL = 1;
  private static final double OVER_SUMMARY = 3;
  private static final double OVER_ENQUIRIES = 1;

  /** Where text goes on directly below, a line is a caption or a heading rather than a title. */
  private static final double OVER_TEXT = -1.5;

  /** For sharing all of its words with the summary. */
  private static final double SHARED = 2;

  /** For being the same as a title of the overview list. */
  private static final double LISTED = 4;

  /** For being a part of other words on the page that may be the title. */
  private static final double REPEATED = -1.5;

  private static final int MOST_LINES = 3;

  /** A page of more candidates is a list or a table, and has no title to be found. */
  private static final int MOST_ON_A_PAGE = 200;

  /** Comparing with the list costs more than the rest: only what may win is compared. */
  private static final int MOST_COMPARED = 4;

  /** What follows the word for a kind of company where it is a part of the name. */
  private static final String INSIDE_NAMES = "・、等のをにがへ向者";

  private static final int SHORTEST_REST = 8;

  private final DocumentContext context;
  private final TitleShape shape;
  private final CatalogueWords words;

  TitleFinder(DocumentContext context, TitleShape shape, CatalogueWords words) {
    this.context = context;
    this.shape = shape;
    this.words = words;
  }

  /**
   * Marks the lines of the title.
   *
   * @param listed titles of the overview list
   */
  void mark(Sheet sheet, TitleIndex listed) {
    List<Candidate> candidates = candidates(sheet, listed);
    Candidate best = null;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      if (i < MOST_COMPARED) {
        candidate = candidate.with(LISTED * listed.best(candidate.folded()).likeness());
      }
      if (candidate.score() > (best == null ? ENOUGH : best.score())) {
        best = candidate;
      }
    }
    for (Candidate candidate : candidates) {
      if (best == null
          || candidate.at() < best.at()
          || candidate.at() >= best.at() + best.lines()) {
        report(sheet.line(candidate.at()), candidate.score());
      }
    }
    if (best == null) {
      return;
    }
    for (int i = 0; i < best.lines(); i++) {
      sheet.set(best.at() + i, Part.TITLE);
    }
    if (best.at() > 0
        && listed.best(best.folded()).likeness() < 1
        && sheet.lines().stream().noneMatch(l -> l.role() == LineRole.TAG)) {
      sheet.replace(best.at(), withoutTag(sheet.line(best.at())));
    }
  }

  /**
   * Lines that may be the title.
   *
   * @param at index of the first on the sheet
   * @param folded their words
   */
  private record Candidate(int at, int lines, String folded, double score) {
    Candidate with(double points) {
      return new Candidate(at, lines, folded, score + points);
    }

    boolean overlaps(Candidate other) {
      return at < other.at + other.lines && other.at < at + lines;
    }
  }

  /** What may be the title, the likeliest first, as far as the sheet itself tells. */
  private List<Candidate> candidates(Sheet sheet, TitleIndex listed) {
    Pairs summary = Pairs.of(summary(sheet));
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < sheet.size(); i++) {
      if (mayBegin(sheet, i)) {
        candidates.add(candidate(sheet, i, 1, summary));
        for (int lines = 2; lines <= MOST_LINES && continues(sheet, i + lines - 1); lines++) {
          if (ends(sheet, i, lines) || isListed(sheet, i, lines, listed)) {
            candidates.add(candidate(sheet, i, lines, summary));
          }
        }
      }
    }
    if (candidates.size() <= MOST_ON_A_PAGE) {
      candidates.replaceAll(c -> c.with(repeated(c, candidates) ? REPEATED : 0));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return candidates;
  }

  /**
   * Takes a tag off the head of a title on a sheet that has none elsewhere: the two boxes stood
   * side by side.
   */
  private SheetLine withoutTag(SheetLine line) {
    if (line.core().begin() > 0) {
      return line;
    }
    int tag = words.tag(line.folded());
    int end = line.fold().origin(tag);
    String rest = line.text().substring(end, line.core().end());
    boolean glued =
        tag > 0 && rest.length() >= SHORTEST_REST && shape.ends(words.folder().fold(rest));
    if (!glued || INSIDE_NAMES.indexOf(rest.charAt(0)) >= 0) {
      return line;
    }
    List<SheetLine.Label> labels = new ArrayList<>(line.labels());
    labels.add(
        0, new SheetLine.Label(LineRole.TAG, new Range(0, end), line.folded().substring(0, tag)));
    return line.beside(labels, new Range(end, line.core().end()));
  }

  /** Says what a line lacked that was taken for a candidate. */
  private void report(SheetLine line, double score) {
    if (context.trace().enabled()) {
      context
          .trace()
          .failed(
              RULE,
              context.document().span(line.begin(), line.begin() + line.text().length()),
              score > ENOUGH
                  ? "another line of the page has more signs of a title"
                  : "it has too few signs of a title");
    }
  }

  private static boolean mayBegin(Sheet sheet, int at) {
    if (sheet.part(at) != Part.TEXT || sheet.line(at).role() != LineRole.TEXT) {
      return false;
    }
    return sheet.opens(at)
        || !sheet.line(at).labels().isEmpty()
        || sheet.part(at - 1) == Part.FURNITURE
        || sheet.part(at - 1) == Part.CONTACT;
  }

  /** Whether words stand again in other words that are longer and may be the title as well. */
  private static boolean repeated(Candidate candidate, List<Candidate> candidates) {
    return candidates.stream()
        .anyMatch(
            c ->
                c.score() > 0
                    && c.folded().length() > candidate.folded().length()
                    && !c.overlaps(candidate)
                    && c.folded().contains(candidate.folded()));
  }

  /** Whether a line goes on with the paragraph above it and may belong to a broken title. */
  private static boolean continues(Sheet sheet, int at) {
    return at < sheet.size()
        && sheet.part(at) == Part.TEXT
        && sheet.line(at).role() == LineRole.TEXT;
  }

  /** Whether lines end their paragraph as a title broken over them would. */
  private boolean ends(Sheet sheet, int at, int lines) {
    SheetLine last = sheet.line(at + lines - 1);
    return sheet.partOrBlank(at + lines) != Part.TEXT
        && (remark(last) || shape.ends(words.core(last)) || shape.ends(joined(sheet, at, lines)));
  }

  /** Whether lines together are a title of the overview list, letter by letter. */
  private boolean isListed(Sheet sheet, int at, int lines, TitleIndex listed) {
    return listed.has(joined(sheet, at, lines).text());
  }

  private FoldedText joined(Sheet sheet, int at, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = at; i < at + lines; i++) {
      text.append(sheet.line(i).coreText());
    }
    return words.folder().fold(text.toString());
  }

  private static boolean remark(SheetLine line) {
    String folded = line.folded();
    return folded.length() > 2 && Marks.bracket(folded.charAt(0)) && Sentences.closed(folded);
  }

  private Candidate candidate(Sheet sheet, int at, int lines, Pairs summary) {
    SheetLine first = sheet.line(at);
    FoldedText folded = lines == 1 ? words.core(first) : joined(sheet, at, lines);
    double score = lines == 1 ? shape.score(first) : shape.score(folded);
    if (score > UNLIKELY) {
      score += place(sheet, at, lines) + SHARED * Pairs.of(folded.text()).share(summary);
    }
    return new Candidate(at, lines, folded.text(), score);
  }

  /** Points for what stands around lines. */
  private static double place(Sheet sheet, int at, int lines) {
    double score = at == 0 ? FIRST : 0;
    int above = sheet.above(at);
    if (above >= 0 && sheet.part(above) == Part.FURNITURE || !sheet.line(at).labels().isEmpty()) {
      score += BESIDE_LABEL;
    }
    int below = sheet.below(at + lines - 1);
    if (below == sheet.size()) {
      return score;
    }
    if (sheet.line(below).role() == LineRole.LEAD) {
      return score + OVER_SUMMARY;
    }
    if (sheet.part(below) == Part.CONTACT) {
      return score + OVER_ENQUIRIES;
    }
    return below == at + lines ? score + OVER_TEXT : score;
  }

  private static String summary(Sheet sheet) {
    StringBuilder summary = new StringBuilder();
    boolean lead = false;
    for (int i = 0; i < sheet.size(); i++) {
      SheetLine line = sheet.line(i);
      lead = line.role() == LineRole.LEAD || lead && !line.blank();
      if (lead) {
        summary.append(line.folded());
      }
    }
    return summary.toString();
  }

  /** The title's words as printed, joined without a separator; empty where it was lost. */
  static String text(Sheet sheet) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.part(i) == Part.TITLE) {
        pieces.add(sheet.line(i).coreText());
      }
    }
    return String.join("", pieces);
  }
}
