package koetsu.records;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import koetsu.api.record.ParsedRecord;

/** The records of a file one at a time, each with its line. For one thread. */
public final class RecordLines implements AutoCloseable {
  private final TextLines lines;
  private final Set<String> ids = new HashSet<>();
  private DocumentInfo document;

  /**
   * @param in UTF-8, with or without a byte order mark
   * @param name of the file, for messages
   */
  public RecordLines(InputStream in, String name) {
    this.lines = new TextLines(in, name);
  }

  /** The source that the file speaks of; null before the first record. */
  public DocumentInfo document() {
    return document;
  }

  /** File and line of the record that was read last, for messages. */
  public String where() {
    return lines.where();
  }

  /**
   * The next record; null after the last.
   *
   * @throws FormatException at the first thing that is wrong
   */
  public ParsedRecord next() throws IOException {
    String line;
    do {
      line = lines.next();
      if (line == null) {
        return null;
      }
    } while (line.isBlank());
    Node json = Node.of(Json.readObject(line, where()), where());
    RecordFile.checkSchema(json.get("schema"));
    DocumentInfo about = DocumentInfo.of(json.get("document"));
    if (document == null) {
      document = about;
    } else if (!document.equals(about)) {
      throw json.get("document")
          .wrong("is not the one of the lines before; a file speaks of one source");
    }
    ParsedRecord record = RecordJson.record(json);
    if (!ids.add(record.id())) {
      throw json.get("id").wrong("is " + record.id() + ", which a line before has already");
    }
    return record;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
