package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.Region;
import koetsu.api.record.Value;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * The offices in charge, each once, in printed order: those of the sheet's head, a bureau line
 * joined to the first office line below it, and those of an enquiry line (お問合せ先).
 */
@Component(service = FieldExtractor.class)
public final class DepartmentExtractor implements FieldExtractor {
  static final String OFFICE_LINE = "office-line";
  static final String BUREAU_AND_OFFICE = "bureau-line-and-office-line";
  static final String CONTINUED = "office-line-continued";
  static final String ENQUIRY = "enquiry-line";

  /** Lexicon: endings of units above an office (局, グループ, 庁 …). */
  static final String BUREAU = "office.bureau";

  /** Lexicon: endings of offices (課, 室, チーム …). */
  static final String OFFICE = "office.office";

  /** Lexicon: labels of an enquiry line. */
  static final String ENQUIRY_LABEL = "enquiry.label";

  /** Lexicon: labels of telephone, mail and web addresses. */
  static final String ADDRESS_LABEL = "enquiry.address";

  /** Lexicon: words that part two offices of an enquiry line. */
  static final String OR = "enquiry.or";

  /** Lexicon: words that lead to the office inside a sentence (…は、). */
  static final String LEAD = "enquiry.lead";

  /** Lexicon: words that follow the office inside a sentence (…まで). */
  static final String TAIL = "enquiry.tail";

  /** Lexicon: endings of bodies that answer enquiries without being an office. */
  static final String BODY = "enquiry.body";

  private static final String SEPARATORS = "、,/;";

  @Override
  public String id() {
    return "koetsu.extract.department";
  }

  @Override
  public Set<String> fields() {
    return Set.of("department");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    Words bureau = Words.of(context, BUREAU);
    Entries entries = new Entries(context, bureau);
    Words office = Words.of(context, OFFICE);
    headOffices(context, bureau, office, entries);
    enquiryOffices(context, bureau, office, entries);
    return entries.found;
  }

  /** A stretch of an office line between separators. */
  private record Piece(
      Passage passage,
      Place place,
      String text,
      boolean numbered,
      boolean opensLine,
      boolean closesLine) {
    List<Span> spans() {
      return passage.spans(place.begin(), place.end());
    }
  }

  private static void headOffices(
      ExtractionContext context, Words bureau, Words office, Entries entries) {
    List<Piece> pieces = new ArrayList<>();
    for (Span region : context.record().regions(Region.Role.OFFICE)) {
      Passage passage = Passage.of(context, region);
      if (!passage.tokens(TokenKind.MONEY).isEmpty()) {
        context.in().trace().failed(OFFICE_LINE, region, "the line prints an amount");
        continue;
      }
      pieces.addAll(pieces(passage));
    }
    List<Piece> pending = new ArrayList<>();
    Piece last = null;
    for (Piece piece : pieces) {
      if (last != null && isBroken(last, piece, bureau, office)) {
        if (!pending.remove(last)) {
          entries.drop();
        }
        entries.add(List.of(last, piece), "", CONTINUED, 0.75);
        last = null;
        continue;
      }
      if (isBureau(piece.text(), bureau, office)) {
        if (!pending.isEmpty() && !isInside(piece, pending.get(pending.size() - 1))) {
          entries.add(pending, " ", OFFICE_LINE, 0.6);
          pending.clear();
        }
        pending.add(piece);
      } else if (!pending.isEmpty()) {
        pending.add(piece);
        entries.add(pending, " ", BUREAU_AND_OFFICE, 0.95);
        pending.clear();
      } else if (last != null && continues(context, last, piece)) {
        entries.drop();
        entries.add(List.of(last, piece), " ", CONTINUED, 0.8);
      } else {
        entries.add(List.of(piece), "", OFFICE_LINE, piece.opensLine() ? 0.95 : 0.9);
      }
      last = piece;
    }
    if (!pending.isEmpty()) {
      entries.add(pending, " ", OFFICE_LINE, 0.8);
    }
  }

  /** Whether a bureau-level unit is one inside another (a 部 of a 庁), not another beside it. */
  private static boolean isInside(Piece unit, Piece above) {
    return !unit.numbered() && unit.opensLine() && rank(unit.text()) > rank(above.text());
  }

  /** The place of a unit in the order 省, 庁, 局, 部. */
  private static int rank(String unit) {
    return switch (unit.charAt(unit.length() - 1)) {
      case '省', '府', '院' -> 1;
      case '庁', '房' -> 2;
      case '部' -> unit.endsWith("本部") ? 3 : 4;
      default -> 3;
    };
  }

  /** Whether a unit stands above offices: its ending says so, and no office stands inside it. */
  private static boolean isBureau(String text, Words bureau, Words office) {
    return bureau.endingAt(text, text.length()) != null
        && office.endingAt(text, text.length()) == null;
  }

  /**
   * Whether a 室 on a line of its own plainly belongs to the 課 on the line above: the document
   * prints the two on one line elsewhere.
   */
  private static boolean continues(ExtractionContext context, Piece last, Piece piece) {
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
    String room = context.slice(piece.spans().get(0));
    String source = context.in().document().text();
    int offset = last.text().lastIndexOf('局') + 1;
    String section = last.text().substring(offset);
    for (int at = source.indexOf(room); at >= 0; at = source.indexOf(room, at + 1)) {
      int end = at;
      while (end > 0 && (source.charAt(end - 1) == ' ' || source.charAt(end - 1) == '\u3000')) {
        end--;
      }
      if (source.startsWith(section, end - section.length())) {
        return true;
      }
    }
    context
        .in()
        .trace()
        .failed(CONTINUED, piece.spans().get(0), "the document nowhere prints it behind its 課");
    return false;
  }

  /** Whether a line was broken inside an office's name. */
  private static boolean isBroken(Piece last, Piece piece, Words bureau, Words office) {
    return last.closesLine()
        && piece.opensLine()
        && !piece.numbered()
        && bureau.endingAt(last.text(), last.text().length()) == null
        && office.endingAt(last.text(), last.text().length()) == null
        && !last.text().endsWith(")");
  }

  /** Splits a line at separators and item numbers; a bare 等 is dropped. */
  private static List<Piece> pieces(Passage passage) {
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
      Place place = withoutEtc(passage, passage.trim(behindNote(passage, begin, i), i));
      if (place.length() > 0) {
        found.add(
            new Piece(
                passage, place, text.substring(place.begin(), place.end()), numbered, opens, ends));
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
    int colon = text.lastIndexOf(':', end - 1);
    return colon >= begin ? colon + 1 : begin;
  }

  /** A place without a 等 that stands for itself. */
  private static Place withoutEtc(Passage passage, Place place) {
    String text = passage.text();
    int end = place.end();
    if (end > place.begin() && text.charAt(end - 1) == '等') {
      boolean bare = end - 1 == place.begin() || Passage.isSpace(text.charAt(end - 2));
      return bare ? passage.trim(place.begin(), end - 1) : place;
    }
    return place;
  }

  private static void enquiryOffices(
      ExtractionContext context, Words bureau, Words office, Entries entries) {
    Words labels = Words.of(context, ENQUIRY_LABEL);
    Words addressLabels = Words.of(context, ADDRESS_LABEL);
    Words or = Words.of(context, OR);
    Words lead = Words.of(context, LEAD);
    Words tail = Words.of(context, TAIL);
    Words body = Words.of(context, BODY);
    for (Span region : context.record().regions(Region.Role.CONTACT)) {
      Passage passage = Passage.of(context, region);
      String text = passage.text();
      Place label = labels.first(text, 0, text.length());
      int from = label == null ? 0 : label.end();
      while (from < text.length()
          && (":".indexOf(text.charAt(from)) >= 0 || Passage.isSpace(text.charAt(from)))) {
        from++;
      }
      boolean any = false;
      for (Place part : parts(passage, from, addressLabels, or)) {
        Place named = name(passage, part, lead, tail, office, bureau, body);
        if (named == null) {
          continue;
        }
        any = true;
        Span span = passage.span(named);
        entries.add(
            List.of(span),
            context.slice(span),
            ENQUIRY,
            label == null ? 0.85 : 0.93,
            label == null ? null : passage.span(label));
      }
      if (!any) {
        context.in().trace().failed(ENQUIRY, region, "no part of the line ends like an office");
      }
    }
  }

  /** The parts of an enquiry line outside addresses, their labels and the separators. */
  private static List<Place> parts(Passage passage, int from, Words addressLabels, Words or) {
    String text = passage.text();
    boolean[] cut = new boolean[text.length() + 1];
    for (TokenKind kind : List.of(TokenKind.PHONE, TokenKind.EMAIL, TokenKind.URL)) {
      for (Passage.Found address : passage.tokens(kind)) {
        java.util.Arrays.fill(cut, address.place().begin(), address.place().end(), true);
      }
    }
    for (int at = from; at < text.length(); at++) {
      Place label = addressLabels.at(text, at);
      if (label != null) {
        int end = label.end();
        while (end < text.length()
            && (Marks.isDigit(text.charAt(end)) || ":.-、,".indexOf(text.charAt(end)) >= 0)) {
          end++;
        }
        java.util.Arrays.fill(cut, at, end, true);
        at = end - 1;
      }
    }
    // a bracket that holds nothing else than addresses goes with them
    for (int at = from; at < text.length(); at++) {
      if (Passage.isOpening(text.charAt(at))) {
        int close = Math.min(passage.closing(at), text.length());
        boolean empty = true;
        for (int i = at + 1; i < close; i++) {
          empty &= cut[i] || Passage.isSpace(text.charAt(i));
        }
        if (empty) {
          java.util.Arrays.fill(cut, at, Math.min(close + 1, text.length()), true);
        }
      }
    }
    List<Place> parts = new ArrayList<>();
    int begin = from;
    int depth = 0;
    for (int i = from; i <= text.length(); i++) {
      boolean ends = i == text.length();
      Place word = ends ? null : or.at(text, i);
      if (!ends && !cut[i]) {
        depth += Passage.isOpening(text.charAt(i)) ? 1 : 0;
        depth -= Passage.isClosing(text.charAt(i)) ? 1 : 0;
      }
      boolean separates =
          ends
              || cut[i]
              || word != null
              || depth <= 0 && (SEPARATORS + "。【】").indexOf(text.charAt(i)) >= 0;
      if (separates) {
        Place part = passage.trim(begin, i);
        if (part.length() > 0) {
          parts.add(part);
        }
        begin = word == null ? i + 1 : word.end();
        i = begin - 1;
      }
    }
    return parts;
  }

  /** The office or body inside a part of an enquiry line, or null. */
  private static Place name(
      Passage passage, Place part, Words lead, Words tail, Words office, Words bureau, Words body) {
    String text = passage.text();
    int begin = Marks.skip(text, part.begin());
    int end = part.end();
    if (begin < end && text.charAt(begin) == '(' && passage.closing(begin) < end - 1) {
      // a bracket before the office says what it is asked about
      begin = passage.skipSpace(passage.closing(begin) + 1);
    }
    Place before = lead.last(text, begin, end);
    if (before != null) {
      begin = passage.skipSpace(before.end());
    }
    Place after = tail.first(text, begin, end);
    if (after != null) {
      end = after.begin();
    }
    Place place = passage.trim(begin, Math.max(begin, end));
    int open = text.lastIndexOf('(', place.end() - 1);
    if (open > place.begin() && text.startsWith("内)", place.end() - 2)) {
      // 【what(office内)】: the office stands in the bracket
      place = passage.trim(open + 1, place.end() - 2);
    }
    if (place.length() == 0) {
      return null;
    }
    int nameEnd = place.end();
    if (text.charAt(nameEnd - 1) == ')') {
      int opened = passage.enclosing(nameEnd - 1);
      nameEnd = opened > place.begin() ? passage.trim(place.begin(), opened).end() : nameEnd;
    }
    String name = text.substring(place.begin(), nameEnd);
    boolean known =
        office.endingAt(name, name.length()) != null
            || bureau.endingAt(name, name.length()) != null
            || body.endingAt(name, name.length()) != null;
    return known ? place : null;
  }

  /** The offices found so far, each once. */
  private static final class Entries {
    private final ExtractionContext context;
    private final List<Extraction> found = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Words bureau;

    Entries(ExtractionContext context, Words bureau) {
      this.context = context;
      this.bureau = bureau;
    }

    void add(List<Piece> pieces, String joint, String rule, double confidence) {
      List<Span> spans = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      for (Piece piece : pieces) {
        spans.addAll(piece.spans());
        texts.add(context.slice(piece.spans().get(0)));
      }
      add(spans, String.join(joint, texts), rule, confidence, null);
    }

    void add(List<Span> spans, String value, String rule, double confidence, Span label) {
      String key = key(value);
      for (String known : keys) {
        if (known != null && isRepeated(known, key)) {
          context.in().trace().failed(rule, spans.get(0), "the office stands further up");
          keys.add(null);
          return;
        }
      }
      keys.add(key);
      found.add(
          new Finding(context, "department", rule, spans)
              .because("label", label)
              .value(Value.of(value), confidence));
    }

    /** Whether an office is a known one, or the bare name of one known with its bureau. */
    private boolean isRepeated(String known, String key) {
      if (!known.endsWith(key)) {
        return false;
      }
      String rest = known.substring(0, known.length() - key.length()).strip();
      return rest.isEmpty() || bureau.endingAt(rest, rest.length()) != null || rest.endsWith("課");
    }

    /** Takes back the last entry: it turned out to be the first half of another. */
    void drop() {
      if (keys.remove(keys.size() - 1) != null) {
        found.remove(found.size() - 1);
      }
    }

    private static String key(String value) {
      return value.replaceAll("\\s+", " ").strip();
    }
  }
}
