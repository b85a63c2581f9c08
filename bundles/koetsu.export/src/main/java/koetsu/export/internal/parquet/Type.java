package koetsu.export.internal.parquet;

import java.util.List;

/** The type of a column, or of what several columns make up. */
public sealed interface Type {

  /** A type that one column holds; rows give a {@link Long} for both kinds of integer. */
  enum Leaf implements Type {
    BOOLEAN(0),
    INT32(1),
    INT64(2),
    DOUBLE(5),
    STRING(6);

    private final int code;

    Leaf(int code) {
      this.code = code;
    }

    /** The number of the physical type in the format. */
    int code() {
      return code;
    }
  }

  /**
   * Named members; rows give a {@link java.util.Map}, in which an optional member may be absent.
   */
  record Struct(List<Field> fields) implements Type {
    public Struct {
      fields = List.copyOf(fields);
    }

    public Struct(Field... fields) {
      this(List.of(fields));
    }
  }

  /** Any number of elements, none of them null; rows give a {@link List}. */
  record ListOf(Type element) implements Type {}

  /**
   * A member of a structure.
   *
   * @param optional whether rows may leave it out
   */
  record Field(String name, boolean optional, Type type) {}

  static Field required(String name, Type type) {
    return new Field(name, false, type);
  }

  static Field optional(String name, Type type) {
    return new Field(name, true, type);
  }
}
