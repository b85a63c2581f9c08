package koetsu.workbench.internal;

import java.util.List;
import koetsu.workbench.Appearance;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;

/**
 * A preference that a person can set. Its label is the text {@code setting.ID}, that of a choice
 * {@code setting.ID.CHOICE}, and that of its absence {@code setting.ID.} with nothing after it.
 *
 * @param id key in the preferences
 * @param choices values to choose from beside its absence, for {@link Kind#CHOICE}
 * @param least smallest value, for {@link Kind#NUMBER}
 * @param most greatest value, for {@link Kind#NUMBER}
 * @param reopens whether the window opens anew for it to take effect
 */
record Setting(String id, Kind kind, List<String> choices, int least, int most, boolean reopens) {
  static final String REVIEWER = "reviewer";
  static final String LANGUAGE = "language";
  private static final String ANNOTATIONS = "annotations";

  enum Kind {
    TEXT,
    CHOICE,
    NUMBER,
    FONT
  }

  /** All settings, in the order of the dialog. */
  static final List<Setting> ALL =
      List.of(
          new Setting(REVIEWER, Kind.TEXT, List.of(), 0, 0, false),
          new Setting(LANGUAGE, Kind.CHOICE, List.of("en", "ja"), 0, 0, true),
          new Setting(
              Appearance.THEME,
              Kind.CHOICE,
              List.of(Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST),
              0,
              0,
              true),
          new Setting(
              ANNOTATIONS, Kind.CHOICE, List.of("safe", "strong", "grey", "lines"), 0, 0, true),
          new Setting(Theme.SOURCE_FONT, Kind.FONT, List.of(), 0, 0, true),
          new Setting(Theme.SOURCE_SIZE, Kind.NUMBER, List.of(), 6, 40, true));

  String label(Messages texts) {
    return texts.text("setting." + id);
  }

  /** The label of a value; of an empty one, what holds without the setting. */
  String label(Messages texts, String choice) {
    return texts.text("setting." + id + "." + choice);
  }
}
