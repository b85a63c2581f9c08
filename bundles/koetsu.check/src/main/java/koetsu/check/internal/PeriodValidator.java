package koetsu.check.internal;

import java.util.List;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Value;
import org.osgi.service.component.annotations.Component;

/** A period's printed length is that from its first to its last printed year, both counted. */
@Component(service = Validator.class)
public final class PeriodValidator implements Validator {
  @Override
  public String id() {
    return "koetsu.check.period";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Findings findings = new Findings(id());
    for (ParsedRecord record : context.parsed().records()) {
      for (FieldValue period : record.live("period")) {
        if (period.value() instanceof Value.Slots slots) {
          check(record, period, slots, findings);
        }
      }
    }
    return findings.problems();
  }

  private static void check(
      ParsedRecord record, FieldValue period, Value.Slots slots, Findings findings) {
    Long start = slots.number("startFiscalYear");
    Long end = slots.number("endFiscalYear");
    Long years = slots.number("years");
    if (start == null || end == null) {
      return;
    }
    if (end < start) {
      findings.contradiction(
          record, period, "the period ends in " + end + ", before it starts in " + start);
    } else if (years != null && years != end - start + 1) {
      findings.contradiction(
          record,
          period,
          String.format(
              "the period is %d years long by its own words, %d by its years %d to %d;"
                  + " find out which is meant",
              years, end - start + 1, start, end));
    }
  }
}
