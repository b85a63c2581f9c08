package koetsu.api.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The normalised content of a field: a string, or named slots.
 *
 * <p>{@code equals} compares as written. Whether two values mean the same is for the profile to
 * say: {@link koetsu.api.profile.FieldDefinition#canonical(Value)}.
 */
public sealed interface Value {

  /**
   * @param text never null; may be empty only while a person is typing
   */
  record Text(String text) implements Value {
    public Text {
      Objects.requireNonNull(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A structured value.
   *
   * @param slots slot name to {@link String}, {@link Long}, {@link Boolean} or null, in the
   *     profile's order; the map is copied and cannot be changed
   */
  record Slots(Map<String, Object> slots) implements Value {
    public Slots {
      slots.forEach(
          (name, content) -> {
            if (content != null
                && !(content instanceof String)
                && !(content instanceof Long)
                && !(content instanceof Boolean)) {
              throw new IllegalArgumentException(
                  "slot " + name + " holds a " + content.getClass().getSimpleName());
            }
          });
      slots = SmallMap.copyOf(slots);
    }

    /** The slot's string, or null where it is absent or null. */
    public String string(String slot) {
      return (String) slots.get(slot);
    }

    /** The slot's number, or null where it is absent or null. */
    public Long number(String slot) {
      return (Long) slots.get(slot);
    }

    /** Whether the slot is true; absent and null count as false. */
    public boolean flag(String slot) {
      return Boolean.TRUE.equals(slots.get(slot));
    }

    /** The slots that hold something, as a person reads them: {@code years 5, openEnded}. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      slots.forEach(
          (name, content) -> {
            if (content != null && !Boolean.FALSE.equals(content)) {
              text.append(text.isEmpty() ? "" : ", ").append(name);
              if (!Boolean.TRUE.equals(content)) {
                text.append(' ').append(content);
              }
            }
          });
      return text.toString();
    }

    /** A copy in which one slot holds something else. */
    public Slots with(String slot, Object content) {
      Map<String, Object> changed = new LinkedHashMap<>(slots);
      changed.put(slot, content);
      return new Slots(changed);
    }
  }

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(Map<String, Object> slots) {
    return new Slots(slots);
  }
}
