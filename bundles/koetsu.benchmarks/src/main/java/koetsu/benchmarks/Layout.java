package koetsu.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The layouts of generated documents, named like the shipped samples. */
public enum Layout {
  DRAFT_BUDGET,
  PLAIN_SHEETS,
  JOINT_PROJECTS,
  PACKAGE_SHEETS,
  CATALOGUE;

  /** Sheets of a volume: about what one real document holds. A long document has many volumes. */
  private static final int SHEETS = 48;

  private static final Grammar GRAMMAR = Grammar.ofProgrammes();

  /**
   * Makes a document of invented programmes.
   *
   * @param bytes its least length; the last sheet is whole
   * @param seed the same gives the same bytes
   * @return UTF-8
   */
  public byte[] document(int bytes, long seed) {
    Random random = new Random(seed);
    byte[] document = new byte[bytes + 16_384];
    int length = 0;
    while (length < bytes) {
      List<Map<String, String>> sheets = sheets(random);
      length = append(head(sheets, random), document, length);
      for (int i = 0; i < sheets.size() && length < bytes; i++) {
        StringBuilder sheet = new StringBuilder();
        GRAMMAR.expand(this + " sheet", random, sheets.get(i), sheet);
        length = append(sheet.append('\n'), document, length);
      }
    }
    return Arrays.copyOf(document, length);
  }

  private static int append(StringBuilder text, byte[] document, int length) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, document, length, bytes.length);
    return length + bytes.length;
  }

  /** What is fixed of each sheet of a volume before it is written. */
  private static List<Map<String, String>> sheets(Random random) {
    List<Map<String, String>> sheets = new ArrayList<>();
    for (int i = 1; i <= SHEETS; i++) {
      Map<String, String> fixed = new HashMap<>();
      StringBuilder name = new StringBuilder();
      GRAMMAR.expand("name", random, fixed, name);
      fixed.put("name", name.toString());
      fixed.put("ordinal", String.valueOf(i));
      fixed.put("page", String.valueOf(i + 3));
      sheets.add(fixed);
    }
    return sheets;
  }

  private StringBuilder head(List<Map<String, String>> sheets, Random random) {
    StringBuilder entries = new StringBuilder();
    if (this == PACKAGE_SHEETS || this == CATALOGUE) {
      for (Map<String, String> sheet : sheets) {
        GRAMMAR.expand(this + " entry", random, sheet, entries);
        entries.append('\n');
      }
    }
    StringBuilder head = new StringBuilder();
    GRAMMAR.expand(
        this + " head", random, new HashMap<>(Map.of("entries", entries.toString())), head);
    return head;
  }

  static Layout named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name that the grammar and the samples use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
