package koetsu.export.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import koetsu.records.FormatException;
import koetsu.records.TextLines;

/**
 * Rows of comma-separated values (RFC 4180): one at a time, none longer than {@link
 * TextLines#LONGEST}; lines may end in {@code \n} too. For one thread.
 */
final class CsvLines implements AutoCloseable {
  private final TextLines lines;
  private final String name;
  private int first;

  CsvLines(InputStream in, String name) {
    this.lines = new TextLines(in, name);
    this.name = name;
  }

  /** File and first line of the row that was read last. */
  String where() {
    return name + ", line " + first;
  }

  /** The next row that is not empty; null after the last. */
  List<String> next() throws IOException {
    String line;
    do {
      line = lines.next();
      if (line == null) {
        return null;
      }
      first = lines.number();
    } while (line.isEmpty() || line.equals("\r"));
    List<String> row = new ArrayList<>();
    StringBuilder quoted = new StringBuilder();
    int at = 0;
    while (true) {
      if (at < line.length() && line.charAt(at) == '"') {
        quoted.setLength(0);
        at++;
        while (true) {
          int quote = line.indexOf('"', at);
          if (quote < 0) {
            quoted.append(line, at, line.length()).append('\n');
            line = lines.next();
            if (line == null || quoted.length() > TextLines.LONGEST) {
              throw new FormatException(
                  where() + ": a quotation mark that opens in this row is never closed");
            }
            at = 0;
          } else if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
            quoted.append(line, at, quote + 1);
            at = quote + 2;
          } else {
            quoted.append(line, at, quote);
            at = quote + 1;
            break;
          }
        }
        row.add(quoted.toString());
      } else {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() - (line.endsWith("\r") ? 1 : 0) : comma;
        String cell = line.substring(at, Math.max(at, end));
        if (cell.indexOf('"') >= 0) {
          throw new FormatException(
              where() + ": a quotation mark inside a cell that does not begin with one");
        }
        row.add(cell);
        at = Math.max(at, end);
      }
      if (at == line.length() || (at == line.length() - 1 && line.charAt(at) == '\r')) {
        return row;
      }
      if (line.charAt(at) != ',') {
        throw new FormatException(
            where() + ": something stands between a closing quotation mark and the comma");
      }
      at++;
      if (at == line.length() || (at == line.length() - 1 && line.charAt(at) == '\r')) {
        row.add("");
        return row;
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
