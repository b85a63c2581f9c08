package koetsu.export.internal.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The values of one leaf within a row group, with their repetition and definition levels: plain
 * encoding, one data page of version 1, compressed with gzip.
 */
final class Column {
  private static final int DATA_PAGE = 0;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int GZIP = 2;

  private final List<String> path;
  private final Type.Leaf type;
  private final int deepest;
  private final int present;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final Levels repetitions = new Levels();
  private final Levels definitions = new Levels();
  private final byte[] scratch = new byte[Long.BYTES];
  private int scratched;
  private int bits;
  private int bitCount;

  /**
   * @param path names from the row to the leaf, those of list groups included
   * @param deepest repetition level of the innermost list around the leaf
   * @param present definition level of a value that is there
   */
  Column(List<String> path, Type.Leaf type, int deepest, int present) {
    this.path = List.copyOf(path);
    this.type = type;
    this.deepest = deepest;
    this.present = present;
  }

  /** Bytes that wait to be written. */
  int size() {
    return values.size();
  }

  /** A value that is there. */
  void value(Object value, int repetition) {
    levels(repetition, present);
    switch (type) {
      case BOOLEAN -> bit((Boolean) value);
      case INT32 -> little(Integer.BYTES).putInt(Math.toIntExact((Long) value));
      case INT64 -> little(Long.BYTES).putLong((Long) value);
      case DOUBLE -> little(Double.BYTES).putDouble((Double) value);
      case STRING -> {
        byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
        little(Integer.BYTES).putInt(bytes.length);
        flush();
        values.writeBytes(bytes);
      }
    }
    flush();
  }

  /** No value, because something around it is absent or empty. */
  void nothing(int repetition, int definition) {
    levels(repetition, definition);
  }

  private ByteBuffer little(int size) {
    scratched = size;
    return ByteBuffer.wrap(scratch).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void flush() {
    values.write(scratch, 0, scratched);
    scratched = 0;
  }

  private void bit(boolean set) {
    bits |= (set ? 1 : 0) << bitCount++;
    if (bitCount == Byte.SIZE) {
      values.write(bits);
      bits = 0;
      bitCount = 0;
    }
  }

  private void levels(int repetition, int definition) {
    repetitions.add(repetition);
    definitions.add(definition);
  }

  /** What the metadata says about the column in this row group. */
  record Chunk(Column column, long offset, int count, long plainSize, long packedSize) {
    void describe(Compact out) {
      out.i64(2, offset)
          .struct(
              3,
              meta ->
                  meta.i32(1, column.type.code())
                      .i32s(2, List.of(PLAIN, RLE))
                      .strings(3, column.path)
                      .i32(4, GZIP)
                      .i64(5, count)
                      .i64(6, plainSize)
                      .i64(7, packedSize)
                      .i64(9, offset));
    }
  }

  /**
   * Writes the values as a page and forgets them.
   *
   * @param offset of the page in the file
   */
  Chunk write(ByteArrayOutputStream out, long offset) throws IOException {
    if (bitCount > 0) {
      values.write(bits);
      bits = 0;
      bitCount = 0;
    }
    int count = definitions.count();
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    repetitions.write(page, deepest);
    definitions.write(page, present);
    values.writeTo(page);
    values.reset();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      page.writeTo(gzip);
    }
    byte[] header =
        Compact.struct(
            h ->
                h.i32(1, DATA_PAGE)
                    .i32(2, page.size())
                    .i32(3, packed.size())
                    .struct(5, d -> d.i32(1, count).i32(2, PLAIN).i32(3, RLE).i32(4, RLE)));
    out.writeBytes(header);
    packed.writeTo(out);
    return new Chunk(
        this,
        offset,
        count,
        header.length + (long) page.size(),
        header.length + (long) packed.size());
  }

  /** Levels as runs of equal ones. */
  private static final class Levels {
    private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
    private int level;
    private int run;
    private int count;

    int count() {
      return count;
    }

    void add(int next) {
      if (next != level && run > 0) {
        end();
      }
      level = next;
      run++;
      count++;
    }

    /** No schema here is so deep that a level needs more than a byte. */
    private void end() {
      int rest = run << 1;
      while ((rest & ~0x7F) != 0) {
        runs.write(rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      runs.write(rest);
      runs.write(level);
      run = 0;
    }

    /** A level that can only be 0 is not written. */
    void write(ByteArrayOutputStream out, int highest) {
      if (run > 0) {
        end();
      }
      if (highest > 0) {
        out.writeBytes(
            ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(runs.size())
                .array());
        out.writeBytes(runs.toByteArray());
      }
      runs.reset();
      count = 0;
    }
  }
}
