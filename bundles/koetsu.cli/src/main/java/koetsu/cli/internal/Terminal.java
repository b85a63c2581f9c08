package koetsu.cli.internal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out what the user asked for
 * @param err messages
 * @param interactive whether a person watches, so that progress may be shown
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {

  /** The streams of this process; they speak UTF-8 unless a Windows console wants otherwise. */
  static Terminal ofProcess() {
    Console console = System.console();
    Charset charset =
        console != null && System.getProperty("os.name").startsWith("Windows")
            ? console.charset()
            : StandardCharsets.UTF_8;
    return new Terminal(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        console != null);
  }
}
