package koetsu.workbench.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import koetsu.workbench.Messages;
import koetsu.workbench.Preferences;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Shows every {@link Setting}, each by its kind. */
final class PreferencesDialog extends Dialog {
  private static final int WIDTH = 300;

  private final Messages texts;
  private final Preferences preferences;
  private final Runnable keys;

  /** What each widget says, an empty text for what holds without the setting. */
  private final Map<Setting, Supplier<String>> values = new LinkedHashMap<>();

  private boolean reopens;

  /**
   * @param keys shows the keys and lets them be changed
   */
  PreferencesDialog(Shell parent, Messages texts, Preferences preferences, Runnable keys) {
    super(parent);
    this.texts = texts;
    this.preferences = preferences;
    this.keys = keys;
  }

  /** Whether something was chosen that a new window takes. */
  boolean reopens() {
    return reopens;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(texts.text("preferences.title"));
    shell.setData("id", "preferences");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = layout.marginHeight = 14;
    layout.horizontalSpacing = 12;
    area.setLayout(layout);
    for (Setting setting : Setting.ALL) {
      new Label(area, SWT.NONE).setText(setting.label(texts));
      String value = preferences.get(setting.id()).orElse("");
      Control control =
          switch (setting.kind()) {
            case TEXT -> text(area, setting, value);
            case CHOICE -> choice(area, setting, value);
            case FONT -> font(area, setting, value);
            case NUMBER -> number(area, setting, value);
          };
      control.setData("id", "setting." + setting.id());
      GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
      wide.widthHint = WIDTH;
      control.setLayoutData(wide);
    }
    new Label(area, SWT.NONE).setText(texts.text("command.help.keys"));
    Button change = new Button(area, SWT.PUSH);
    change.setText(texts.text("preferences.keys"));
    change.addListener(SWT.Selection, e -> keys.run());
    Label note = new Label(area, SWT.WRAP);
    note.setText(texts.text("preferences.note"));
    GridData below = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1);
    below.widthHint = WIDTH + 120;
    below.verticalIndent = 6;
    note.setLayoutData(below);
    return area;
  }

  private Control text(Composite area, Setting setting, String value) {
    Text text = new Text(area, SWT.BORDER | SWT.SINGLE);
    text.setText(value);
    text.setMessage(System.getProperty("user.name", ""));
    values.put(setting, () -> text.getText().strip());
    return text;
  }

  private Control choice(Composite area, Setting setting, String value) {
    List<String> choices = new ArrayList<>(setting.choices());
    choices.add(0, "");
    return combo(
        area,
        setting,
        choices,
        choices.stream().map(choice -> setting.label(texts, choice)).toList(),
        value);
  }

  private Control font(Composite area, Setting setting, String value) {
    List<String> names =
        new ArrayList<>(
            Arrays.stream(area.getDisplay().getFontList(null, true))
                .map(FontData::getName)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList());
    names.add(0, "");
    List<String> labels = new ArrayList<>(names);
    labels.set(0, setting.label(texts, ""));
    return combo(area, setting, names, labels, value);
  }

  private Control combo(
      Composite area, Setting setting, List<String> choices, List<String> labels, String value) {
    Combo combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setItems(labels.toArray(String[]::new));
    combo.select(Math.max(0, choices.indexOf(value)));
    values.put(setting, () -> choices.get(combo.getSelectionIndex()));
    return combo;
  }

  private Control number(Composite area, Setting setting, String value) {
    Composite row = new Composite(area, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = layout.marginHeight = 0;
    row.setLayout(layout);
    Button own = new Button(row, SWT.CHECK);
    own.setText(setting.label(texts, ""));
    own.setSelection(value.isEmpty());
    Spinner spinner = new Spinner(row, SWT.BORDER);
    spinner.setMinimum(setting.least());
    spinner.setMaximum(setting.most());
    spinner.setSelection(preferences.number(setting.id(), (setting.least() + setting.most()) / 3));
    spinner.setEnabled(!value.isEmpty());
    own.addListener(SWT.Selection, e -> spinner.setEnabled(!own.getSelection()));
    values.put(setting, () -> own.getSelection() ? "" : Integer.toString(spinner.getSelection()));
    return row;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, texts.text("preferences.apply"), true);
    createButton(parent, IDialogConstants.CANCEL_ID, texts.text("dialog.cancel"), false);
  }

  @Override
  protected void okPressed() {
    values.forEach(
        (setting, chosen) -> {
          String value = chosen.get();
          boolean changed = !value.equals(preferences.get(setting.id()).orElse(""));
          reopens |= changed && setting.reopens();
          preferences.put(setting.id(), value.isEmpty() ? null : value);
        });
    super.okPressed();
  }
}
