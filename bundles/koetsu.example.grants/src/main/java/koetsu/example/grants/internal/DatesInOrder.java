package koetsu.example.grants.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Value;
import org.osgi.service.component.annotations.Component;

/** Nothing closes before it was posted or opens. */
@Component(service = Validator.class)
public final class DatesInOrder implements Validator {
  @Override
  public String id() {
    return "koetsu.example.grants.dates-in-order";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    List<Problem> problems = new ArrayList<>();
    for (ParsedRecord record : context.parsed().records()) {
      for (FieldValue end : dates(record, "closes")) {
        for (String event : List.of("posted", "opens")) {
          for (FieldValue begin : dates(record, event)) {
            if (day(end).compareTo(day(begin)) < 0) {
              problems.add(
                  new Problem(
                      Problem.Severity.WARNING,
                      id(),
                      "closes on "
                          + day(end)
                          + " but "
                          + (event.equals("posted") ? "was posted" : "opens")
                          + " on "
                          + day(begin)
                          + "; one of the two is misread or misprinted",
                      record.id(),
                      end.spans().isEmpty() ? null : end.spans().get(0)));
            }
          }
        }
      }
    }
    return problems;
  }

  private static List<FieldValue> dates(ParsedRecord record, String event) {
    return record.values("date").stream()
        .filter(date -> date.value() instanceof Value.Slots)
        .filter(date -> event.equals(((Value.Slots) date.value()).string("event")))
        .filter(date -> day(date) != null)
        .toList();
  }

  private static String day(FieldValue date) {
    return ((Value.Slots) date.value()).string("day");
  }
}
