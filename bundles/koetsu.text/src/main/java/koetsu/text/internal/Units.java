package koetsu.text.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The unit lexicon {@code units.txt} as a trie whose edges stand in one open hash table: a look-up
 * costs one probe a character and allocates nothing.
 */
final class Units {
  static final Units LEXICON = read("units.txt");

  /** Edge key (node and character) per slot, 0 where free; the root is node 1. */
  private int[] keys;

  private int[] targets;
  private int edges;
  private int nodes = 1;

  private final List<Unit> units = new ArrayList<>();

  /** Per node: index in {@link #units} plus 1, 0 where no unit ends. */
  private int[] finals = new int[256];

  /**
   * @param afterNumerals whether it may follow a Chinese numeral
   * @param notBefore characters that must not follow it
   */
  private record Unit(String text, boolean afterNumerals, String notBefore) {}

  private Units() {
    keys = new int[1024];
    targets = new int[1024];
  }

  private static Units read(String resource) {
    Units result = new Units();
    try (InputStream in = Units.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          result.add(line.split(" "));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the unit lexicon " + resource + " cannot be read", e);
    }
    return result;
  }

  private void add(String[] parts) {
    boolean afterNumerals = false;
    String notBefore = "";
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].equals("k")) {
        afterNumerals = true;
      } else if (parts[i].startsWith("!")) {
        notBefore = parts[i].substring(1);
      } else {
        throw new IllegalStateException("unit lexicon: unknown mark " + parts[i]);
      }
    }
    int node = 1;
    for (char c : parts[0].toCharArray()) {
      int next = next(node, c);
      node = next != 0 ? next : grow(node, c);
    }
    if (finals.length <= node) {
      finals = Arrays.copyOf(finals, nodes * 2);
    }
    units.add(new Unit(parts[0], afterNumerals, notBefore));
    finals[node] = units.size();
  }

  private int grow(int node, char c) {
    if (++edges * 2 > keys.length) {
      int[] oldKeys = keys;
      int[] oldTargets = targets;
      keys = new int[oldKeys.length * 2];
      targets = new int[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          put(oldKeys[i], oldTargets[i]);
        }
      }
    }
    put(node << 16 | c, ++nodes);
    return nodes;
  }

  private void put(int key, int target) {
    int slot = slot(key);
    keys[slot] = key;
    targets[slot] = target;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = (key * 0x9E3779B1 >>> 12) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int next(int node, char c) {
    int slot = slot(node << 16 | c);
    return keys[slot] == 0 ? 0 : targets[slot];
  }

  /**
   * End of the longest unit at a position, or {@code begin} where there is none.
   *
   * @param numerals whether a Chinese numeral stands before it
   */
  int match(TextCursor text, int begin, boolean numerals) {
    int node = 1;
    int end = begin;
    for (int at = begin; ; at++) {
      node = next(node, Chars.narrow(text.at(at)));
      if (node == 0) {
        return end;
      }
      int unit = node < finals.length ? finals[node] : 0;
      if (unit != 0 && allowed(units.get(unit - 1), text, at + 1, numerals)) {
        end = at + 1;
      }
    }
  }

  private static boolean allowed(Unit unit, TextCursor text, int end, boolean numerals) {
    char behind = text.at(end);
    return (unit.afterNumerals || !numerals)
        && unit.notBefore.indexOf(behind) < 0
        && !(Chars.isLetter(behind) && Chars.isLetter(text.at(end - 1)));
  }
}
