package koetsu.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import koetsu.measure.internal.Texts;

/**
 * Why a run does not pass.
 *
 * @param kind which condition of the gate it breaks
 * @param arguments what its sentence speaks of, in the order of the sentence
 */
public record Reason(Kind kind, List<String> arguments) {

  /** The conditions of the gate. */
  public enum Kind {
    /** An item of a locked record was right and is wrong: document, line, field. */
    BROKEN(2),
    /** An item is not right, where all must be: document, line, field. */
    NOT_RIGHT(2),
    /** The F1 of a field fell: field, approved, now, support, tolerance. */
    F1(0),
    /** A field has fewer gold values: field, approved, now. */
    SUPPORT(0),
    /** A plug-in failed or took too long: document, source, what happened. */
    FAILURE(-1),
    /** The gold breaks its schema or does not fit its source: document, what is wrong. */
    GOLD(-1);

    /** Which argument is the id of a field; -1 for none. */
    private final int field;

    Kind(int field) {
      this.field = field;
    }
  }

  public Reason {
    Objects.requireNonNull(kind);
    arguments = List.copyOf(arguments);
  }

  /** A reason whose arguments are shown as they print. */
  public static Reason of(Kind kind, Object... arguments) {
    return new Reason(kind, Arrays.stream(arguments).map(Object::toString).toList());
  }

  /** The sentence in a language; what plug-ins said is quoted as they said it. */
  public String text(Locale language) {
    return Texts.of(language)
        .text("reason." + kind.name().toLowerCase(Locale.ROOT), arguments.toArray());
  }

  /**
   * The sentence in a language with the field as people call it.
   *
   * @param name gives the name of a field, or of a measure of a record's structure, by its id
   */
  public String text(Locale language, UnaryOperator<String> name) {
    if (kind.field < 0) {
      return text(language);
    }
    List<String> named = new ArrayList<>(arguments);
    named.set(kind.field, name.apply(named.get(kind.field)));
    return new Reason(kind, named).text(language);
  }

  /** The English sentence. */
  @Override
  public String toString() {
    return text(Locale.ROOT);
  }
}
