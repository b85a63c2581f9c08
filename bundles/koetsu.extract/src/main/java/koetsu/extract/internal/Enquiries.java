package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.Region;
import koetsu.api.profile.Profile;
import koetsu.api.text.TokenKind;

/** Reads the offices and bodies off enquiry lines (お問合せ先). */
final class Enquiries {
  /** Lexicon: labels of an enquiry line. */
  static final String LABEL = "enquiry.label";

  /** Lexicon: labels of telephone, mail and web addresses. */
  static final String ADDRESS_LABEL = "enquiry.address";

  /** Lexicon: words that part two offices of an enquiry line. */
  static final String OR = "enquiry.or";

  /** Lexicon: words that lead to the office inside a sentence (…は、). */
  static final String LEAD = "enquiry.lead";

  /** Lexicon: words that follow the office inside a sentence (…まで). */
  static final String TAIL = "enquiry.tail";

  /** Lexicon: words of a sentence, which no office's name contains. */
  static final String SENTENCE = "enquiry.sentence";

  /** No office's name is longer. */
  private static final int LONGEST = 50;

  private static final String SECTION = "contact";

  private static final String DIVISION = "部";
  private static final String GROUP = "グループ";

  private static final String SEPARATORS = "、,/;。【】";

  /** The word lists, fetched once for a profile. */
  static final class Lexicons {
    final Words labels;
    final Words addressLabels;
    final Words or;
    final Words lead;
    final Words tail;
    final Words sentence;

    Lexicons(Profile profile) {
      labels = Words.of(profile, LABEL);
      addressLabels = Words.of(profile, ADDRESS_LABEL);
      or = Words.of(profile, OR);
      lead = Words.of(profile, LEAD);
      tail = Words.of(profile, TAIL);
      sentence = Words.of(profile, SENTENCE);
    }
  }

  private static final List<TokenKind> CONTACTS =
      List.of(TokenKind.PHONE, TokenKind.EMAIL, TokenKind.URL);

  private final ExtractionContext context;
  private final Lexicons words;
  private final UnitWords units;

  Enquiries(ExtractionContext context, Lexicons words, UnitWords units) {
    this.context = context;
    this.words = words;
    this.units = units;
  }

  /**
   * What the end of a line leaves open.
   *
   * @param span the last part of the line: an office without an address, or half a name
   * @param label the label of the line, or null
   * @param confidence how sure the part is an office by itself, 0 where it is not
   */
  private record Open(Span span, Span label, double confidence) {}

  void read(Offices offices) {
    Open open = null;
    for (Passage passage : passages()) {
      String text = passage.text();
      Place label = words.labels.first(text, 0, text.length());
      if (label != null && passage.enclosing(label.begin()) > 0) {
        // 竹林課（お問合せフォーム：…）: a remark on the office before it
        label = null;
      }
      List<Place> parts = parts(passage, begin(passage, label));
      boolean any = false;
      for (int i = 0; i < parts.size(); i++) {
        Place part = parts.get(i);
        Place named = name(passage, part);
        if (i == 0 && open != null) {
          if (label == null
              && named != null
              && named.begin() == 0
              && continues(text, open, named)) {
            add(offices, List.of(open.span(), passage.span(named)), open.label(), 0.8);
            open = null;
            any = true;
            continue;
          }
          close(offices, open);
          open = null;
        }
        Span where = label == null ? null : passage.span(label);
        boolean last = part.end() == text.length();
        if (named != null && last) {
          open = new Open(passage.span(named), where, label == null ? 0.85 : 0.93);
        } else if (named != null) {
          add(offices, List.of(passage.span(named)), where, label == null ? 0.85 : 0.93);
        } else if (last) {
          open = new Open(passage.span(part), where, any ? 0 : wholeConfidence(text, part, label));
        }
        any |= named != null;
      }
      if (!any && open == null) {
        context
            .in()
            .trace()
            .failed(
                DepartmentExtractor.ENQUIRY,
                passage.span(0, text.length()),
                "no part of the line ends like an office");
      }
    }
    close(offices, open);
  }

  /** The enquiry lines, each with the next where that goes on inside its last bracket. */
  private List<Passage> passages() {
    List<Passage> passages = new ArrayList<>();
    List<Span> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Passage line = Passage.of(context, lines.get(i));
      if (i + 1 < lines.size() && leavesBracketOpen(line.text()) && closes(lines.get(i + 1))) {
        line = Passage.broken(context, lines.subList(i, i + 2));
        i++;
      }
      if (line.length() > 0) {
        passages.add(line);
      }
    }
    return passages;
  }

  private static boolean leavesBracketOpen(String text) {
    int at = text.length() - 1;
    while (at >= 0 && !Passage.isOpening(text.charAt(at)) && !Passage.isClosing(text.charAt(at))) {
      at--;
    }
    return at >= 0 && Passage.isOpening(text.charAt(at));
  }

  /** Whether a line closes a bracket before it opens one. */
  private boolean closes(Span line) {
    String text = Passage.of(context, line).text();
    int at = 0;
    while (at < text.length()
        && !Passage.isOpening(text.charAt(at))
        && !Passage.isClosing(text.charAt(at))) {
      at++;
    }
    return at < text.length() && Passage.isClosing(text.charAt(at));
  }

  /**
   * The enquiry lines; where the sheet has none, the lines of its sections that say whom to ask.
   */
  private List<Span> lines() {
    List<Span> regions = context.record().regions(Region.Role.CONTACT);
    if (!regions.isEmpty() || !context.record().regions(Region.Role.OFFICE).isEmpty()) {
      return regions;
    }
    return context
        .record()
        .sections(SECTION)
        .flatMap(section -> Stream.concat(section.heading().stream(), section.body().stream()))
        .flatMap(span -> Passage.lines(context, span).stream())
        .toList();
  }

  private static int begin(Passage passage, Place label) {
    String text = passage.text();
    int from = label == null ? 0 : label.end();
    if (label != null && passage.enclosing(label.begin()) == 0) {
      // ［お問合せ先］: the label stands in brackets of its own
      from = Math.min(passage.closing(0) + 1, text.length());
    }
    while (from < text.length()
        && (text.charAt(from) == ':' || Passage.isSpace(text.charAt(from)))) {
      from++;
    }
    return from;
  }

  /** Whether the head of a line goes on with the name that the line above left open. */
  private boolean continues(String text, Open open, Place named) {
    String half = context.slice(open.span());
    if (!units.isUnit(half)) {
      return units.mentionsBureau(half);
    }
    // 奨学事業総務課⏎総務係（03-…）: a smaller unit, and only one address for both
    String rest = text.substring(named.begin(), named.end());
    if (half.endsWith(DIVISION) && rest.endsWith(GROUP)) {
      // …推進部⏎…グループ（03-…）: a group of the division, not one beside it
      return open.label() != null && rest.indexOf(' ') < 0;
    }
    return open.label() != null && units.endsLikeOffice(rest) && !units.mentionsBureau(rest);
  }

  /** How sure what a label introduces is whom to ask, though it ends like nothing known. */
  private double wholeConfidence(String text, Place part, Place label) {
    boolean introduced = label != null && text.indexOf(':', label.end()) >= label.end();
    boolean plain = part.length() <= LONGEST && !words.sentence.in(text, part.begin(), part.end());
    return introduced && plain ? 0.6 : 0;
  }

  private void close(Offices offices, Open open) {
    if (open != null && open.confidence() > 0) {
      add(offices, List.of(open.span()), open.label(), open.confidence());
    } else if (open != null) {
      context
          .in()
          .trace()
          .failed(DepartmentExtractor.ENQUIRY, open.span(), "it does not end like an office");
    }
  }

  private static void add(Offices offices, List<Span> parts, Span label, double confidence) {
    offices.add(parts, "", DepartmentExtractor.ENQUIRY, confidence, label);
  }

  /** The parts of an enquiry line outside addresses, their labels and the separators. */
  private List<Place> parts(Passage passage, int from) {
    String text = passage.text();
    boolean[] cut = addresses(passage, from);
    List<Place> parts = new ArrayList<>();
    int begin = from;
    int depth = 0;
    for (int i = from; i <= text.length(); i++) {
      boolean ends = i == text.length();
      Place word = ends ? null : words.or.at(text, i);
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

  /** Whether a bracket right behind an office's name says how to reach it. */
  private boolean isContact(Passage passage, int open, int close) {
    boolean address =
        CONTACTS.stream().anyMatch(kind -> !passage.tokens(kind, open, close).isEmpty());
    if (!address) {
      return false;
    }
    String text = passage.text();
    int from = open;
    while (from > 0
        && from > open - LONGEST
        && (SEPARATORS + ":").indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    Place before = passage.trim(from, open);
    return before.length() > 0 && units.isUnit(text.substring(before.begin(), before.end()));
  }

  /** Whether an address, a number or nothing follows: 代表 may also be part of a name. */
  private static boolean isAddressLabel(String text, Place label, boolean[] cut) {
    int at = label.end();
    while (at < text.length() && " :.)".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at >= text.length()
        || at > label.end()
        || cut[at]
        || Marks.isDigit(text.charAt(at))
        || Passage.isOpening(text.charAt(at));
  }

  /** Which characters of an enquiry line are addresses, their labels or brackets around them. */
  private boolean[] addresses(Passage passage, int from) {
    String text = passage.text();
    boolean[] cut = new boolean[text.length() + 1];
    for (TokenKind kind : CONTACTS) {
      for (Passage.Found address : passage.tokens(kind)) {
        Arrays.fill(cut, address.place().begin(), address.place().end(), true);
      }
    }
    for (int at = from; at < text.length(); at++) {
      Place label = words.addressLabels.at(text, at);
      if (label != null && isAddressLabel(text, label, cut)) {
        int end = label.end();
        while (end < text.length()
            && (Marks.isDigit(text.charAt(end)) || ":.-、,".indexOf(text.charAt(end)) >= 0)) {
          end++;
        }
        Arrays.fill(cut, at, end, true);
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
        if (empty || isContact(passage, at, close)) {
          Arrays.fill(cut, at, Math.min(close + 1, text.length()), true);
        }
      }
    }
    return cut;
  }

  /** The office or body inside a part of an enquiry line, or null. */
  private Place name(Passage passage, Place part) {
    String text = passage.text();
    int begin = Marks.skip(text, part.begin());
    int end = part.end();
    if (begin < end && text.charAt(begin) == '(' && passage.closing(begin) < end - 1) {
      // a bracket before the office says what it is asked about
      begin = passage.skipSpace(passage.closing(begin) + 1);
    }
    Place before = words.lead.last(text, begin, end);
    if (before != null) {
      begin = passage.skipSpace(before.end());
    }
    Place after = words.tail.first(text, begin, end);
    if (after != null) {
      end = after.begin();
    }
    Place place = passage.trim(begin, Math.max(begin, end));
    int open = place.end() - 1;
    while (open > place.begin() && text.charAt(open) != '(') {
      open--;
    }
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
    return units.isUnit(name) ? place : null;
  }
}
