package koetsu.export.internal.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A structure in Thrift's <a
 * href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">compact
 * protocol</a>, which Parquet's metadata is in. Fields are written in the order of their numbers.
 */
final class Compact {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  /** Longest list whose size stands in the byte of its type. */
  private static final int SHORT_LIST = 14;

  private final ByteArrayOutputStream out;
  private int last;

  private Compact(ByteArrayOutputStream out) {
    this.out = out;
  }

  /** The bytes of a structure with these fields. */
  static byte[] struct(Consumer<Compact> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    struct(out, fields);
    return out.toByteArray();
  }

  private static void struct(ByteArrayOutputStream out, Consumer<Compact> fields) {
    fields.accept(new Compact(out));
    out.write(0);
  }

  /** Numbers are near each other: the difference always fits in its four bits. */
  private void field(int number, int type) {
    out.write((number - last) << 4 | type);
    last = number;
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static void zigzag(ByteArrayOutputStream out, long value) {
    varint(out, value << 1 ^ value >> 63);
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  Compact i32(int number, int value) {
    field(number, I32);
    zigzag(out, value);
    return this;
  }

  Compact i64(int number, long value) {
    field(number, I64);
    zigzag(out, value);
    return this;
  }

  Compact string(int number, String text) {
    field(number, BINARY);
    string(out, text);
    return this;
  }

  Compact struct(int number, Consumer<Compact> fields) {
    field(number, STRUCT);
    struct(out, fields);
    return this;
  }

  Compact i32s(int number, List<Integer> values) {
    list(number, values.size(), I32);
    values.forEach(value -> zigzag(out, value));
    return this;
  }

  Compact strings(int number, List<String> values) {
    list(number, values.size(), BINARY);
    values.forEach(value -> string(out, value));
    return this;
  }

  <T> Compact structs(int number, List<T> values, BiConsumer<T, Compact> fields) {
    list(number, values.size(), STRUCT);
    values.forEach(value -> struct(out, inner -> fields.accept(value, inner)));
    return this;
  }

  private void list(int number, int size, int type) {
    field(number, LIST);
    if (size <= SHORT_LIST) {
      out.write(size << 4 | type);
    } else {
      out.write(0xF0 | type);
      varint(out, size);
    }
  }
}
