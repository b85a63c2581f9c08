package koetsu.declared;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.declared.internal.DeclarationJson;
import koetsu.records.FormatException;

/**
 * What one file declares.
 *
 * <p>The file is JSON in UTF-8:
 *
 * <pre>{@code
 * {
 *   "schema": "koetsu.extractor/1",
 *   "id": "harbours",
 *   "profile": {"fields": [
 *     {"id": "waters", "labels": {"en": "Waters"}, "many": true, "comparison": "text"},
 *     {"id": "berth", "labels": {"en": "Berth"}, "many": false, "comparison": "text"}]},
 *   "dictionaries": [
 *     {"field": "waters", "confidence": 0.9, "sections": ["outline"], "entries": [
 *       {"value": "coast", "words": ["沿岸", "海岸"]},
 *       {"value": "lake", "words": ["湖", "湖沼"]}]}],
 *   "labels": [
 *     {"field": "berth", "labels": ["係留料", "泊地使用料"], "type": "money"}]
 * }
 * }</pre>
 *
 * <p>{@code profile} is optional and reads like a {@code koetsu.profile/1} without its first two
 * keys. {@code sections} limits a rule to sections of these types; without it the rule reads the
 * whole record. {@code confidence} is 0.9 unless said otherwise. A label's {@code type} is {@code
 * text} (the rest of the line) or a {@link koetsu.api.text.TokenKind} in lower case; with {@code
 * slot} the value is that slot of a structured value, otherwise a string.
 *
 * @param id of the declaration, the first part of the ids of its extractors
 * @param extractors one for each dictionary and each label rule, in the order of the file
 * @param contribution what it adds to the profile
 */
public record Declaration(
    String id, List<FieldExtractor> extractors, Optional<ProfileContribution> contribution) {

  /** What the file says first. */
  public static final String SCHEMA = "koetsu.extractor/1";

  public Declaration {
    Objects.requireNonNull(id);
    Objects.requireNonNull(contribution);
    extractors = List.copyOf(extractors);
  }

  /**
   * Reads a declaration.
   *
   * @param bytes the file's content
   * @param name of the file, for messages
   * @throws FormatException naming file, line and column of the first thing that is wrong
   */
  public static Declaration read(byte[] bytes, String name) throws FormatException {
    return DeclarationJson.read(bytes, name);
  }
}
