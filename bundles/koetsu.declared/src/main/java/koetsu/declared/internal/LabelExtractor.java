package koetsu.declared.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.api.text.FoldedText;
import koetsu.api.text.TextServices;
import koetsu.api.text.TokenKind;
import koetsu.records.Node;

/**
 * Gives the value of a kind that follows a label: on the label's line after a colon or a space, in
 * the next cell, or, where nothing else is on that line, on the next one.
 */
final class LabelExtractor implements FieldExtractor {

  /** List marks and opening brackets in front of a label. */
  private static final String BEFORE = "[\\s\\p{Ps}\\p{Pi}\\p{So}*#・※<|-]*";

  /** Closing brackets and what separates a label from its value; a line may end there. */
  private static final String AFTER =
      "(?:[\\p{Pe}\\p{Pf}>]*(?:\\s*[:;=|/]+|\\s+|$)|[\\p{Pe}\\p{Pf}>]+)";

  private final Scope scope;
  private final List<String> labels;
  private final TokenKind kind;
  private final String slot;
  private volatile Pattern label;

  /**
   * @param kind what follows; null for the rest of the line
   * @param slot of a structured value; null for a string
   */
  LabelExtractor(Scope scope, List<String> labels, TokenKind kind, String slot) {
    this.scope = scope;
    this.kind = kind;
    this.slot = slot;
    this.labels = List.copyOf(labels);
  }

  /** The labels as lines are folded: by the text services, which are known with the first line. */
  private Pattern label(TextServices text) {
    Pattern made = label;
    if (made == null) {
      made =
          Pattern.compile(
              BEFORE
                  + "("
                  + labels.stream()
                      .map(each -> text.fold(each).text())
                      .sorted(Comparator.comparingInt(String::length).reversed())
                      .map(LabelExtractor::spaced)
                      .collect(Collectors.joining("|"))
                  + ")"
                  + AFTER,
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      label = made; // two threads may both make the same
    }
    return made;
  }

  /** Labels are spread over a box with spaces between their characters. */
  private static String spaced(String label) {
    return label
        .codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .mapToObj(c -> Pattern.quote(Character.toString(c)))
        .collect(Collectors.joining("\\s*"));
  }

  @Override
  public String id() {
    return scope.rule();
  }

  @Override
  public Set<String> fields() {
    return Set.of(scope.field());
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    SourceDocument document = context.in().document();
    List<Line> lines = scope.lines(context);
    Pattern printed = label(context.in().text());
    List<Extraction> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      int begin = document.utf16(line.span().begin());
      FoldedText folded = context.in().text().fold(context.slice(line.span()));
      Matcher start = printed.matcher(folded.text());
      if (!start.lookingAt()) {
        continue;
      }
      Span labelled =
          document.span(begin + folded.origin(start.start(1)), begin + folded.origin(start.end(1)));
      Span rest =
          new Span(document.codePoint(begin + folded.origin(start.end())), line.span().end());
      boolean alone = context.slice(rest).isBlank();
      Optional<Line> next =
          alone && i + 1 < lines.size() ? Optional.of(lines.get(i + 1)) : Optional.empty();
      Span place = next.map(Line::content).orElse(rest);
      Optional<Extraction> value = value(place, labelled, context);
      value.ifPresent(found::add);
      if (value.isEmpty()) {
        context
            .in()
            .trace()
            .failed(
                scope.rule(),
                labelled.cover(place),
                kind == null
                    ? "nothing follows the label"
                    : "no " + Node.name(kind) + " follows the label");
      }
    }
    return found;
  }

  private Optional<Extraction> value(Span place, Span labelled, ExtractionContext context) {
    if (kind == null) {
      Span words = stripped(place, context);
      String printed = context.slice(words);
      return words.isEmpty()
          ? Optional.empty()
          : Optional.of(extraction(words, printed, printed, labelled, context));
    }
    return context.in().tokens().in(place, kind).stream()
        .filter(token -> slot == null || token.number() != null || !isNumber())
        .findFirst()
        .map(
            token ->
                extraction(
                    token.span(),
                    token.normal(),
                    slot != null && isNumber() ? token.number() : token.normal(),
                    labelled,
                    context));
  }

  private boolean isNumber() {
    return kind == TokenKind.MONEY || kind == TokenKind.YEAR || kind == TokenKind.NUMBER;
  }

  private Extraction extraction(
      Span place, String normal, Object content, Span labelled, ExtractionContext context) {
    Why why =
        new Why(
            scope.rule(),
            List.of(new Evidence("label", labelled), new Evidence("value", place)),
            List.of(context.slice(place), normal, content.toString()));
    Value value = slot == null ? Value.of(content.toString()) : Value.of(Map.of(slot, content));
    return new Extraction(
        scope.field(),
        FieldValue.machine(value, context.slice(place), List.of(place), scope.confidence(), why));
  }

  private static Span stripped(Span place, ExtractionContext context) {
    String text = context.slice(place);
    int begin = 0;
    int end = text.length();
    while (begin < end && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(
        place.begin() + text.codePointCount(0, begin), place.begin() + text.codePointCount(0, end));
  }
}
