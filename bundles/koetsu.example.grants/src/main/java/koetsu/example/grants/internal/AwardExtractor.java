package koetsu.example.grants.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

/** How much one applicant may get: a ceiling, or a floor and a ceiling. */
@Component(service = FieldExtractor.class)
public final class AwardExtractor implements FieldExtractor {

  static final String RULE = "award-range";

  private static final String AMOUNT = "([£€$])(\\d+(?:,\\d{3})*(?:\\.\\d+)?)( million| billion)?";
  private static final Pattern RANGE = Pattern.compile(AMOUNT + "(?: to " + AMOUNT + ")?");
  private static final Map<String, String> CURRENCIES = Map.of("£", "GBP", "€", "EUR", "$", "USD");
  private static final double CONFIDENCE = 0.95;

  @Override
  public String id() {
    return "koetsu.example.grants.award";
  }

  @Override
  public Set<String> fields() {
    return Set.of("award");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Extraction> found = new ArrayList<>();
    Header.Entry entry = Header.of(context).entry("Award");
    if (entry == null) {
      return found;
    }
    SourceDocument document = context.in().document();
    for (Span line : entry.spans()) {
      int begin = document.utf16(line.begin());
      Matcher range = RANGE.matcher(document.slice(line));
      boolean any = false;
      while (range.find()) {
        any = true;
        Span place = document.span(begin + range.start(), begin + range.end());
        boolean two = range.group(5) != null;
        Map<String, Object> slots = new LinkedHashMap<>();
        slots.put("currency", CURRENCIES.get(range.group(1)));
        slots.put("floor", two ? (Object) amount(range.group(2), range.group(3)) : null);
        slots.put(
            "ceiling",
            two ? amount(range.group(5), range.group(6)) : amount(range.group(2), range.group(3)));
        Value value = Value.of(slots);
        Why why =
            new Why(
                RULE,
                List.of(new Evidence("amount", place)),
                List.of(range.group(), value.toString()));
        found.add(
            new Extraction(
                "award",
                FieldValue.machine(value, range.group(), List.of(place), CONFIDENCE, why)));
      }
      if (!any) {
        context.in().trace().failed(RULE, line, "no sign of a currency and a number after it");
      }
    }
    return found;
  }

  private static Long amount(String number, String scale) {
    BigDecimal amount = new BigDecimal(number.replace(",", ""));
    int zeros = scale == null ? 0 : scale.equals(" million") ? 6 : 9;
    return amount.movePointRight(zeros).longValue();
  }
}
