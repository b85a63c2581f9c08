package koetsu.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The elements of one array of a JSON file that need not be trusted: one at a time, none longer
 * than {@link TextLines#LONGEST}. For one thread.
 */
public final class JsonElements implements AutoCloseable {
  private final String name;
  private final Meter meter;
  private final JsonParser parser;

  /**
   * @param in UTF-8, with or without a byte order mark
   * @param name of the file, for messages
   */
  public JsonElements(InputStream in, String name) throws IOException {
    this.name = name;
    this.meter = new Meter(in, () -> where() + ": an element");
    this.parser = Json.FACTORY.createParser(meter);
  }

  /** File and line of what was read last, for messages. */
  public String where() {
    return name + ", line " + Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  /** Enters the array that is the whole file. */
  public void enter() throws IOException {
    if (token() != JsonToken.START_ARRAY) {
      throw new FormatException(where() + ": not a list where one should be");
    }
  }

  /**
   * Enters an array that is a member of the object that is the whole file.
   *
   * @return the members before it
   */
  public Map<String, Object> enter(String member) throws IOException {
    if (token() != JsonToken.START_OBJECT) {
      throw new FormatException(where() + ": not an object where one should be");
    }
    Map<String, Object> before = new LinkedHashMap<>();
    while (token() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken begin = token();
      if (key.equals(member)) {
        if (begin != JsonToken.START_ARRAY) {
          throw new FormatException(where() + ": " + member + " is not a list");
        }
        return before;
      }
      before.put(key, value());
    }
    throw new FormatException(where() + ": " + member + " is missing");
  }

  /** The next element; null after the last. */
  public Node next() throws IOException {
    meter.restart();
    JsonToken token = token();
    if (token == JsonToken.END_ARRAY) {
      end();
      return null;
    }
    String where = where();
    return Node.of(value(), where);
  }

  /** What follows the array must be well-formed, else the file may be cut off. */
  private void end() throws IOException {
    while (parser.getParsingContext().getParent() != null) {
      token();
    }
    JsonToken more;
    try {
      more = parser.nextToken();
    } catch (IOException e) {
      throw trouble(e);
    }
    if (more != null) {
      throw new FormatException(where() + ": more than one JSON value");
    }
  }

  private Object value() throws IOException {
    try {
      return Json.value(parser);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private JsonToken token() throws IOException {
    JsonToken token;
    try {
      token = parser.nextToken();
    } catch (IOException e) {
      throw trouble(e);
    }
    if (token == null) {
      throw new FormatException(where() + ": not JSON: empty, or cut off before its end");
    }
    return token;
  }

  private IOException trouble(IOException e) {
    if (e instanceof FormatException) {
      return e;
    }
    if (e instanceof CharConversionException) {
      return new FormatException(where() + ": not UTF-8 text; save it as UTF-8", e);
    }
    if (e instanceof JsonProcessingException bad) {
      String cause = Json.cause(bad);
      if (cause.startsWith("Invalid UTF-8")) {
        return new FormatException(where() + ": not UTF-8 text; save it as UTF-8", e);
      }
      String at =
          bad.getLocation() == null
              ? where()
              : name + ", line " + Math.max(1, bad.getLocation().getLineNr());
      return new FormatException(at + ": not JSON: " + cause, e);
    }
    return e;
  }

  @Override
  public void close() throws IOException {
    parser.close();
    meter.close();
  }
}
