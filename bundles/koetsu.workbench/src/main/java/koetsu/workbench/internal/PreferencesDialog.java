package koetsu.workbench.internal;

import java.util.List;
import koetsu.workbench.Messages;
import koetsu.workbench.Preferences;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** The person's name and language. */
final class PreferencesDialog extends Dialog {
  static final String REVIEWER = "reviewer";
  static final String LANGUAGE = "language";

  /** Languages in the order of the list; the empty one follows the desktop. */
  private static final List<String> LANGUAGES = List.of("", "en", "ja");

  private final Messages texts;
  private final Preferences preferences;
  private Text reviewer;
  private Combo language;

  PreferencesDialog(Shell parent, Messages texts, Preferences preferences) {
    super(parent);
    this.texts = texts;
    this.preferences = preferences;
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
    new Label(area, SWT.NONE).setText(texts.text("preferences.reviewer"));
    reviewer = new Text(area, SWT.BORDER | SWT.SINGLE);
    reviewer.setText(preferences.get(REVIEWER).orElse(""));
    reviewer.setMessage(System.getProperty("user.name", ""));
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 260;
    reviewer.setLayoutData(wide);
    new Label(area, SWT.NONE).setText(texts.text("preferences.language"));
    language = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
    language.setItems(texts.text("preferences.desktop"), "English", "日本語");
    language.select(Math.max(0, LANGUAGES.indexOf(preferences.get(LANGUAGE).orElse(""))));
    language.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Label note = new Label(area, SWT.WRAP);
    note.setText(texts.text("preferences.note"));
    GridData below = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1);
    below.widthHint = 380;
    below.verticalIndent = 6;
    note.setLayoutData(below);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, texts.text("preferences.apply"), true);
    createButton(parent, IDialogConstants.CANCEL_ID, texts.text("dialog.cancel"), false);
  }

  @Override
  protected void okPressed() {
    String name = reviewer.getText().strip();
    preferences.put(REVIEWER, name.isEmpty() ? null : name);
    String tag = LANGUAGES.get(language.getSelectionIndex());
    preferences.put(LANGUAGE, tag.isEmpty() ? null : tag);
    super.okPressed();
  }
}
