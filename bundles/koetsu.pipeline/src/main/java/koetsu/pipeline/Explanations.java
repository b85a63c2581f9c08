package koetsu.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import koetsu.api.document.Line;
import koetsu.api.document.Span;
import koetsu.api.plugin.Region;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.api.text.Token;
import koetsu.api.text.TokenIndex;
import koetsu.api.text.TokenKind;
import koetsu.pipeline.internal.ByPlace;

/**
 * A run that remembers what every rule looked at, so that it can say of any place why a value
 * stands there or why none does. It holds for the document as it was run; safe for any thread.
 */
public final class Explanations {
  /** The kind of text of a place without a token. */
  private static final String WORDS = "words";

  private final ParsedDocument parsed;
  private final List<Region> regions;
  private final TokenIndex tokens;
  private final List<Explanation.Failure> failures;
  private final List<Explanation.Reading> readings = new ArrayList<>();
  private final List<Explanation.Reader> readers;

  /**
   * @param parsed result of the run
   * @param regions of all its records
   * @param tokens of the document; null where the scan failed
   * @param failures what rules let go, in any order
   */
  public Explanations(
      ParsedDocument parsed,
      List<Region> regions,
      TokenIndex tokens,
      List<Explanation.Failure> failures) {
    this.parsed = parsed;
    this.regions = List.copyOf(regions);
    this.tokens = tokens;
    this.failures =
        failures.stream()
            .distinct()
            .sorted(
                Comparator.comparing(Explanation.Failure::place)
                    .thenComparing(Explanation.Failure::source)
                    .thenComparing(Explanation.Failure::condition))
            .toList();
    for (ParsedRecord record : parsed.records()) {
      record
          .fields()
          .forEach(
              (field, values) ->
                  values.forEach(
                      v -> readings.add(new Explanation.Reading(record.id(), field, v))));
    }
    // once for all questions: a caret that walks asks at every step
    readers = readers();
  }

  /** What the run found, the same as without the memory. */
  public ParsedDocument parsed() {
    return parsed;
  }

  /** What a whole line was to the rules. */
  public Explanation at(Line line) {
    return at(line.span());
  }

  /**
   * What a place was to the rules; an empty span asks about the character behind it.
   *
   * @throws IndexOutOfBoundsException where the place ends beyond the document
   */
  public Explanation at(Span asked) {
    int length = parsed.document().length();
    Span place =
        asked.isEmpty() && asked.end() < length ? new Span(asked.begin(), asked.end() + 1) : asked;
    if (place.end() > length) {
      throw new IndexOutOfBoundsException(
          place + " ends beyond " + parsed.document().name() + ", which has " + length);
    }
    List<Explanation.Reading> values =
        readings.stream().filter(r -> touches(r.value().spans(), place)).toList();
    List<Explanation.Reading> evidence =
        readings.stream().filter(r -> !values.contains(r) && reliesOn(r.value(), place)).toList();
    List<Explanation.Failure> here =
        failures.stream().filter(f -> f.place().overlaps(place)).toList();
    return new Explanation(
        place,
        parsed.records().stream().filter(r -> touches(r.spans(), place)).findFirst().orElse(null),
        parsed.gaps().stream().filter(g -> g.span().overlaps(place)).findFirst().orElse(null),
        regions.stream().filter(r -> r.span().overlaps(place)).toList(),
        sections(place).toList(),
        values,
        evidence,
        here,
        elsewhere(place, values, here));
  }

  private Stream<Section> sections(Span place) {
    return sections(parsed.records(), place);
  }

  private static Stream<Section> sections(List<ParsedRecord> records, Span place) {
    return records.stream()
        .filter(r -> touches(r.spans(), place))
        .flatMap(r -> r.sections().stream())
        .filter(s -> touches(s.heading(), place) || touches(s.body(), place));
  }

  private static boolean touches(List<Span> spans, Span place) {
    for (Span span : spans) {
      if (span.overlaps(place)) {
        return true;
      }
    }
    return false;
  }

  private static boolean reliesOn(FieldValue value, Span place) {
    return value.why() != null
        && value.why().evidence().stream().anyMatch(e -> e.span().overlaps(place));
  }

  /** Who reads the kinds of text at a place at which nobody looked. */
  private List<Explanation.Reader> elsewhere(
      Span place, List<Explanation.Reading> values, List<Explanation.Failure> here) {
    Set<String> unseen = new LinkedHashSet<>();
    boolean any = false;
    for (TokenKind kind : TokenKind.values()) {
      for (Token token : tokens(place, kind)) {
        any = true;
        boolean seen =
            values.stream().anyMatch(v -> touches(v.value().spans(), token.span()))
                || here.stream().anyMatch(f -> f.place().overlaps(token.span()));
        if (!seen) {
          unseen.add(name(kind));
        }
      }
    }
    if (!any && values.isEmpty() && here.isEmpty() && !parsed.document().slice(place).isBlank()) {
      unseen.add(WORDS);
    }
    return readers.stream().filter(r -> unseen.contains(r.kind())).toList();
  }

  /** The tokens that a place touches, also where it covers only a part of them. */
  private List<Token> tokens(Span place, TokenKind kind) {
    if (tokens == null || place.isEmpty()) {
      return List.of();
    }
    Span lines =
        parsed
            .document()
            .lineAt(place.begin())
            .span()
            .cover(parsed.document().lineAt(place.end() - 1).span());
    return tokens.in(lines, kind).stream().filter(t -> t.span().overlaps(place)).toList();
  }

  /** Who reads which kind of text; by kind, then the most frequent first. */
  private List<Explanation.Reader> readers() {
    record Key(String source, String kind) {}
    Map<Key, Set<String>> where = new HashMap<>();
    Map<Key, Integer> times = new HashMap<>();
    ByPlace<ParsedRecord> records =
        new ByPlace<>(
            parsed.records().stream().filter(r -> !r.spans().isEmpty()).toList(),
            r -> r.spans().get(0).cover(r.spans().get(r.spans().size() - 1)));
    ByPlace<Region> regions = new ByPlace<>(this.regions, Region::span);
    looks(
        look -> {
          for (String kind : kinds(look.place())) {
            Key key = new Key(look.source(), kind);
            times.merge(key, 1, Integer::sum);
            Set<String> names = where.computeIfAbsent(key, k -> new TreeSet<>());
            sections(records.touching(look.place()), look.place())
                .forEach(s -> names.add(s.type()));
            regions.touching(look.place()).forEach(r -> names.add(r.role().name()));
          }
        });
    return times.entrySet().stream()
        .map(
            e ->
                new Explanation.Reader(
                    e.getKey().source(),
                    e.getKey().kind(),
                    Set.copyOf(where.get(e.getKey())),
                    e.getValue()))
        .sorted(
            Comparator.comparing(Explanation.Reader::kind)
                .thenComparing(Comparator.comparingInt(Explanation.Reader::times).reversed())
                .thenComparing(Explanation.Reader::source))
        .toList();
  }

  /** Every place a rule looked at: those it let go and those it made a value of. */
  private void looks(Consumer<Explanation.Failure> look) {
    failures.forEach(look);
    for (Explanation.Reading reading : readings) {
      FieldValue value = reading.value();
      if (value.extractor() != null) {
        value
            .spans()
            .forEach(span -> look.accept(new Explanation.Failure(value.extractor(), span, "")));
      }
    }
  }

  private Set<String> kinds(Span place) {
    Set<String> kinds = new LinkedHashSet<>();
    for (TokenKind kind : TokenKind.values()) {
      if (!tokens(place, kind).isEmpty()) {
        kinds.add(name(kind));
      }
    }
    return kinds.isEmpty() ? Set.of(WORDS) : kinds;
  }

  private static String name(TokenKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
