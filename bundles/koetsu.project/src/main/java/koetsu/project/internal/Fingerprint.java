package koetsu.project.internal;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A 64-bit checksum that runs as fast as memory: two different cyclic codes side by side. It tells
 * a cache from the log it no longer fits; against intent it is no guard, and need not be.
 */
final class Fingerprint {
  private final CRC32 one = new CRC32();
  private final CRC32C other = new CRC32C();

  void update(byte[] bytes, int offset, int length) {
    one.update(bytes, offset, length);
    other.update(bytes, offset, length);
  }

  long value() {
    return one.getValue() << Integer.SIZE | other.getValue();
  }

  static long of(byte[] bytes, int offset, int length) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.update(bytes, offset, length);
    return fingerprint.value();
  }

  /** The fingerprint of a sequence that is one longer. */
  static long chain(long before, long next) {
    long mixed = (before ^ next) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }
}
