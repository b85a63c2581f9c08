package koetsu.itests.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import koetsu.api.record.Value;
import koetsu.measure.FieldFigures;
import koetsu.measure.LedgerItem;
import koetsu.measure.RegressionReport;

/**
 * What was right when a person last approved it: per item the document, record, field, slot and a
 * hash of the gold's content, and the F1 of each field. It holds no text of the corpus.
 *
 * @param reason why it was approved
 * @param figures field to its support and F1
 * @param right items that were right, with the place they had in the document
 */
record Guard(String reason, Map<String, Figure> figures, Map<String, String> right) {
  private static final String TAB = "\t";
  private static final String REASON = "reason";
  private static final String FIGURE = "figure";
  private static final int HASH_LENGTH = 16;

  /** Gold values of a field and how well they were found. */
  record Figure(long support, double f1) {}

  /** What a run shows, and everything that its gold asks for. */
  static Guard of(RegressionReport report, String reason) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (FieldFigures row : report.totals()) {
      OptionalDouble f1 = row.soft().f1();
      if (f1.isPresent()) {
        figures.put(row.field(), new Figure(row.soft().support(), f1.getAsDouble()));
      }
    }
    return new Guard(reason, figures, items(report, false));
  }

  /** Every item of the gold or only those that are right, as lines, with their places. */
  static Map<String, String> items(RegressionReport report, boolean all) {
    Map<String, String> items = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (LedgerItem item : report.ledger()) {
      if (item.expected() == null) {
        continue;
      }
      boolean whole =
          item.outcome() == LedgerItem.Outcome.RIGHT || item.outcome() == LedgerItem.Outcome.FIXED;
      slots(item.expected())
          .forEach(
              (slot, content) -> {
                String name = String.join(TAB, item.document(), item.record(), item.field(), slot);
                // two equal values of one record are two items
                int turn = seen.merge(name + content, 1, Integer::sum);
                boolean right =
                    whole
                        || item.actual() != null
                            && Objects.equals(slots(item.actual()).get(slot), content);
                if (all || right) {
                  items.put(
                      name + TAB + hash(name + TAB + content + TAB + turn),
                      item.document() + ", line " + item.line());
                }
              });
    }
    return items;
  }

  private static Map<String, String> slots(Value value) {
    Map<String, String> slots = new LinkedHashMap<>();
    if (value instanceof Value.Slots structured) {
      structured.slots().forEach((slot, content) -> slots.put(slot, String.valueOf(content)));
    } else {
      slots.put("-", value.toString());
    }
    return slots;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }

  /** A guard as {@link #lines} wrote it. */
  static Guard read(List<String> lines) {
    String reason = "";
    Map<String, Figure> figures = new LinkedHashMap<>();
    Map<String, String> right = new LinkedHashMap<>();
    for (String line : lines) {
      String[] cells = line.split(TAB);
      switch (cells[0]) {
        case REASON -> reason = cells[1];
        case FIGURE ->
            figures.put(
                cells[1], new Figure(Long.parseLong(cells[2]), Double.parseDouble(cells[3])));
        default -> right.put(line, cells[0]);
      }
    }
    return new Guard(reason, figures, right);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(REASON + TAB + reason);
    figures.forEach(
        (field, figure) ->
            lines.add(
                String.join(
                    TAB,
                    FIGURE,
                    field,
                    String.valueOf(figure.support()),
                    String.format(Locale.ROOT, "%.4f", figure.f1()))));
    lines.addAll(right.keySet());
    return lines;
  }
}
