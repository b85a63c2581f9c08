package koetsu.check.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import org.osgi.service.component.annotations.Component;

/**
 * The parts of a programme sum to it, this year's amounts and the previous year's, but for the
 * rounding of printed decimals. Parts that repeat the whole's figure or are 内数 do not constrain it.
 */
@Component(service = Validator.class)
public final class PartSumValidator implements Validator {
  @Override
  public String id() {
    return "koetsu.check.parts";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Map<String, ParsedRecord> byId = new LinkedHashMap<>();
    Map<String, List<ParsedRecord>> parts = new LinkedHashMap<>();
    for (ParsedRecord record : context.parsed().records()) {
      byId.put(record.id(), record);
      if (record.parent() != null) {
        parts.computeIfAbsent(record.parent(), p -> new ArrayList<>()).add(record);
      }
    }
    Findings findings = new Findings(id());
    parts.forEach(
        (id, children) -> {
          if (byId.containsKey(id) && children.size() > 1) {
            for (Budget whole : Budget.of(byId.get(id))) {
              check(context, byId.get(id), whole, children, findings);
            }
          }
        });
    return findings.problems();
  }

  private static void check(
      ValidationContext context,
      ParsedRecord parent,
      Budget whole,
      List<ParsedRecord> children,
      Findings findings) {
    List<Budget> parts = new ArrayList<>();
    for (ParsedRecord child : children) {
      List<Budget> like = Budget.of(child).stream().filter(whole::isLike).toList();
      if (like.size() != 1 || like.get(0).part()) {
        return;
      }
      parts.add(like.get(0));
    }
    compare(context, parent, whole, parts, Budget::amount, "the amounts", findings);
    compare(context, parent, whole, parts, Budget::previous, "the previous amounts", findings);
  }

  private static void compare(
      ValidationContext context,
      ParsedRecord parent,
      Budget whole,
      List<Budget> parts,
      Function<Budget, Long> figure,
      String figures,
      Findings findings) {
    Long expected = figure.apply(whole);
    if (expected == null) {
      return;
    }
    long sum = 0;
    double rounding = whole.rounding(expected, context.in().text());
    boolean open = false;
    for (Budget part : parts) {
      Long amount = figure.apply(part);
      open |= amount == null || amount.equals(expected);
      sum += amount == null ? 0 : amount;
      rounding += amount == null ? 0 : part.rounding(amount, context.in().text());
    }
    if (!open && Math.abs(sum - expected) > rounding) {
      findings.contradiction(
          parent,
          whole.printed(),
          String.format(
              "%s of the %d parts sum to %,d yen, the whole says %,d; compare the printed figures",
              figures, parts.size(), sum, expected));
    }
  }
}
