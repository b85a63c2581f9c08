package koetsu.review.internal;

import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.review.ReviewSession;
import koetsu.workbench.Theme;
import org.eclipse.swt.graphics.Color;

/** What stands for a status: never colour alone, always also a shape. */
final class Glyphs {
  private Glyphs() {}

  /** Name of the icon of a value's status. */
  static String icon(FieldValue value) {
    return switch (value.status()) {
      case ACCEPTED -> "accept";
      case CORRECTED -> "fix";
      case ADDED -> "add";
      case REJECTED -> "reject";
      case MACHINE -> ReviewSession.isDoubtful(value) ? "doubt" : "machine";
    };
  }

  static Color colour(FieldValue value, Theme theme) {
    return switch (value.status()) {
      case ACCEPTED, CORRECTED, ADDED -> theme.good();
      case REJECTED -> theme.error();
      case MACHINE -> ReviewSession.isDoubtful(value) ? theme.warning() : theme.dim();
    };
  }

  static String icon(ParsedRecord record) {
    return switch (record.state()) {
      case REVIEWED -> "accept";
      case LOCKED -> "lock";
      case IN_REVIEW -> "partial";
      case UNTOUCHED -> "open-item";
      case REJECTED -> "reject";
    };
  }

  static Color colour(ParsedRecord record, Theme theme) {
    return switch (record.state()) {
      case REVIEWED, LOCKED -> theme.good();
      case IN_REVIEW -> theme.accent();
      case UNTOUCHED -> theme.dim();
      case REJECTED -> theme.error();
    };
  }

  /** Text of a value's status. */
  static String text(FieldValue value) {
    return Texts.of("status.value." + value.status().name().toLowerCase(java.util.Locale.ROOT));
  }
}
