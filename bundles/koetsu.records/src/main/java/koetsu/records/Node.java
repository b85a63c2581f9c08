package koetsu.records;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value of a JSON tree that knows its place, so that a reader's complaint names it: {@code
 * a.jsonl, line 3: fields.name[0].text is not a string}.
 */
public final class Node {
  private final Object value;
  private final String where;

  /**
   * What this is a part of, and as what; the path is put together only where somebody complains.
   */
  private final Node owner;

  private final Object step;

  /** What the root was read from, where its places are wanted; else null. */
  private final String json;

  private Node(Object value, String where, Node owner, Object step, String json) {
    this.value = value;
    this.where = where;
    this.owner = owner;
    this.step = step;
    this.json = json;
  }

  private String path() {
    if (owner == null) {
      return "";
    }
    String above = owner.path();
    if (step instanceof Integer index) {
      return above + "[" + index + "]";
    }
    return above.isEmpty() ? step.toString() : above + "." + step;
  }

  /**
   * @param value a value of {@link Json}
   * @param where file and line
   */
  public static Node of(Object value, String where) {
    return new Node(value, where, null, null, null);
  }

  /**
   * The root of a file that is one JSON value over many lines; complaints name line and column as
   * well.
   *
   * @param json the whole text
   * @param file its name
   */
  public static Node parse(String json, String file) throws FormatException {
    return new Node(Json.read(json, file), file, null, null, json);
  }

  /** Takes one element of a long list. */
  @FunctionalInterface
  public interface Element {
    void take(Node element) throws FormatException;
  }

  /**
   * Reads an object with a list that may be too long to be held as a tree: each element is handed
   * over as soon as it is read.
   *
   * @param json the text
   * @param where file and line, for messages
   * @param list key of the list
   * @return the object; the list is empty in it
   */
  public static Node read(String json, String where, String list, Element element)
      throws FormatException {
    Node root = of(null, where);
    Node elements = new Node(null, where, root, list, null);
    Json.Member member =
        (key, parser) -> {
          if (!key.equals(list) || parser.currentToken() != JsonToken.START_ARRAY) {
            return Json.value(parser);
          }
          for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            element.take(new Node(Json.value(parser), where, elements, i, null));
          }
          return List.of();
        };
    return of(
        Json.read(
            json,
            where,
            parser ->
                parser.currentToken() == JsonToken.START_OBJECT
                    ? Json.object(parser, member)
                    : Json.value(parser)),
        where);
  }

  /** A complaint about this place. */
  public FormatException wrong(String complaint) {
    String path = path();
    List<Object> steps = new ArrayList<>();
    Node root = this;
    for (; root.owner != null; root = root.owner) {
      steps.add(0, root.step);
    }
    String whole = root.json == null ? "the line" : "the file";
    String place = root.json == null ? "" : Json.place(root.json, steps);
    return new FormatException(
        where + place + ": " + (path.isEmpty() ? whole : path) + " " + complaint);
  }

  /** The value itself, whatever it is. */
  public Object value() {
    return value;
  }

  /** Whether there is nothing here: an absent key or a null. */
  public boolean isNull() {
    return value == null;
  }

  /** The member of an object; a node that {@link #isNull()} where the key is absent. */
  public Node get(String key) throws FormatException {
    return new Node(object().get(key), where, this, key, null);
  }

  /** Keys of an object in the order of the file. */
  public Set<String> keys() throws FormatException {
    return object().keySet();
  }

  /** Keys and contents of an object that are not among the known ones, as they are. */
  public Map<String, Object> except(Set<String> known) throws FormatException {
    Map<String, Object> rest = new LinkedHashMap<>();
    object()
        .forEach(
            (key, content) -> {
              if (!known.contains(key)) {
                rest.put(key, content);
              }
            });
    return rest;
  }

  /** The members of an array; none where there is nothing. */
  public List<Node> elements() throws FormatException {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> array)) {
      throw wrong("is not a list");
    }
    List<Node> elements = new ArrayList<>();
    for (Object element : array) {
      elements.add(new Node(element, where, this, elements.size(), null));
    }
    return elements;
  }

  /** The object that must be here. */
  @SuppressWarnings("unchecked") // a Map out of Json has nothing but strings for keys
  public Map<String, Object> object() throws FormatException {
    if (value instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw wrong(value == null ? "is missing" : "is not an object");
  }

  /** The string that must be here. */
  public String string() throws FormatException {
    if (value instanceof String string) {
      return string;
    }
    throw wrong(value == null ? "is missing" : "is not a string");
  }

  /** The string here, or a substitute where there is nothing. */
  public String string(String otherwise) throws FormatException {
    return value == null ? otherwise : string();
  }

  /** The whole number of an {@code int}'s range that must be here. */
  public int integer() throws FormatException {
    if (value instanceof Long number && number.intValue() == number) {
      return number.intValue();
    }
    throw wrong(value == null ? "is missing" : "is not a whole number");
  }

  /** The number that must be here. */
  public double decimal() throws FormatException {
    if (value instanceof Long || value instanceof BigInteger || value instanceof BigDecimal) {
      return ((Number) value).doubleValue();
    }
    throw wrong(value == null ? "is missing" : "is not a number");
  }

  /** The truth here, or a substitute where there is nothing. */
  public boolean flag(boolean otherwise) throws FormatException {
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong("is neither true nor false");
  }

  /** The strings of an array, each once, in order; none where there is nothing. */
  public List<String> strings() throws FormatException {
    Set<String> strings = new LinkedHashSet<>();
    for (Node element : elements()) {
      strings.add(element.string());
    }
    return List.copyOf(strings);
  }

  /** The one of an enumeration that is named here in lower case with hyphens. */
  public <E extends Enum<E>> E oneOf(Class<E> type, E otherwise) throws FormatException {
    if (value == null) {
      return otherwise;
    }
    String named = string();
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equals(named)) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(name(constant));
    }
    throw wrong("is " + named + ", not one of " + String.join(", ", names));
  }

  /** How files spell an enumeration's constant: lower case with hyphens. */
  public static String name(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
