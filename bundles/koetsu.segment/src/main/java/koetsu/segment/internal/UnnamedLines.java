package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koetsu.api.document.Line;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.record.Section;
import koetsu.api.text.TokenKind;
import koetsu.api.text.WordTable;

/**
 * Tells the trace of a finished segmentation what the lines lacked that became body text: to be a
 * heading, a budget line or an office line. Does nothing where nobody asks.
 */
public final class UnnamedLines {
  private static final String HEADING = "section-heading";
  private static final String BUDGET = "budget-line";
  private static final String OFFICE = "office-line";
  private static final String OFFICE_ENDINGS = "sheet.office-endings";

  /** A longer line is no label. */
  private static final int LONGEST_LABEL = 40;

  private final DocumentContext context;
  private final HeadingLexicon lexicon;
  private final LineFolder folder;
  private final WordTable offices;

  private UnnamedLines(DocumentContext context, HeadingLexicon lexicon) {
    this.context = context;
    this.lexicon = lexicon;
    this.folder = new LineFolder(context.profile(), context.text());
    this.offices = folder.words(context.profile(), OFFICE_ENDINGS);
  }

  /**
   * @param lexicon the headings that the segmenter knows
   */
  public static void report(
      Segmentation segmentation, DocumentContext context, HeadingLexicon lexicon) {
    if (context.trace().enabled()) {
      UnnamedLines lines = new UnnamedLines(context, lexicon);
      segmentation.records().forEach(lines::report);
      segmentation.gaps().forEach(g -> lines.report(g.span(), List.of()));
    }
  }

  private void report(RecordDraft record) {
    List<Span> named = new ArrayList<>();
    record.regions().forEach(r -> named.add(r.span()));
    record.sections().stream().map(Section::heading).forEach(named::addAll);
    record.spans().forEach(s -> report(s, named));
  }

  private void report(Span stretch, List<Span> named) {
    int last = context.document().lineAt(stretch.end() - 1).number();
    for (int i = context.document().lineAt(stretch.begin()).number(); i <= last; i++) {
      Line line = context.document().lines().get(i);
      if (!line.isBlank() && named.stream().noneMatch(line.span()::overlaps)) {
        report(line);
      }
    }
  }

  private void report(Line line) {
    Span place = line.content();
    String folded = folder.fold(context.document().slice(place)).text();
    if (!context.tokens().in(place, TokenKind.MONEY).isEmpty()) {
      context
          .trace()
          .failed(BUDGET, place, "the line is more or less than a budget's label and its amount");
    }
    if (offices.ends(folded)) {
      context
          .trace()
          .failed(OFFICE, place, "it ends like an office but does not stand where offices do");
    }
    Optional<Heading> heading = lexicon.match(context.document().slice(line.span()));
    if (heading.isPresent() || folded.length() <= LONGEST_LABEL && folded.indexOf('。') < 0) {
      context.trace().failed(HEADING, place, lacking(heading));
    }
  }

  /** What a label lacks to be a section's heading. */
  private static String lacking(Optional<Heading> words) {
    return words
        .map(
            heading ->
                heading.known()
                    ? "it has the words of the heading " + heading.name() + " but not its form"
                    : "it ends like a heading but is not set off as one")
        .orElse("no heading of the profile has these words");
  }
}
