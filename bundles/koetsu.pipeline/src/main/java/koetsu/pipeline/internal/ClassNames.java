package koetsu.pipeline.internal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that a class file names, by its constant pool (JVMS 17, 4.4). */
public final class ClassNames {
  private static final int MAGIC = 0xCAFEBABE;

  /** A class as the constant pool spells it, alone or in a descriptor. */
  private static final Pattern CLASS = Pattern.compile("(?:^|L)((?:[\\w$]+/)+[\\w$]+)(?:;|$)");

  private ClassNames() {}

  /**
   * Reads a class file up to the end of its constants.
   *
   * @return names as {@code java.net.URL}, sorted; empty where it is no class file
   */
  public static Set<String> in(InputStream in) throws IOException {
    Set<String> classes = new TreeSet<>();
    DataInputStream data = new DataInputStream(in);
    try {
      if (data.readInt() != MAGIC) {
        return classes;
      }
      data.readInt(); // version
      int count = data.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = data.readUnsignedByte();
        switch (tag) {
          case 1 -> add(data.readUTF(), classes);
          case 7, 8, 16, 19, 20 -> data.skipNBytes(2);
          case 15 -> data.skipNBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipNBytes(4);
          case 5, 6 -> {
            data.skipNBytes(8);
            i++; // takes two places
          }
          default -> throw new IOException("a class file has a constant of the kind " + tag);
        }
      }
      return classes;
    } catch (EOFException cut) {
      return classes; // cannot be run either
    }
  }

  private static void add(String constant, Set<String> classes) {
    Matcher names = CLASS.matcher(constant);
    while (names.find()) {
      classes.add(names.group(1).replace('/', '.'));
    }
  }
}
