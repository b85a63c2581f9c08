package koetsu.check.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import org.osgi.service.component.annotations.Component;

/**
 * The previous year's amount in brackets is what another document of the project states for that
 * year under the same name, but for the rounding of printed decimals.
 */
@Component(service = Validator.class)
public final class PreviousYearValidator implements Validator {
  /** The stages of the budget that a later document calls the previous year's. */
  private static final Set<String> WHOLE_YEAR = Set.of("initial", "draft");

  /** A figure of another document. */
  private record Stated(ParsedDocument document, Budget budget) {}

  @Override
  public String id() {
    return "koetsu.check.previousYear";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Findings findings = new Findings(id());
    FieldDefinition name = context.in().profile().field("name").orElse(null);
    if (name == null || context.others().isEmpty()) {
      return findings.problems();
    }
    Map<Object, List<Stated>> others = new HashMap<>();
    for (ParsedDocument other : context.others()) {
      for (ParsedRecord record : other.records()) {
        for (FieldValue printed : record.live("name")) {
          List<Stated> stated =
              others.computeIfAbsent(
                  name.canonical(printed.value()), n -> new java.util.ArrayList<>());
          Budget.of(record).forEach(b -> stated.add(new Stated(other, b)));
        }
      }
    }
    for (ParsedRecord record : context.parsed().records()) {
      for (FieldValue printed : record.live("name")) {
        List<Stated> stated = others.getOrDefault(name.canonical(printed.value()), List.of());
        Budget.of(record).forEach(b -> check(context, record, b, stated, findings));
      }
    }
    return findings.problems();
  }

  private static void check(
      ValidationContext context,
      ParsedRecord record,
      Budget budget,
      List<Stated> stated,
      Findings findings) {
    if (budget.previous() == null || budget.fiscalYear() == null) {
      return;
    }
    List<Stated> before =
        stated.stream()
            .filter(
                s ->
                    s.budget().fiscalYear() != null
                        && s.budget().fiscalYear() == budget.fiscalYear() - 1
                        && WHOLE_YEAR.contains(s.budget().stage())
                        && s.budget().part() == budget.part()
                        && s.budget().amount() != null)
            .toList();
    if (before.isEmpty() || before.stream().anyMatch(s -> agrees(context, budget, s.budget()))) {
      return;
    }
    Stated first = before.get(0);
    findings.contradiction(
        record,
        budget.printed(),
        String.format(
            "the previous year's amount is %,d yen here and %,d yen in %s, line %d; compare both",
            budget.previous(),
            first.budget().amount(),
            first.document().document().name(),
            line(first)));
  }

  private static boolean agrees(ValidationContext context, Budget budget, Budget before) {
    double rounding =
        budget.rounding(budget.previous(), context.in().text())
            + before.rounding(before.amount(), context.in().text());
    return Math.abs(budget.previous() - before.amount()) <= rounding;
  }

  private static int line(Stated stated) {
    return stated.budget().span() == null
        ? 0
        : stated.document().document().lineAt(stated.budget().span().begin()).number() + 1;
  }
}
