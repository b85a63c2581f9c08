package koetsu.robot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * An X server whose pixels are a file, so that watching them costs the programs on it nothing. The
 * file is in the format of X11's {@code XWDFile.h}.
 */
public final class FrameBuffer implements AutoCloseable {
  public static final int WIDTH = 1280;
  public static final int HEIGHT = 800;

  /** Words of the header: its own length in bytes, and the number of colours that follow it. */
  private static final int HEADER_SIZE = 0;

  private static final int COLOURS = 19;
  private static final int BYTES_PER_COLOUR = 12;

  private final Process server;
  private final String display;
  private final IntBuffer pixels;

  /**
   * Starts the server.
   *
   * @param folder where the file goes; empty
   * @throws IOException where there is no {@code Xvfb}, or it does not start
   */
  public FrameBuffer(Path folder) throws IOException {
    server =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                WIDTH + "x" + HEIGHT + "x24",
                "-nolisten",
                "tcp",
                "-fbdir",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String number =
        new BufferedReader(
                new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    if (number == null) {
      throw new IOException("Xvfb does not start; install the package xvfb");
    }
    display = ":" + number.strip();
    try (FileChannel file = FileChannel.open(folder.resolve("Xvfb_screen0"))) {
      ByteBuffer all = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      all.order(ByteOrder.BIG_ENDIAN);
      int begin = all.getInt(HEADER_SIZE) + all.getInt(COLOURS * Integer.BYTES) * BYTES_PER_COLOUR;
      pixels = all.slice(begin, WIDTH * HEIGHT * Integer.BYTES).asIntBuffer();
    }
  }

  /** What programs have to find as DISPLAY. */
  public String display() {
    return display;
  }

  /** The pixels of now, line by line, {@link #WIDTH} times {@link #HEIGHT}. */
  public int[] pixels() {
    int[] now = new int[WIDTH * HEIGHT];
    pixels.get(0, now);
    return now;
  }

  /** How many pixels of two pictures differ. */
  public static int difference(int[] one, int[] other) {
    int differing = 0;
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        differing++;
      }
    }
    return differing;
  }

  @Override
  public void close() {
    server.destroy();
    try {
      server.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
