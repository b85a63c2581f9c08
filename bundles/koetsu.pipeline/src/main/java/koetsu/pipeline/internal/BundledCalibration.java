package koetsu.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import koetsu.records.Calibration;

/** The calibration that ships with this bundle; {@code koetsu calibrate} writes the file. */
public final class BundledCalibration {
  private static final String FILE = "calibration.json";

  private BundledCalibration() {}

  public static Calibration get() {
    try (InputStream in = BundledCalibration.class.getResourceAsStream(FILE)) {
      return Calibration.read(in.readAllBytes(), FILE);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled " + FILE + " cannot be read", e);
    }
  }
}
