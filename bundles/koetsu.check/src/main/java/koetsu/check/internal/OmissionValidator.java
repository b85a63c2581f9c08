package koetsu.check.internal;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.Profile;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * Looks for what extraction may have left out of a record: money, rates, years and headings that
 * stand in no section and no field, and telephone numbers and addresses that no field holds, for
 * these are a field's business wherever they stand.
 */
@Component(service = Validator.class)
public final class OmissionValidator implements Validator {
  /** What a section may hold without a field, and what people call it. */
  private static final Map<TokenKind, String> IN_SECTIONS =
      new EnumMap<>(
          Map.of(
              TokenKind.MONEY, "an amount of money",
              TokenKind.YEAR, "a year",
              TokenKind.RATE, "a rate"));

  /** What belongs to a field wherever it stands. */
  private static final Map<TokenKind, String> ANYWHERE =
      new EnumMap<>(
          Map.of(
              TokenKind.PHONE, "a telephone number",
              TokenKind.EMAIL, "a mail address",
              TokenKind.URL, "a web address"));

  @Override
  public String id() {
    return "koetsu.check.omission";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Findings findings = new Findings(id());
    BitSet fields = new BitSet();
    BitSet sections = new BitSet();
    BitSet headings = new BitSet();
    for (ParsedRecord record : context.parsed().records()) {
      for (List<FieldValue> values : record.fields().values()) {
        for (FieldValue value : values) {
          claim(value, fields);
        }
      }
      for (Section section : record.sections()) {
        claim(section.heading(), headings);
        claim(section.body(), sections);
      }
    }
    sections.or(headings);
    sections.or(fields);
    Map<String, Set<TokenKind>> asked = new HashMap<>();
    for (ParsedRecord record : context.parsed().records()) {
      Set<TokenKind> kinds = asked.computeIfAbsent(record.kind(), kind -> asked(context, kind));
      for (Span span : record.spans()) {
        tokens(context, record, span, kinds, IN_SECTIONS, sections, findings);
        tokens(context, record, span, kinds, ANYWHERE, fields, findings);
        headings(context, record, span, sections, headings, findings);
      }
    }
    return findings.problems();
  }

  /** A value claims its places and the lines that its rule relied on. */
  private static void claim(FieldValue value, BitSet claimed) {
    claim(value.spans(), claimed);
    if (value.why() != null) {
      for (Evidence evidence : value.why().evidence()) {
        claimed.set(evidence.span().begin(), evidence.span().end());
      }
    }
  }

  private static void claim(List<Span> spans, BitSet claimed) {
    for (Span span : spans) {
      claimed.set(span.begin(), span.end());
    }
  }

  /** A record of another domain has no field for what has a field of its own here. */
  private static Set<TokenKind> asked(ValidationContext context, String record) {
    Profile profile = context.in().profile();
    Set<TokenKind> asked = EnumSet.noneOf(TokenKind.class);
    for (TokenKind kind : TokenKind.values()) {
      String field = kind.name().toLowerCase(Locale.ROOT);
      if (profile.field(field).isEmpty()
          || profile.fields(record).contains(profile.field(field).orElseThrow())) {
        asked.add(kind);
      }
    }
    return asked;
  }

  /** One finding for each stretch that nothing holds, however many tokens stand in it. */
  private static void tokens(
      ValidationContext context,
      ParsedRecord record,
      Span span,
      Set<TokenKind> asked,
      Map<TokenKind, String> kinds,
      BitSet claimed,
      Findings findings) {
    int end;
    for (int begin = claimed.nextClearBit(span.begin());
        begin < span.end();
        begin = claimed.nextClearBit(end)) {
      int next = claimed.nextSetBit(begin);
      end = next < 0 ? span.end() : Math.min(next, span.end());
      Span free = new Span(begin, end);
      Token first = null;
      int count = 0;
      for (TokenKind kind : kinds.keySet()) {
        if (asked.contains(kind)) {
          List<Token> tokens = context.in().tokens().in(free, kind);
          count += tokens.size();
          if (!tokens.isEmpty()
              && (first == null || tokens.get(0).span().compareTo(first.span()) < 0)) {
            first = tokens.get(0);
          }
        }
      }
      if (first != null) {
        String more = count == 1 ? "" : " (and " + (count - 1) + " more up to the next section)";
        findings.add(
            Problem.Severity.INFO,
            record,
            first.span(),
            first.normal()
                + " looks like "
                + kinds.get(first.kind())
                + " that nothing holds"
                + more
                + "; add it or pass it");
      }
    }
  }

  private static void headings(
      ValidationContext context,
      ParsedRecord record,
      Span span,
      BitSet claimed,
      BitSet headings,
      Findings findings) {
    SourceDocument document = context.in().document();
    int last = document.lineAt(span.end() - 1).number();
    for (int i = document.lineAt(span.begin()).number(); i <= last; i++) {
      if (document.kind(i) != LineKind.HEADING) {
        continue;
      }
      Line line = document.lines().get(i);
      if (isFree(line.content(), claimed) && !isContainer(context, i, last, headings)) {
        findings.add(
            Problem.Severity.INFO,
            record,
            line.span(),
            "this looks like a heading that opens no section; add the section or pass it");
      }
    }
  }

  /** Whether the next printed line is a section's heading. */
  private static boolean isContainer(
      ValidationContext context, int line, int last, BitSet headings) {
    List<Line> lines = context.in().document().lines();
    int next = line + 1;
    while (next < last && lines.get(next).isBlank()) {
      next++;
    }
    return next <= last && !isFree(lines.get(next).content(), headings);
  }

  private static boolean isFree(Span span, BitSet claimed) {
    int next = claimed.nextSetBit(span.begin());
    return !span.isEmpty() && (next < 0 || next >= span.end());
  }
}
