package koetsu.cli.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import koetsu.api.plugin.ExportOutput;

/**
 * Standard output: one file, or files of lines one after the other. What is printed cannot be taken
 * back, so it waits in a temporary file until all of it is there.
 */
final class StreamOutput implements ExportOutput, AutoCloseable {
  /** Files of one line each thing, which may stand one after the other. */
  private static final String LINES = ".jsonl";

  private final Path waiting;
  private String before;

  StreamOutput() throws IOException {
    this.waiting = Files.createTempFile("koetsu", ".export");
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
    return Files.newOutputStream(waiting, StandardOpenOption.APPEND);
  }

  /** Prints everything. */
  void print(OutputStream out) throws IOException {
    Files.copy(waiting, out);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    Files.delete(waiting);
  }
}
