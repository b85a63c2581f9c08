package koetsu.project.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.project.EventId;

/**
 * Where the events of a log stand, kept beside the log so that it need not be parsed again. It
 * counts only for the very bytes it was made of: their number and fingerprint are checked each
 * time.
 */
final class Index {
  private static final int FORMAT = 0x4B4F4901;
  private static final int CHUNK = 1 << 20;

  /** Knows nothing. */
  static final Index NONE = new Index(0, 0, null);

  private final long length;
  private final long fingerprint;

  /** Positioned at the names; null where nothing is known. */
  private final ByteBuffer content;

  private Index(long length, long fingerprint, ByteBuffer content) {
    this.length = length;
    this.fingerprint = fingerprint;
    this.content = content;
  }

  /** Reads an index; one that is damaged or of another format knows nothing. */
  static Index of(byte[] bytes) {
    int body = bytes.length - Long.BYTES;
    if (body < Integer.BYTES + 2 * Long.BYTES) {
      return NONE;
    }
    ByteBuffer content = ByteBuffer.wrap(bytes);
    if (content.getInt() != FORMAT || content.getLong(body) != Fingerprint.of(bytes, 0, body)) {
      return NONE;
    }
    return new Index(content.getLong(), content.getLong(), content);
  }

  /** How many bytes of the log it is about. */
  long length() {
    return length;
  }

  /**
   * Whether the log still begins with the bytes it was made of.
   *
   * @param known takes them in
   */
  boolean fits(FileChannel log, Fingerprint known) throws IOException {
    if (content == null || log.size() < length) {
      return false;
    }
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long at = 0;
    while (at < length) {
      chunk.clear();
      chunk.limit((int) Math.min(CHUNK, length - at));
      int read = log.read(chunk, at);
      if (read < 0) {
        return false;
      }
      known.update(chunk.array(), 0, read);
      at += read;
    }
    return known.value() == fingerprint;
  }

  /** The entries, in the order of the log. */
  List<Entry> entries(LogFile log) {
    String[] names = strings();
    String[] documents = strings();
    String[][] alone = new String[documents.length][];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = log.intern(documents[i]);
      alone[i] = new String[] {documents[i]};
    }
    int count = content.getInt();
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      EventId id = id(names);
      long offset = content.getLong();
      int size = content.getInt();
      long line = content.getLong();
      Entry.Role role = Entry.Role.values()[content.get()];
      boolean newer = content.get() != 0;
      EventId of = content.get() != 0 ? id(names) : null;
      String[] touched = new String[content.getInt()];
      if (touched.length == 1) {
        touched = alone[content.getInt()];
      } else {
        for (int d = 0; d < touched.length; d++) {
          touched[d] = documents[content.getInt()];
        }
      }
      entries.add(new Entry(id, log, offset, size, line, role, of, newer, touched));
    }
    return entries;
  }

  private String[] strings() {
    String[] strings = new String[content.getInt()];
    for (int i = 0; i < strings.length; i++) {
      byte[] utf8 = new byte[content.getInt()];
      content.get(utf8);
      strings[i] = new String(utf8, StandardCharsets.UTF_8);
    }
    return strings;
  }

  private EventId id(String[] names) {
    return new EventId(
        content.getLong(), names[content.getInt()], names[content.getInt()], content.getLong());
  }

  /** The index of a log as it is. */
  static byte[] write(LogFile log) {
    Map<String, Integer> names = new LinkedHashMap<>();
    Map<String, Integer> documents = new LinkedHashMap<>();
    for (Entry entry : log.entries()) {
      number(names, entry.id().reviewer());
      number(names, entry.id().installation());
      if (entry.of() != null) {
        number(names, entry.of().reviewer());
        number(names, entry.of().installation());
      }
      for (String document : entry.documents()) {
        number(documents, document);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeLong(log.length());
      out.writeLong(log.fingerprint());
      write(out, names);
      write(out, documents);
      out.writeInt(log.entries().size());
      for (Entry entry : log.entries()) {
        write(out, entry.id(), names);
        out.writeLong(entry.offset());
        out.writeInt(entry.length());
        out.writeLong(entry.fingerprint());
        out.writeByte(entry.role().ordinal());
        out.writeBoolean(entry.isNewer());
        out.writeBoolean(entry.of() != null);
        if (entry.of() != null) {
          write(out, entry.of(), names);
        }
        out.writeInt(entry.documents().length);
        for (String document : entry.documents()) {
          out.writeInt(documents.get(document));
        }
      }
      byte[] body = bytes.toByteArray();
      out.writeLong(Fingerprint.of(body, 0, body.length));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static void number(Map<String, Integer> numbers, String string) {
    numbers.putIfAbsent(string, numbers.size());
  }

  private static void write(DataOutputStream out, Map<String, Integer> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings.keySet()) {
      byte[] utf8 = string.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
  }

  private static void write(DataOutputStream out, EventId id, Map<String, Integer> names)
      throws IOException {
    out.writeLong(id.clock());
    out.writeInt(names.get(id.reviewer()));
    out.writeInt(names.get(id.installation()));
    out.writeLong(id.sequence());
  }
}
