package koetsu.example.grants.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import org.osgi.service.component.annotations.Component;

/** When a notice was posted, opens and closes; a day is written as {@code 2026-09-30}. */
@Component(service = FieldExtractor.class)
public final class DateExtractor implements FieldExtractor {

  static final String RULE = "header-date";

  private static final Set<String> EVENTS = Set.of("Posted", "Opens", "Closes");
  private static final Pattern DAY = Pattern.compile("\\d{1,2} \\p{L}+ \\d{4}");
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final double CONFIDENCE = 0.97;

  @Override
  public String id() {
    return "koetsu.example.grants.date";
  }

  @Override
  public Set<String> fields() {
    return Set.of("date");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Extraction> found = new ArrayList<>();
    SourceDocument document = context.in().document();
    for (Header.Entry entry : Header.of(context).entries()) {
      if (!EVENTS.contains(entry.name())) {
        continue;
      }
      Span line = entry.spans().get(0);
      Matcher day = DAY.matcher(document.slice(line));
      if (!day.find()) {
        context.in().trace().failed(RULE, line, "no day, month and year");
        continue;
      }
      int begin = document.utf16(line.begin());
      Span place = document.span(begin + day.start(), begin + day.end());
      try {
        String date = LocalDate.parse(day.group(), PRINTED).toString();
        Map<String, Object> slots = new LinkedHashMap<>();
        slots.put("event", entry.name().toLowerCase(Locale.ROOT));
        slots.put("day", date);
        Why why = new Why(RULE, List.of(new Evidence("day", place)), List.of(day.group(), date));
        found.add(
            new Extraction(
                "date",
                FieldValue.machine(Value.of(slots), day.group(), List.of(place), CONFIDENCE, why)));
      } catch (DateTimeParseException e) {
        context.in().trace().failed(RULE, place, "no day of the calendar");
      }
    }
    return found;
  }
}
