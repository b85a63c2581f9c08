package koetsu.check.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import org.osgi.service.component.annotations.Component;

/** A subsidy covers more than nothing and at most the whole cost. */
@Component(service = Validator.class)
public final class RateValidator implements Validator {
  private static final Pattern FRACTION =
      Pattern.compile("(\\d{1,6})/(\\d{1,6})|(\\d{1,4})分の(\\d{1,4})");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(%|割)");

  @Override
  public String id() {
    return "koetsu.check.rate";
  }

  @Override
  public List<Problem> validate(ValidationContext context) {
    Findings findings = new Findings(id());
    for (ParsedRecord record : context.parsed().records()) {
      for (FieldValue rate : record.live("subsidyRate")) {
        String printed = rate.value().toString();
        if (!rate(context.in().text().fold(printed).text()).map(RateValidator::fits).orElse(true)) {
          findings.contradiction(
              record,
              rate,
              "the rate " + printed + " is not above 0 and at most 1; correct or refuse it");
        }
      }
    }
    return findings.problems();
  }

  private static boolean fits(double rate) {
    return rate > 0 && rate <= 1;
  }

  /** The rate as a number; empty for words such as 定額. */
  private static Optional<Double> rate(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      boolean slash = fraction.group(1) != null;
      double above = Double.parseDouble(slash ? fraction.group(1) : fraction.group(4));
      double below = Double.parseDouble(slash ? fraction.group(2) : fraction.group(3));
      return Optional.of(above / below);
    }
    Matcher share = SHARE.matcher(text);
    if (share.matches()) {
      int whole = share.group(2).equals("%") ? 2 : 1;
      return Optional.of(new BigDecimal(share.group(1)).movePointLeft(whole).doubleValue());
    }
    return Optional.empty();
  }
}
