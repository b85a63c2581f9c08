package koetsu.segment.internal.catalogue;

import java.util.List;
import java.util.function.Function;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.text.TokenKind;

/**
 * Finds the enquiry block of a sheet: its head with what follows directly, and lines after a blank
 * one that are nothing but addresses. Where the head was lost, lines that each hold an extension or
 * a telephone number are the block.
 */
final class ContactFinder {
  private final DocumentContext context;
  private final CatalogueWords words;

  ContactFinder(DocumentContext context, CatalogueWords words) {
    this.context = context;
    this.words = words;
  }

  void mark(Sheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.line(i).role() == LineRole.CONTACT) {
        i = block(sheet, i);
      }
    }
    if (!sheet.has(Part.CONTACT)) {
      withoutHead(sheet);
    }
  }

  /** Marks the block whose head stands at a line and returns its last line. */
  private int block(Sheet sheet, int head) {
    sheet.set(head, Part.CONTACT);
    boolean bare = !substance(sheet.line(head));
    int last = head;
    for (int i = head + 1; i < sheet.size(); i++) {
      SheetLine line = sheet.line(i);
      if (line.blank()) {
        continue;
      }
      boolean first = bare && last == head;
      boolean goesOn =
          line.blanks() == 0 || first ? continues(sheet, i) : line.blanks() == 1 && address(line);
      if (!goesOn) {
        break;
      }
      sheet.set(i, Part.CONTACT);
      last = i;
    }
    return last;
  }

  /** Whether anything but the head's own words stands on a line. */
  private boolean substance(SheetLine line) {
    String bare = Marks.strip(line.folded());
    String rest = bare.substring(words.contact.startAt(bare, 0));
    return rest.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private boolean continues(Sheet sheet, int at) {
    LineRole role = sheet.line(at).role();
    return sheet.part(at) == Part.TEXT
        && (role == LineRole.TEXT || role == LineRole.LINK)
        && sheet.line(at).labels().isEmpty()
        && (!standsOverSummary(sheet, at) || reachable(sheet.line(at)))
        && !words.opensBox(sheet.line(at));
  }

  /** Whether a summary begins directly below, as under a title. */
  private static boolean standsOverSummary(Sheet sheet, int at) {
    return at + 1 < sheet.size() && sheet.line(at + 1).role() == LineRole.LEAD;
  }

  private boolean address(SheetLine line) {
    return line.role() == LineRole.TEXT
        && (words.addresses.starts(Marks.strip(line.folded()))
            || reachable(line) && !Sentences.prose(line.folded()));
  }

  private void withoutHead(Sheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.part(i) == Part.TEXT && reachable(sheet.line(i))) {
        sheet.set(i, Part.CONTACT);
      }
    }
  }

  /** Whether a line holds a telephone number or mail address, or an extension. */
  private boolean reachable(SheetLine line) {
    Span span = context.document().span(line.begin(), line.begin() + line.text().length());
    Function<TokenKind, List<?>> tokens = kind -> context.tokens().in(span, kind);
    return !tokens.apply(TokenKind.PHONE).isEmpty()
        || !tokens.apply(TokenKind.EMAIL).isEmpty()
        || words.extensions.within(line.folded());
  }
}
