package {{package}};

import java.util.ArrayList;
import java.util.List;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import org.osgi.service.component.annotations.Component;

/** A telephone number is somebody's: where no office is read beside it, one was overlooked. */
@Component
public final class {{Class}}Validator implements Validator {
  @Override
  public String id() {
    return "{{package}}.{{name}}";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    List<Problem> problems = new ArrayList<>();
    for (ParsedRecord record : context.parsed().records()) {
      if (record.live("department").isEmpty()) {
        record.live("phone").stream()
            .map(phone -> problem(record, phone))
            .forEach(problems::add);
      }
    }
    return problems;
  }

  private Problem problem(ParsedRecord record, FieldValue phone) {
    return new Problem(
        Problem.Severity.WARNING,
        id(),
        "a telephone number stands here, but no office was read; look whose it is",
        record.id(),
        phone.spans().isEmpty() ? null : phone.spans().get(0));
  }
}
