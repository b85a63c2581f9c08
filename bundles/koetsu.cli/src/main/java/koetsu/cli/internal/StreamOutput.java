package koetsu.cli.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import koetsu.api.plugin.ExportOutput;

/** Standard output: one file, or files of lines one after the other. */
final class StreamOutput implements ExportOutput {
  /** Files of one line each thing, which may stand one after the other. */
  private static final String LINES = ".jsonl";

  private final OutputStream out;
  private String before;

  StreamOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public OutputStream create(String name) throws IOException {
    if (before != null && !(before.endsWith(LINES) && name.endsWith(LINES))) {
      throw new IOException(
          "this format needs several files ("
              + before
              + ", "
              + name
              + " …), which standard output cannot hold; name a folder");
    }
    before = name;
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }
}
