package koetsu.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Slot;
import koetsu.api.record.Value;
import koetsu.workbench.Messages;

/** Values as people write them: 14,700,000,000 円 (147億円), 令和8年度 (2026). */
public final class ValueFormat {
  private static final long OKU = 100_000_000L;
  private static final long[] UNITS = {1_000_000_000_000L, OKU, 10_000L};
  private static final String[] NAMES = {"兆", "億", "万"};
  private static final int[] ERA_YEARS = {2019, 1989, 1926, 1912, 1868};
  private static final String[] ERAS = {"令和", "平成", "昭和", "大正", "明治"};

  private ValueFormat() {}

  /** A whole value on one line; the slots that say nothing are left out. */
  public static String line(FieldDefinition field, Value value) {
    if (value instanceof Value.Text text) {
      return text.text().replaceAll("\\s*\\R\\s*", " ");
    }
    List<String> parts = new ArrayList<>();
    for (Slot slot : field.slots()) {
      String part = slot(slot, ((Value.Slots) value).slots().get(slot.id()));
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(" · ", parts);
  }

  /** What a value is first of all: its amount where it has one, else all of it. */
  public static String main(FieldDefinition field, Value value) {
    if (value instanceof Value.Slots slots) {
      for (Slot slot : field.slots()) {
        if (slot.type() == Slot.Type.YEN) {
          Object amount = slots.slots().get(slot.id());
          return amount == null ? "–" : yen((Long) amount);
        }
      }
    }
    String line = line(field, value);
    return line.isEmpty() ? "–" : line;
  }

  /** What {@link #main} leaves out; empty where that is nothing. */
  public static String rest(FieldDefinition field, Value value) {
    List<String> parts = new ArrayList<>();
    boolean amount = false;
    if (value instanceof Value.Slots slots
        && field.slots().stream().anyMatch(s -> s.type() == Slot.Type.YEN)) {
      for (Slot slot : field.slots()) {
        Object content = slots.slots().get(slot.id());
        if (slot.type() == Slot.Type.YEN && !amount) {
          amount = true;
        } else if (slot.type() == Slot.Type.YEN && content != null) {
          parts.add(Messages.label(slot.labels(), slot.id()) + " " + yen((Long) content));
        } else if (!slot(slot, content).isEmpty()) {
          parts.add(slot(slot, content));
        }
      }
    }
    return String.join(" · ", parts);
  }

  /**
   * One slot with its label where the content alone would not say what it is; empty for nothing.
   */
  public static String slot(Slot slot, Object content) {
    String label = Messages.label(slot.labels(), slot.id());
    return switch (slot.type()) {
      case FLAG -> Boolean.TRUE.equals(content) ? label : "";
      case NUMBER -> content == null ? "" : label + " " + content;
      case YEN, FISCAL_YEAR, TEXT, CHOICE -> plain(slot, content);
    };
  }

  /** The content of a slot without its label; empty for null. */
  public static String plain(Slot slot, Object content) {
    if (content == null) {
      return "";
    }
    return switch (slot.type()) {
      case YEN -> yen((Long) content);
      case FISCAL_YEAR -> fiscalYear((Long) content);
      case CHOICE ->
          slot.choice((String) content)
              .map(c -> Messages.label(c.labels(), c.id()))
              .orElse((String) content);
      case FLAG, NUMBER, TEXT -> content.toString();
    };
  }

  /** Digits first, for comparing; the short form after them, for reading. */
  public static String yen(long amount) {
    String digits = String.format(Locale.ROOT, "%,d 円", amount);
    return Math.abs(amount) < 10_000 ? digits : digits + " (" + shortYen(amount) + ")";
  }

  /** The shortest usual form: 147億円, 1.1億円, 12億3,456万円. */
  public static String shortYen(long amount) {
    String sign = amount < 0 ? "-" : "";
    long rest = Math.abs(amount);
    int largest = 0;
    while (largest < UNITS.length && rest < UNITS[largest]) {
      largest++;
    }
    if (largest < UNITS.length && rest % (UNITS[largest] / 100) == 0) {
      BigDecimal share = BigDecimal.valueOf(rest).divide(BigDecimal.valueOf(UNITS[largest]));
      return sign + share.stripTrailingZeros().toPlainString() + NAMES[largest] + "円";
    }
    StringBuilder text = new StringBuilder(sign);
    for (int i = 0; i < UNITS.length; i++) {
      if (rest >= UNITS[i]) {
        text.append(String.format(Locale.ROOT, "%,d", rest / UNITS[i])).append(NAMES[i]);
        rest %= UNITS[i];
      }
    }
    if (rest > 0 || text.length() == sign.length()) {
      text.append(String.format(Locale.ROOT, "%,d", rest));
    }
    return text.append("円").toString();
  }

  /** The era's year as it is printed in documents, with the Gregorian year. */
  public static String fiscalYear(long year) {
    for (int i = 0; i < ERAS.length; i++) {
      if (year >= ERA_YEARS[i]) {
        long count = year - ERA_YEARS[i] + 1;
        return ERAS[i] + (count == 1 ? "元" : String.valueOf(count)) + "年度 (" + year + ")";
      }
    }
    return Long.toString(year);
  }
}
