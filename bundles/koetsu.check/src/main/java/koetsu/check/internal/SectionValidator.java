package koetsu.check.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.SectionType;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import org.osgi.service.component.annotations.Component;

/**
 * A record has the sections that its family always has. A family are the records of one kind in one
 * document; what it always has is learnt from the document itself.
 */
@Component(service = Validator.class)
public final class SectionValidator implements Validator {
  /** A smaller family teaches nothing. */
  private static final int SMALLEST_FAMILY = 10;

  /** A section that so many of a family have is one that it always has. */
  private static final double ALWAYS = 0.9;

  @Override
  public String id() {
    return "koetsu.check.section";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Map<String, List<ParsedRecord>> families = new LinkedHashMap<>();
    for (ParsedRecord record : context.parsed().records()) {
      families.computeIfAbsent(record.kind(), k -> new ArrayList<>()).add(record);
    }
    Findings findings = new Findings(id());
    for (List<ParsedRecord> family : families.values()) {
      if (family.size() >= SMALLEST_FAMILY) {
        for (SectionType type : context.in().profile().sections()) {
          check(family, type, findings);
        }
      }
    }
    return findings.problems();
  }

  private static void check(List<ParsedRecord> family, SectionType type, Findings findings) {
    List<ParsedRecord> without = new ArrayList<>();
    for (ParsedRecord record : family) {
      if (!has(record, type.id())) {
        without.add(record);
      }
    }
    int with = family.size() - without.size();
    if (with < ALWAYS * family.size()) {
      return;
    }
    for (ParsedRecord record : without) {
      findings.add(
          Problem.Severity.WARNING,
          record,
          record.spans().isEmpty() ? null : record.spans().get(0),
          String.format(
              "no section %s, which %d of %d records of this kind have; look for a heading that"
                  + " was not recognised",
              type.id(), with, family.size()));
    }
  }

  private static boolean has(ParsedRecord record, String type) {
    for (Section section : record.sections()) {
      if (section.type().equals(type)) {
        return true;
      }
    }
    return false;
  }
}
