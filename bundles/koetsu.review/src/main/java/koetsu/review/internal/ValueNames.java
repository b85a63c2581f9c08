package koetsu.review.internal;

import koetsu.api.document.SourceDocument;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Value;
import koetsu.review.ReviewSession;
import koetsu.review.ValueFormat;
import koetsu.workbench.Messages;

/**
 * What records and values are called: a record's first field of plain text is its name, whatever
 * the profile calls it.
 */
public final class ValueNames {
  private ValueNames() {}

  /** The name on one line, or an empty string. */
  public static String of(ParsedRecord record, Profile profile) {
    return profile.fields(record.kind()).stream()
        .filter(f -> f.slots().isEmpty())
        .findFirst()
        .flatMap(f -> record.live(f.id()).stream().findFirst())
        .map(v -> ((Value.Text) v.value()).text().replaceAll("\\s*\\R\\s*", ""))
        .orElse("");
  }

  /** The name on one line, or what the record begins with where it has none. */
  static String listed(ParsedRecord record, Profile profile, SourceDocument source) {
    String name = of(record, profile);
    if (!name.isEmpty() || record.spans().isEmpty()) {
      return name;
    }
    return Texts.of("navigator.unnamed", source.slice(source.lineAt(record.begin()).content()));
  }

  /** Field, content and state of a value, for screen readers. */
  static String spoken(FieldDefinition field, FieldValue value) {
    return Texts.of(
        ReviewSession.isDoubtful(value) ? "spoken.doubtful" : "spoken.value",
        Messages.label(field.labels(), field.id()),
        ValueFormat.line(field, value.value()),
        Glyphs.text(value));
  }
}
