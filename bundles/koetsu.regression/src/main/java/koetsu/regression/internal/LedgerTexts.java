package koetsu.regression.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.Value;
import koetsu.measure.LedgerItem;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.measure.agreement.Estimate;
import koetsu.review.ValueFormat;
import koetsu.workbench.Messages;

/** What the cells of a ledger and its figures say, in the words of the profile. */
final class LedgerTexts {
  /** A change of nothing. */
  static final String NONE = "±0";

  private final Supplier<Profile> profile;

  /**
   * @param profile asked at each use: plug-ins come and go
   */
  LedgerTexts(Supplier<Profile> profile) {
    this.profile = profile;
  }

  /** A field of the profile, or one of the measures of a whole record. */
  String field(String id) {
    return profile
        .get()
        .field(id)
        .map(f -> Messages.label(f.labels(), f.id()))
        .orElseGet(() -> Texts.of("field." + id));
  }

  static String ratio(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.ROOT, "%.3f", figure.getAsDouble()) : "–";
  }

  /** The change with its interval, where it has one. */
  static String delta(RegressionReport report, String figure) {
    Estimate change = report.change(figure);
    if (change.value().isEmpty()) {
      return "";
    }
    String value = signed(change.value());
    return change.low().isEmpty() || value.equals(NONE)
        ? value
        : value + "  [" + signed(change.low()) + ", " + signed(change.high()) + "]";
  }

  private static String signed(OptionalDouble figure) {
    double change = figure.orElse(0);
    return Math.abs(change) < 0.0005
        ? NONE
        : String.format(Locale.ROOT, "%+.3f", change).replace('-', '−');
  }

  /** A value of an item; a dash for none. */
  String value(LedgerItem item, Value value) {
    if (value == null) {
      return "–";
    }
    Optional<FieldDefinition> field = profile.get().field(item.field());
    if (field.isPresent()) {
      return ValueFormat.line(field.get(), value);
    }
    return structure(item.field(), value.toString());
  }

  /** Kinds and section types by their labels. */
  private String structure(String measure, String text) {
    int space = text.indexOf(' ');
    if (measure.equals(Regression.SECTIONS) && space > 0) {
      String type = text.substring(0, space);
      return profile
          .get()
          .section(type)
          .map(section -> Messages.label(section.labels(), type) + text.substring(space))
          .orElse(text);
    }
    return measure.equals(Regression.KIND)
        ? profile.get().kinds().stream()
            .filter(kind -> kind.id().equals(text))
            .findFirst()
            .map(kind -> Messages.label(kind.labels(), text))
            .orElse(text)
        : text;
  }
}
