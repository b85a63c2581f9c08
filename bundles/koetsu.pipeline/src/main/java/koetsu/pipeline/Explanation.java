package koetsu.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.Region;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Gap;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;

/**
 * What the machine made of one place, and why.
 *
 * @param place what was asked about
 * @param record the record that claims the place, or null
 * @param gap the gap that the place lies in, or null
 * @param regions parts of the record's layout at the place, as the segmenter named them
 * @param sections sections whose heading or body touches the place
 * @param values values printed at the place, each with its chain of reasons
 * @param evidence values printed elsewhere that rely on the place
 * @param failures rules that looked at the place and let it go, in printed order
 * @param elsewhere rules that looked at no part of the place but read its kind of text in this
 *     document; the most frequent first
 */
public record Explanation(
    Span place,
    ParsedRecord record,
    Gap gap,
    List<Region> regions,
    List<Section> sections,
    List<Reading> values,
    List<Reading> evidence,
    List<Failure> failures,
    List<Reader> elsewhere) {

  /**
   * A value of a record.
   *
   * @param record id of the record
   * @param field id of the field
   * @param value with its chain of reasons
   */
  public record Reading(String record, String field, FieldValue value) {}

  /**
   * A rule that did not fire.
   *
   * @param source {@code bundle/version#rule}
   * @param place what it looked at
   * @param condition the first condition that failed, as a short English clause
   */
  public record Failure(String source, Span place, String condition) {
    public Failure {
      Objects.requireNonNull(source);
      Objects.requireNonNull(place);
      Objects.requireNonNull(condition);
    }
  }

  /**
   * A rule that reads a kind of text, learnt from the places it looked at in this document.
   *
   * @param source {@code bundle/version#rule}
   * @param kind the kind of text in lower case: a kind of token, or {@code words} for a place
   *     without one
   * @param where section types in lower case and region roles in upper case of the places it looked
   *     at; empty where they were in none
   * @param times how many places it looked at
   */
  public record Reader(String source, String kind, Set<String> where, int times) {}

  public Explanation {
    Objects.requireNonNull(place);
    regions = List.copyOf(regions);
    sections = List.copyOf(sections);
    values = List.copyOf(values);
    evidence = List.copyOf(evidence);
    failures = List.copyOf(failures);
    elsewhere = List.copyOf(elsewhere);
  }

  /** Whether a value or a rule speaks of the place itself. */
  public boolean isSpokenOf() {
    return !values.isEmpty() || !evidence.isEmpty() || !failures.isEmpty();
  }
}
