package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koetsu.api.profile.Choice;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.Value;
import koetsu.measure.Regression;

/** Fields and values as the profile calls them in a language. */
final class ValueWords {
  private final Profile profile;
  private final String language;

  ValueWords(Profile profile, Locale language) {
    this.profile = profile;
    this.language = language.getLanguage();
  }

  /** What a field, or a measure of a record's structure, is called. */
  String field(String id) {
    if (Regression.STRUCTURE.contains(id)) {
      return Texts.of(Locale.forLanguageTag(language)).text("field." + id);
    }
    return profile.field(id).map(f -> label(f.labels(), id)).orElse(id);
  }

  private String label(Map<String, String> labels, String id) {
    String own = labels.get(language);
    return own != null ? own : labels.getOrDefault("en", id);
  }

  /** A value on one line. */
  String value(String field, Value value) {
    if (value instanceof Value.Text text) {
      return structure(field, text.text()).replaceAll("\\s*\\R\\s*", " ");
    }
    Map<String, Object> slots = ((Value.Slots) value).slots();
    List<String> parts = new ArrayList<>();
    for (Slot slot : profile.field(field).map(FieldDefinition::slots).orElse(List.of())) {
      Object content = slots.get(slot.id());
      if (content != null && !Boolean.FALSE.equals(content)) {
        parts.add(slot(slot, content));
      }
    }
    return parts.isEmpty() ? value.toString() : String.join(" · ", parts);
  }

  /** Kinds and section types by their labels, anything else as it is. */
  private String structure(String field, String text) {
    if (field.equals(Regression.KIND)) {
      return profile.kinds().stream()
          .filter(kind -> kind.id().equals(text))
          .findFirst()
          .map(kind -> label(kind.labels(), text))
          .orElse(text);
    }
    int space = text.indexOf(' ');
    if (field.equals(Regression.SECTIONS) && space > 0) {
      String type = text.substring(0, space);
      return profile.section(type).map(s -> label(s.labels(), type)).orElse(type)
          + text.substring(space);
    }
    return text;
  }

  private String slot(Slot slot, Object content) {
    String label = label(slot.labels(), slot.id());
    return switch (slot.type()) {
      case FLAG -> label;
      case YEN ->
          label
              + " "
              + (content instanceof Long yen
                  ? String.format(Locale.ROOT, "%,d 円", yen)
                  : content.toString());
      case CHOICE ->
          slot.choice(content.toString())
                  .map(Choice::labels)
                  .map(l -> label(l, ""))
                  .orElse("")
                  .isEmpty()
              ? content.toString()
              : label(slot.choice(content.toString()).orElseThrow().labels(), "");
      case NUMBER, FISCAL_YEAR, TEXT -> label + " " + content;
    };
  }
}
