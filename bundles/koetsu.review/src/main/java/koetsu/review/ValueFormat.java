package koetsu.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.workbench.Messages;

/** Values as people write them: 14,700,000,000 円 (147億円), 令和8年度 (2026). */
public final class ValueFormat {
  /** An amount as extractors note it on the way to a value. */
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18}) yen");

  private static final long OKU = 100_000_000L;
  private static final long[] UNITS = {1_000_000_000_000L, OKU, 10_000L};
  private static final String[] NAMES = {"兆", "億", "万"};
  private static final int[] ERA_YEARS = {2019, 1989, 1926, 1912, 1868};
  private static final String[] ERAS = {"令和", "平成", "昭和", "大正", "明治"};

  private ValueFormat() {}

  /**
   * A whole value on one line, its amount first where it has one; the slots that say nothing are
   * left out.
   */
  public static String line(FieldDefinition field, Value value) {
    if (value instanceof Value.Text text) {
      return text.text().replaceAll("\\s*\\R\\s*", " ");
    }
    List<String> parts = new ArrayList<>();
    amount(field)
        .map(slot -> slot(slot, ((Value.Slots) value).slots().get(slot.id())))
        .ifPresent(parts::add);
    parts.addAll(others(field, (Value.Slots) value));
    parts.removeIf(String::isEmpty);
    return String.join(" · ", parts);
  }

  /** What a value is first of all: its amount where it has one, else all of it. */
  public static String main(FieldDefinition field, Value value) {
    Optional<Slot> amount = amount(field);
    String main =
        amount.isPresent() && value instanceof Value.Slots slots
            ? plain(amount.get(), slots.slots().get(amount.get().id()))
            : line(field, value);
    return main.isEmpty() ? "–" : main;
  }

  /** The slot that says how much; the first one for money. */
  private static Optional<Slot> amount(FieldDefinition field) {
    return field.slots().stream().filter(s -> s.type() == Slot.Type.YEN).findFirst();
  }

  /** What the slots but that of the amount say; two years that follow each other are a period. */
  private static List<String> others(FieldDefinition field, Value.Slots value) {
    Slot amount = amount(field).orElse(null);
    List<Slot> slots = field.slots().stream().filter(s -> !s.equals(amount)).toList();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      Object content = value.slots().get(slot.id());
      if (i + 1 < slots.size() && isYear(slot) && isYear(slots.get(i + 1))) {
        parts.add(period((Long) content, (Long) value.slots().get(slots.get(++i).id())));
      } else if (slot.type() == Slot.Type.YEN && content != null) {
        parts.add(Messages.label(slot.labels(), slot.id()) + " " + yen((Long) content));
      } else {
        parts.add(slot(slot, content));
      }
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private static boolean isYear(Slot slot) {
    return slot.type() == Slot.Type.FISCAL_YEAR;
  }

  /** From a year to a year; either may be null. */
  public static String period(Long first, Long last) {
    if (first == null && last == null) {
      return "";
    }
    if (first != null && first.equals(last)) {
      return fiscalYear(first);
    }
    if (first != null && last != null && era(first) >= 0 && era(first) == era(last)) {
      return ERAS[era(first)]
          + yearOfEra(first)
          + "〜"
          + yearOfEra(last)
          + "年度 ("
          + first
          + "〜"
          + last
          + ")";
    }
    return (first == null ? "" : fiscalYear(first)) + "〜" + (last == null ? "" : fiscalYear(last));
  }

  /**
   * How the print became the value, in the words of the form; empty where nobody told.
   *
   * @return the steps of the value's {@code why}, the machine's notation replaced
   */
  public static List<String> steps(FieldDefinition field, FieldValue value) {
    if (value.why() == null) {
      return List.of();
    }
    List<String> steps = new ArrayList<>();
    for (String step : value.why().steps()) {
      Matcher yen = AMOUNT.matcher(step);
      String said =
          yen.matches()
              ? yen(Long.parseLong(yen.group(1)))
              : step.equals(value.value().toString()) ? line(field, value.value()) : step;
      // an amount is told once, with what else the value says
      if (!steps.isEmpty() && said.startsWith(steps.get(steps.size() - 1))) {
        steps.remove(steps.size() - 1);
      }
      steps.add(said);
    }
    return steps;
  }

  /** What {@link #main} leaves out; empty where that is nothing. */
  public static String rest(FieldDefinition field, Value value) {
    return value instanceof Value.Slots slots && amount(field).isPresent()
        ? String.join(" · ", others(field, slots))
        : "";
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

  /** The same text with amounts and years that do not fall apart where lines are broken. */
  public static String unbroken(String text) {
    return text.replaceAll("(?<=[0-9円度]) (?=[円(])", "\u00a0");
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
      int digits = Math.max(0, share.stripTrailingZeros().scale());
      return sign + String.format(Locale.ROOT, "%,." + digits + "f", share) + NAMES[largest] + "円";
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
    int era = era(year);
    return era < 0 ? Long.toString(year) : ERAS[era] + yearOfEra(year) + "年度 (" + year + ")";
  }

  /** Index of the era of a year, or -1. */
  private static int era(long year) {
    for (int i = 0; i < ERAS.length; i++) {
      if (year >= ERA_YEARS[i]) {
        return i;
      }
    }
    return -1;
  }

  private static String yearOfEra(long year) {
    long count = year - ERA_YEARS[era(year)] + 1;
    return count == 1 ? "元" : String.valueOf(count);
  }
}
