package koetsu.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain Java values: objects are {@code Map<String, Object>} in the order of the file,
 * arrays {@code List<Object>}, numbers {@link Long} where they are whole and fit, else {@link
 * BigInteger} or {@link BigDecimal}; strings, {@link Boolean} and null are themselves. Safe for any
 * thread.
 */
public final class Json {
  static final JsonFactory FACTORY = new JsonFactory();

  private static final char REPLACEMENT = '\uFFFD';

  private Json() {}

  /**
   * Reads exactly one value; a key that occurs twice in an object is an error.
   *
   * @param json the text
   * @param where file and line, for the message
   */
  public static Object read(String json, String where) throws FormatException {
    return read(json, where, Json::value);
  }

  /** Makes something of the value that a parser stands on, and leaves it at the value's end. */
  interface Reading {
    Object of(JsonParser parser) throws IOException;
  }

  static Object read(String json, String where, Reading reading) throws FormatException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new FormatException(where + ": empty where a JSON value should be");
      }
      Object value = reading.of(parser);
      if (parser.nextToken() != null) {
        throw new FormatException(
            where + ": more than one JSON value; column " + column(parser) + " begins another");
      }
      return value;
    } catch (FormatException e) {
      throw e;
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : at(e.getLocation());
      throw new FormatException(where + ": not JSON: " + cause(e) + place, e);
    } catch (IOException e) {
      throw new FormatException(where + ": " + e.getMessage(), e);
    }
  }

  /** What keeps something from being JSON, as a clause. */
  static String cause(JsonProcessingException e) {
    return e instanceof JsonEOFException
        ? "cut off before its end"
        : e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }

  /**
   * Reads exactly one object.
   *
   * @param json the text
   * @param where file and line, for the message
   */
  public static Map<String, Object> readObject(String json, String where) throws FormatException {
    return Node.of(read(json, where), where).object();
  }

  /** Decodes the bytes of a JSON file, which are UTF-8 with or without a byte order mark. */
  public static String decode(byte[] bytes, String where) throws FormatException {
    return decode(bytes, 0, bytes.length, where);
  }

  /** The same for a part of a file. */
  public static String decode(byte[] bytes, int begin, int count, String where)
      throws FormatException {
    String text = text(bytes, begin, count, where);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Decodes UTF-8 in which a byte order mark is a character like any other. */
  static String text(byte[] bytes, int begin, int count, String where) throws FormatException {
    try {
      String text = new String(bytes, begin, count, StandardCharsets.UTF_8);
      if (text.indexOf(REPLACEMENT) >= 0) {
        // it stands for what is no UTF-8, or for itself: the slow way tells them apart
        ByteBuffer part = ByteBuffer.wrap(bytes, begin, count);
        text = StandardCharsets.UTF_8.newDecoder().decode(part).toString();
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new FormatException(where + ": not UTF-8 text; save it as UTF-8", e);
    }
  }

  /**
   * Writes a value on one line, keys in the order of their maps, no spaces; only what JSON demands
   * is escaped. Besides the types above any {@link Number} of the JDK will do.
   */
  public static String write(Object value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String at(JsonLocation location) {
    String line = location.getLineNr() > 1 ? "line " + location.getLineNr() + ", " : "";
    return " (" + line + "column " + location.getColumnNr() + ")";
  }

  /**
   * Where a value stands in a text that {@link #read} accepted: {@code ", line 3, column 7"}.
   *
   * @param path names of members and indices of elements, from the root; where it leads to nothing,
   *     the place is that of the last thing it leads to
   */
  static String place(String json, List<Object> path) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      JsonLocation place = parser.currentTokenLocation();
      for (Object step : path) {
        if (!enter(parser, step)) {
          break;
        }
        place = parser.currentTokenLocation();
      }
      return ", line " + place.getLineNr() + ", column " + place.getColumnNr();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes from the beginning of an object or array to that of one of its parts. */
  private static boolean enter(JsonParser parser, Object step) throws IOException {
    boolean object = parser.currentToken() == JsonToken.START_OBJECT;
    if (!object && parser.currentToken() != JsonToken.START_ARRAY) {
      return false;
    }
    for (int index = 0; !parser.nextToken().isStructEnd(); index++) {
      boolean wanted = step.equals(object ? (Object) parser.currentName() : (Object) index);
      if (object) {
        parser.nextToken();
      }
      if (wanted) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static long column(JsonParser parser) {
    return parser.currentTokenLocation().getColumnNr();
  }

  static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser, (key, member) -> value(member));
      case START_ARRAY -> {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> {
        yield parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
            ? (Object) parser.getBigIntegerValue()
            : (Object) parser.getLongValue();
      }
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      default -> throw new IOException("unexpected " + token);
    };
  }

  /** What becomes of a member of an object. */
  interface Member {
    Object of(String key, JsonParser parser) throws IOException;
  }

  static Map<String, Object> object(JsonParser parser, Member member) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      Object value = member.of(key, parser);
      int size = object.size();
      object.put(key, value);
      if (object.size() == size) {
        throw new JsonParseException(parser, "Duplicate field '" + key + "'");
      }
    }
    return object;
  }

  private static void write(JsonGenerator generator, Object value) throws IOException {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof String string) {
      generator.writeString(string);
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value instanceof Number number) {
      generator.writeNumber(number.toString());
    } else if (value instanceof Map<?, ?> object) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        generator.writeFieldName((String) entry.getKey());
        write(generator, entry.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof Iterable<?> array) {
      generator.writeStartArray();
      for (Object element : array) {
        write(generator, element);
      }
      generator.writeEndArray();
    } else {
      throw new IllegalArgumentException("no JSON for a " + value.getClass().getName());
    }
  }
}
