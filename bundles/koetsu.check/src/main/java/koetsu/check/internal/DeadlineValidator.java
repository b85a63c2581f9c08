package koetsu.check.internal;

import java.util.List;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Value;
import org.osgi.service.component.annotations.Component;

/** No goal is due before the programme starts. */
@Component(service = Validator.class)
public final class DeadlineValidator implements Validator {
  @Override
  public String id() {
    return "koetsu.check.deadline";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Findings findings = new Findings(id());
    for (ParsedRecord record : context.parsed().records()) {
      Long start = earliest(record.live("period"), "startFiscalYear");
      for (FieldValue target : record.live("target")) {
        Long due = year(target, "deadlineFiscalYear");
        if (start != null && due != null && due < start) {
          findings.contradiction(
              record,
              target,
              "the goal is due in "
                  + due
                  + ", before the programme starts in "
                  + start
                  + "; find out which year is meant");
        }
      }
    }
    return findings.problems();
  }

  private static Long earliest(List<FieldValue> values, String slot) {
    Long first = null;
    for (FieldValue value : values) {
      Long year = year(value, slot);
      first = first == null || year != null && year < first ? year : first;
    }
    return first;
  }

  private static Long year(FieldValue value, String slot) {
    return value.value() instanceof Value.Slots slots ? slots.number(slot) : null;
  }
}
