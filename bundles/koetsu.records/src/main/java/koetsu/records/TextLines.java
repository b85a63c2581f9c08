package koetsu.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of UTF-8 text that need not be trusted: one at a time, decoded strictly, none longer
 * than {@link #LONGEST}. For one thread.
 */
public final class TextLines implements AutoCloseable {
  /**
   * Bytes of the longest line that is read: the annotated text of a large document in JSON, and
   * less where the heap is too small for the copies that decoding takes.
   */
  public static final int LONGEST = (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 16);

  private final InputStream in;
  private final String name;
  private final byte[] block = new byte[1 << 16];
  private int at;
  private int filled;
  private int number;

  /**
   * @param in the bytes, with or without a byte order mark
   * @param name of the file, for messages
   */
  public TextLines(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /** Number of the line that was read last, from 1; 0 before the first. */
  public int number() {
    return number;
  }

  /** File and line that was read last, for messages. */
  public String where() {
    return name + ", line " + number;
  }

  /**
   * The next line without its {@code \n}; null after the last. A line ends in {@code \n} only:
   * U+2028 and U+0085 are characters like any other, and a {@code \r} is left where it is.
   *
   * @throws FormatException where the line is not UTF-8, or too long
   */
  public String next() throws IOException {
    ByteArrayOutputStream whole = null;
    while (true) {
      if (at == filled) {
        filled = Math.max(0, in.read(block));
        at = 0;
        if (filled == 0) {
          if (whole == null) {
            return null;
          }
          number++;
          return decode(whole.toByteArray(), 0, whole.size());
        }
      }
      int end = at;
      while (end < filled && block[end] != '\n') {
        end++;
      }
      boolean complete = end < filled;
      if (complete && whole == null) {
        number++;
        String line = decode(block, at, end - at);
        at = end + 1;
        return line;
      }
      if (whole == null) {
        whole = new ByteArrayOutputStream(2 * (end - at));
      }
      if (whole.size() + end - at > LONGEST) {
        number++;
        throw new FormatException(
            where() + ": longer than " + (LONGEST >> 20) + " MiB; this is no file of the kind");
      }
      whole.write(block, at, end - at);
      at = complete ? end + 1 : end;
      if (complete) {
        number++;
        return decode(whole.toByteArray(), 0, whole.size());
      }
    }
  }

  private String decode(byte[] bytes, int begin, int count) throws FormatException {
    String line = Json.text(bytes, begin, count, where());
    return number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
