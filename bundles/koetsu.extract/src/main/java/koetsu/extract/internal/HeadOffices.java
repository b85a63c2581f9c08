package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.Region;
import koetsu.api.text.TokenKind;

/** Reads the office lines of a sheet's head: bureau lines join the first office line below them. */
final class HeadOffices {
  private static final String SEPARATORS = "、,/;";

  /** Sheets of one programme are not further apart. */
  private static final int NEAR = 50_000;

  private final ExtractionContext context;
  private final UnitWords units;

  HeadOffices(ExtractionContext context, UnitWords units) {
    this.context = context;
    this.units = units;
  }

  /**
   * A stretch of an office line between separators.
   *
   * @param reachable whether a telephone number or address followed: it is a whole office
   */
  private record Piece(
      Span span,
      String text,
      boolean numbered,
      boolean opensLine,
      boolean closesLine,
      boolean reachable) {}

  void read(Offices offices) {
    List<Piece> bureaus = new ArrayList<>();
    Piece last = null;
    for (Piece piece : pieces()) {
      if (last != null && isBroken(last, piece)) {
        if (!bureaus.remove(last)) {
          offices.drop();
        }
        add(offices, List.of(last, piece), "", DepartmentExtractor.CONTINUED, 0.75);
        last = null;
        continue;
      }
      if (units.isBureau(piece.text()) && !piece.reachable()) {
        if (!bureaus.isEmpty() && !isInside(piece, bureaus.get(bureaus.size() - 1))) {
          add(offices, bureaus, " ", DepartmentExtractor.OFFICE_LINE, 0.6);
          bureaus.clear();
        }
        bureaus.add(piece);
      } else if (!bureaus.isEmpty()) {
        bureaus.add(piece);
        add(offices, bureaus, " ", DepartmentExtractor.BUREAU_AND_OFFICE, 0.95);
        bureaus.clear();
      } else if (last != null && continues(last, piece)) {
        offices.drop();
        add(offices, List.of(last, piece), " ", DepartmentExtractor.CONTINUED, 0.8);
      } else {
        double confidence = piece.opensLine() ? 0.95 : 0.9;
        add(offices, List.of(piece), "", DepartmentExtractor.OFFICE_LINE, confidence);
      }
      last = piece;
    }
    if (!bureaus.isEmpty()) {
      add(offices, bureaus, " ", DepartmentExtractor.OFFICE_LINE, 0.8);
    }
  }

  private static void add(
      Offices offices, List<Piece> pieces, String joint, String rule, double confidence) {
    offices.add(pieces.stream().map(Piece::span).toList(), joint, rule, confidence, null);
  }

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (Span region : context.record().regions(Region.Role.OFFICE)) {
      Passage passage = Passage.of(context, region);
      if (passage.tokens(TokenKind.MONEY).isEmpty()) {
        pieces.addAll(pieces(passage));
      } else {
        context
            .in()
            .trace()
            .failed(DepartmentExtractor.OFFICE_LINE, region, "the line prints an amount");
      }
    }
    if (pieces.isEmpty()) {
      bracketed().ifPresent(pieces::add);
    }
    return pieces;
  }

  /** The office that the line below the budget names in brackets and alone. */
  private Optional<Piece> bracketed() {
    Sheet sheet = Sheet.of(context);
    for (Span budget : context.record().regions(Region.Role.BUDGET)) {
      int below = sheet.indexOf(budget.begin()) + 1;
      if (below > 0 && below < sheet.size()) {
        Passage passage = sheet.passage(below);
        String text = passage.text();
        int last = text.length() - 1;
        boolean whole = last > 1 && Passage.isOpening(text.charAt(0)) && passage.closing(0) == last;
        if (whole && units.endsLikeOffice(text.substring(1, last))) {
          return Optional.of(
              new Piece(passage.span(1, last), text.substring(1, last), false, true, true, false));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a bureau-level unit is one inside another (a 部 of a 庁), not another beside it. */
  private static boolean isInside(Piece unit, Piece above) {
    return !unit.numbered()
        && unit.opensLine()
        && UnitWords.rank(unit.text()) > UnitWords.rank(above.text());
  }

  /**
   * Whether a 室 on a line of its own plainly belongs to the 課 on the line above: the document
   * prints the two on one line elsewhere.
   */
  private boolean continues(Piece last, Piece piece) {
    boolean candidate =
        last.closesLine()
            && piece.opensLine()
            && piece.closesLine()
            && !piece.numbered()
            && last.text().endsWith("課")
            && piece.text().endsWith("室");
    if (!candidate) {
      return false;
    }
    String room = context.slice(piece.span());
    String near = near(piece.span());
    String section = last.text().substring(last.text().lastIndexOf('局') + 1);
    for (int at = near.indexOf(room); at >= 0; at = near.indexOf(room, at + 1)) {
      int end = at;
      while (end > 0 && (near.charAt(end - 1) == ' ' || near.charAt(end - 1) == '\u3000')) {
        end--;
      }
      if (near.startsWith(section, end - section.length())) {
        return true;
      }
    }
    context
        .in()
        .trace()
        .failed(
            DepartmentExtractor.CONTINUED,
            piece.span(),
            "the document nowhere near prints it behind its 課");
    return false;
  }

  /** The part of the document that sheets of the same programme are found in. */
  private String near(Span place) {
    SourceDocument document = context.in().document();
    int begin = Math.max(0, place.begin() - NEAR);
    return document.slice(new Span(begin, Math.min(document.length(), place.end() + NEAR)));
  }

  /** Whether a line was broken inside an office's name. */
  private boolean isBroken(Piece last, Piece piece) {
    return last.closesLine()
        && piece.opensLine()
        && !piece.numbered()
        && !units.isUnit(last.text())
        && !last.text().endsWith(")");
  }

  /** Splits a line at separators and item numbers; a bare 等 is dropped. */
  private List<Piece> pieces(Passage passage) {
    List<Piece> found = new ArrayList<>();
    String text = passage.text();
    int begin = Marks.skip(text, 0);
    boolean numbered = begin > 0 && Marks.numbered(text, 0);
    boolean opens = true;
    int depth = 0;
    for (int i = begin; i <= text.length(); i++) {
      boolean ends = i == text.length();
      int afterNumber = ends ? i : depth == 0 ? Marks.afterNumber(text, i) : i;
      if (!ends && afterNumber == i) {
        depth += Passage.isOpening(text.charAt(i)) ? 1 : 0;
        depth -= Passage.isClosing(text.charAt(i)) ? 1 : 0;
      }
      boolean separates =
          ends || afterNumber > i || depth == 0 && SEPARATORS.indexOf(text.charAt(i)) >= 0;
      if (!separates) {
        continue;
      }
      Place whole = passage.trim(behindNote(passage, begin, i), i);
      Place bare = withoutContact(passage, whole);
      Place place = withoutEtc(passage, bare, units);
      if (place.length() > 0) {
        found.add(
            new Piece(
                passage.span(place),
                text.substring(place.begin(), place.end()),
                numbered,
                opens,
                ends,
                bare.end() < whole.end()));
        opens = false;
        numbered = false;
      }
      if (afterNumber > i) {
        numbered = true;
        begin = Marks.skip(text, i);
        i = begin - 1;
      } else {
        begin = i + 1;
      }
    }
    return found;
  }

  /** The index behind a note in brackets or before a colon that says what the office does. */
  private static int behindNote(Passage passage, int begin, int end) {
    String text = passage.text();
    int at = passage.skipSpace(begin);
    if (at < end && Passage.isOpening(text.charAt(at)) && passage.closing(at) < end - 1) {
      return passage.closing(at) + 1;
    }
    int after = end;
    while (after > begin && text.charAt(after - 1) != ':') {
      after--;
    }
    return after;
  }

  /** A place without the telephone number or address in brackets at its end. */
  private static Place withoutContact(Passage passage, Place place) {
    if (place.length() == 0 || !Passage.isClosing(passage.text().charAt(place.end() - 1))) {
      return place;
    }
    int open = passage.enclosing(place.end() - 1);
    boolean contact =
        open > place.begin()
            && (!passage.tokens(TokenKind.PHONE, open, place.end()).isEmpty()
                || !passage.tokens(TokenKind.EMAIL, open, place.end()).isEmpty());
    return contact ? passage.trim(place.begin(), open) : place;
  }

  /** A place without a 等 that stands for itself or behind an office's name. */
  private static Place withoutEtc(Passage passage, Place place, UnitWords units) {
    String text = passage.text();
    int end = place.end();
    if (end > place.begin() && text.charAt(end - 1) == '等') {
      boolean bare =
          end - 1 == place.begin()
              || Passage.isSpace(text.charAt(end - 2))
              || units.isUnit(text.substring(place.begin(), end - 1));
      return bare ? passage.trim(place.begin(), end - 1) : place;
    }
    return place;
  }
}
