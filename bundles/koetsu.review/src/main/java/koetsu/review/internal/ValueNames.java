package koetsu.review.internal;

import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Value;

/**
 * What a record is called: its first field of plain text is its name, whatever the profile calls
 * it.
 */
final class ValueNames {
  private ValueNames() {}

  /** The name on one line, or an empty string. */
  static String of(ParsedRecord record, Profile profile) {
    return profile.fields().stream()
        .filter(f -> f.slots().isEmpty())
        .findFirst()
        .flatMap(f -> record.live(f.id()).stream().findFirst())
        .map(v -> ((Value.Text) v.value()).text().replaceAll("\\s*\\R\\s*", ""))
        .orElse("");
  }
}
