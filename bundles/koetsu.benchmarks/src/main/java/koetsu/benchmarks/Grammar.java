package koetsu.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The rules that generated documents are made by; the resource {@code grammar.txt} tells how they
 * are written. Immutable.
 */
final class Grammar {
  private static final String BLOCKS = " (blocks)";

  private final Map<String, List<String>> rules;

  private Grammar(Map<String, List<String>> rules) {
    this.rules = rules;
  }

  /** The grammar that comes with this class. */
  static Grammar ofProgrammes() {
    try (InputStream in = Grammar.class.getResourceAsStream("grammar.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Grammar(read(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> read(BufferedReader lines) throws IOException {
    Map<String, List<String>> rules = new HashMap<>();
    List<String> alternatives = new ArrayList<>(); // of no symbol: what explains the file
    boolean blocks = false;
    StringBuilder block = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("== ") || blocks && line.equals("--")) {
        if (blocks) {
          alternatives.add(block.toString());
          block.setLength(0);
        }
        if (line.startsWith("== ")) {
          blocks = line.endsWith(BLOCKS);
          alternatives = new ArrayList<>();
          rules.put(line.substring(3).replace(BLOCKS, ""), alternatives);
        }
      } else if (blocks) {
        block.append(line).append('\n');
      } else if (!line.isEmpty()) {
        alternatives.add(line);
      }
    }
    return rules;
  }

  /**
   * Appends an alternative of a symbol.
   *
   * @param fixed what {@code {=symbol}} stands for; grows with the symbols met for the first time
   */
  void expand(String symbol, Random random, Map<String, String> fixed, StringBuilder out) {
    List<String> alternatives = rules.get(symbol);
    if (alternatives == null) {
      throw new IllegalArgumentException("no such symbol: " + symbol);
    }
    String text = alternatives.get(random.nextInt(alternatives.size()));
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      out.append(text, at, open);
      at = text.indexOf('}', open) + 1;
      slot(text.substring(open + 1, at - 1), random, fixed, out);
    }
    out.append(text, at, text.length());
  }

  private void slot(String slot, Random random, Map<String, String> fixed, StringBuilder out) {
    int dots = slot.indexOf("..");
    if (dots > 0) {
      int least = Integer.parseInt(slot.substring(0, dots));
      out.append(least + random.nextInt(Integer.parseInt(slot.substring(dots + 2)) - least + 1));
    } else if (slot.startsWith("=")) {
      String symbol = slot.substring(1);
      if (!fixed.containsKey(symbol)) {
        StringBuilder text = new StringBuilder();
        expand(symbol, random, fixed, text);
        fixed.put(symbol, text.toString());
      }
      out.append(fixed.get(symbol));
    } else {
      expand(slot, random, fixed, out);
    }
  }
}
