package koetsu.declared.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.Line;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.api.text.TextServices;

/**
 * Gives a value where one of its words is printed: the longest word at a place counts, a value once
 * per record, at its first place. A word of Latin letters or digits must stand alone.
 */
final class DictionaryExtractor implements FieldExtractor {
  private final Scope scope;
  private final Map<String, String> values;
  private volatile Words words;

  /** The words as they are looked up, in the form that the text services give them. */
  private record Words(Map<Character, List<Word>> byFirst) {}

  private record Word(String folded, String printed, String value) {}

  /**
   * @param values word to value, in the order of the file
   */
  DictionaryExtractor(Scope scope, Map<String, String> values) {
    this.scope = scope;
    this.values = new LinkedHashMap<>(values);
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
    List<Line> lines = scope.lines(context);
    if (lines.isEmpty()) {
      noted(
          context,
          "no section " + String.join(" or ", scope.sections().stream().sorted().toList()));
      return List.of();
    }
    Passage passage = Passage.of(lines, context);
    CharSequence text = passage.text();
    Words looked = words(context.in().text());
    Map<String, Extraction> found = new LinkedHashMap<>();
    for (int at = 0; at < text.length(); ) {
      Word word = at(text, at, looked);
      if (word == null) {
        at++;
        continue;
      }
      Span place = passage.place(at, at + word.folded().length());
      found.computeIfAbsent(word.value(), value -> extraction(word, place, context));
      at += word.folded().length();
    }
    if (found.isEmpty()) {
      noted(context, "none of its " + values.size() + " words is printed here");
    }
    return new ArrayList<>(found.values());
  }

  private Extraction extraction(Word word, Span place, ExtractionContext context) {
    String printed = context.slice(place);
    Why why =
        new Why(
            scope.rule(),
            List.of(new Evidence("word", place)),
            List.of(printed, word.printed(), word.value()));
    return new Extraction(
        scope.field(),
        FieldValue.machine(
            Value.of(word.value()), printed, List.of(place), scope.confidence(), why));
  }

  /** Says of each place that the rule read why there is no value. */
  private void noted(ExtractionContext context, String condition) {
    if (context.in().trace().enabled()) {
      for (Span place : context.record().spans()) {
        context.in().trace().failed(scope.rule(), place, condition);
      }
    }
  }

  /** The longest word that begins at a place, or null. */
  private static Word at(CharSequence text, int at, Words words) {
    for (Word word : words.byFirst().getOrDefault(text.charAt(at), List.of())) {
      int end = at + word.folded().length();
      if (end <= text.length()
          && CharSequence.compare(text.subSequence(at, end), word.folded()) == 0
          && !(at > 0 && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at)))
          && !(end < text.length() && isLatin(text.charAt(end)) && isLatin(text.charAt(end - 1)))) {
        return word;
      }
    }
    return null;
  }

  private static boolean isLatin(char c) {
    return Character.isLetterOrDigit(c)
            && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
        || c >= '0' && c <= '9';
  }

  private Words words(TextServices text) {
    Words made = words;
    if (made == null) {
      Map<Character, List<Word>> byFirst = new HashMap<>();
      values.forEach(
          (word, value) -> {
            String folded = text.fold(word).text().toLowerCase(Locale.ROOT);
            byFirst
                .computeIfAbsent(folded.charAt(0), first -> new ArrayList<>())
                .add(new Word(folded, word, value));
          });
      byFirst
          .values()
          .forEach(
              list ->
                  list.sort(
                      Comparator.comparingInt((Word word) -> word.folded().length()).reversed()));
      made = new Words(byFirst);
      words = made; // two threads may both make the same
    }
    return made;
  }
}
