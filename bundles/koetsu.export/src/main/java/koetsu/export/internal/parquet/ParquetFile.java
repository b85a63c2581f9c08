package koetsu.export.internal.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a file of <a href="https://parquet.apache.org/docs/file-format/">Apache Parquet</a> row by
 * row; rows are nested as their type says. For one thread.
 */
public final class ParquetFile implements AutoCloseable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Bytes of values after which a row group ends: what a reader has to hold at once. */
  private static final int GROUP = 16 << 20;

  private static final int REQUIRED = 0;
  private static final int OPTIONAL = 1;
  private static final int REPEATED = 2;
  private static final int UTF8 = 0;
  private static final int LIST = 3;

  private final OutputStream out;
  private final Type.Struct row;
  private final Map<String, String> about;
  private final List<Column> columns = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private long offset;
  private int rows;
  private int next;

  private record Group(List<Column.Chunk> chunks, int rows) {}

  /** An element of the schema, which the format keeps as a list in depth-first order. */
  private record Element(String name, int repetition, int children, Type.Leaf leaf, boolean list) {
    void describe(Compact out) {
      if (leaf != null) {
        out.i32(1, leaf.code());
      }
      if (repetition >= 0) {
        out.i32(3, repetition);
      }
      out.string(4, name);
      if (leaf == null) {
        out.i32(5, children);
      }
      if (list) {
        out.i32(6, LIST);
      } else if (leaf == Type.Leaf.STRING) {
        out.i32(6, UTF8);
      }
    }
  }

  /**
   * @param about keys and values that go with the file
   */
  public ParquetFile(OutputStream out, Type.Struct row, Map<String, String> about)
      throws IOException {
    this.out = out;
    this.row = row;
    this.about = about;
    columns(row, new ArrayList<>(), 0, 0);
    write(MAGIC);
  }

  private void columns(Type type, List<String> path, int repetition, int definition) {
    if (type instanceof Type.Struct struct) {
      for (Type.Field field : struct.fields()) {
        path.add(field.name());
        columns(field.type(), path, repetition, definition + (field.optional() ? 1 : 0));
        path.remove(path.size() - 1);
      }
    } else if (type instanceof Type.ListOf list) {
      path.add("list");
      path.add("element");
      columns(list.element(), path, repetition + 1, definition + 1);
      path.remove(path.size() - 1);
      path.remove(path.size() - 1);
    } else {
      columns.add(new Column(path, (Type.Leaf) type, repetition, definition));
    }
  }

  /** Adds a row. */
  public void add(Map<String, Object> values) throws IOException {
    next = 0;
    shred(row, values, 0, 0, 0);
    rows++;
    if (columns.stream().mapToLong(Column::size).sum() > GROUP) {
      endGroup();
    }
  }

  /**
   * Takes a value apart into columns, as described in the paper on Dremel (2010).
   *
   * @param repetition level at which the value repeats
   * @param definition how many optional or repeated things around it are there
   * @param depth how many lists are around it
   */
  private void shred(Type type, Object value, int repetition, int definition, int depth) {
    if (type instanceof Type.Struct struct) {
      Map<?, ?> members = (Map<?, ?>) value;
      for (Type.Field field : struct.fields()) {
        Object member = members.get(field.name());
        if (field.optional() && member == null) {
          nothing(field.type(), repetition, definition);
        } else {
          shred(field.type(), member, repetition, definition + (field.optional() ? 1 : 0), depth);
        }
      }
    } else if (type instanceof Type.ListOf list) {
      List<?> elements = (List<?>) value;
      if (elements.isEmpty()) {
        nothing(list.element(), repetition, definition);
      }
      int first = next;
      for (int i = 0; i < elements.size(); i++) {
        next = first;
        shred(
            list.element(),
            elements.get(i),
            i == 0 ? repetition : depth + 1,
            definition + 1,
            depth + 1);
      }
    } else {
      columns.get(next++).value(value, repetition);
    }
  }

  private void nothing(Type type, int repetition, int definition) {
    if (type instanceof Type.Struct struct) {
      struct.fields().forEach(field -> nothing(field.type(), repetition, definition));
    } else if (type instanceof Type.ListOf list) {
      nothing(list.element(), repetition, definition);
    } else {
      columns.get(next++).nothing(repetition, definition);
    }
  }

  private void endGroup() throws IOException {
    List<Column.Chunk> chunks = new ArrayList<>();
    for (Column column : columns) {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      chunks.add(column.write(page, offset));
      write(page.toByteArray());
    }
    groups.add(new Group(chunks, rows));
    rows = 0;
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    offset += bytes.length;
  }

  /** Writes what is left and the metadata. */
  @Override
  public void close() throws IOException {
    try (out) {
      if (rows > 0 || groups.isEmpty()) {
        endGroup();
      }
      List<Element> schema = new ArrayList<>();
      schema.add(new Element("record", -1, row.fields().size(), null, false));
      row.fields().forEach(field -> elements(field, schema));
      byte[] footer =
          Compact.struct(
              meta ->
                  meta.i32(1, 1)
                      .structs(2, schema, Element::describe)
                      .i64(3, groups.stream().mapToLong(Group::rows).sum())
                      .structs(4, groups, ParquetFile::describe)
                      .structs(
                          5,
                          List.copyOf(about.entrySet()),
                          (entry, pair) ->
                              pair.string(1, entry.getKey()).string(2, entry.getValue()))
                      .string(6, "koetsu"));
      write(footer);
      write(
          ByteBuffer.allocate(Integer.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(footer.length)
              .array());
      write(MAGIC);
    }
  }

  private static void describe(Group group, Compact out) {
    out.structs(1, group.chunks(), Column.Chunk::describe)
        .i64(2, group.chunks().stream().mapToLong(Column.Chunk::plainSize).sum())
        .i64(3, group.rows());
  }

  private static void elements(Type.Field field, List<Element> schema) {
    int repetition = field.optional() ? OPTIONAL : REQUIRED;
    if (field.type() instanceof Type.Struct struct) {
      schema.add(new Element(field.name(), repetition, struct.fields().size(), null, false));
      struct.fields().forEach(each -> elements(each, schema));
    } else if (field.type() instanceof Type.ListOf list) {
      schema.add(new Element(field.name(), repetition, 1, null, true));
      schema.add(new Element("list", REPEATED, 1, null, false));
      elements(Type.required("element", list.element()), schema);
    } else {
      schema.add(new Element(field.name(), repetition, 0, (Type.Leaf) field.type(), false));
    }
  }
}
