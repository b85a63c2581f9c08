package koetsu.segment.internal.sheet;

import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentContext;
import koetsu.segment.internal.Heading;
import koetsu.segment.internal.HeadingLexicon;

/**
 * Weighs what in a document speaks for sheets (headings that open a sheet) against what speaks for
 * a catalogue (enquiry lines, of which each of its pages has one).
 */
final class SheetLayout {
  private static final String PURPOSE = "purpose";
  private static final String BACKGROUND = "background";
  private static final String CONTACT = "contact";

  /** Headings and enquiry lines begin with a label; the label is in the first characters. */
  private static final int LONGEST = 80;

  /** So many lines show the layout of a document of any length. */
  private static final int ENOUGH = 5_000;

  private SheetLayout() {}

  /** From 0, nothing of a sheet, to just under 1. */
  static double likeness(DocumentContext context, SheetLexicon words) {
    HeadingLexicon lexicon = words.headings();
    HeadingForm form = words.form();
    int sheets = 0;
    int contacts = 0;
    SourceDocument document = context.document();
    List<Line> lines = document.lines();
    for (Line line : lines.subList(0, Math.min(ENOUGH, lines.size()))) {
      if (!line.isBlank()
          && line.content().length() <= LONGEST
          && lexicon.mayOpen(
              document.text(),
              document.utf16(line.span().begin()),
              document.utf16(line.span().end()))) {
        String text = document.slice(line.span());
        Heading heading = lexicon.known(lexicon.mark(text)).orElse(null);
        if (heading != null) {
          contacts += CONTACT.equals(heading.type()) ? 1 : 0;
          sheets += opensSheet(heading) && form.accepts(line, text, heading) ? 1 : 0;
        }
      }
    }
    return sheets / (sheets + contacts + 1.0);
  }

  private static boolean opensSheet(Heading heading) {
    return heading.container()
        || PURPOSE.equals(heading.type())
        || BACKGROUND.equals(heading.type());
  }
}
