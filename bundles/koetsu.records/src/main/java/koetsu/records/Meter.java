package koetsu.records;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * An input of which no part may be longer than {@link TextLines#LONGEST}, so that reading what need
 * not be trusted takes bounded memory. For one thread.
 */
public final class Meter extends FilterInputStream {
  private final Supplier<String> part;
  private long read;

  /**
   * @param part file, line and what is being read, for the complaint
   */
  public Meter(InputStream in, Supplier<String> part) {
    super(in);
    this.part = part;
  }

  /** Another part begins here. */
  public void restart() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int some = in.read(bytes, from, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int more) throws IOException {
    read += more;
    if (read > TextLines.LONGEST) {
      throw new FormatException(
          part.get()
              + " longer than "
              + (TextLines.LONGEST >> 20)
              + " MiB; this is no file of the kind");
    }
  }
}
