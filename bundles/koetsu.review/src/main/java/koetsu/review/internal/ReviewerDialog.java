package koetsu.review.internal;

import java.util.function.Consumer;
import koetsu.project.Author;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks once under which name a person's decisions are to stand in the log. */
final class ReviewerDialog extends Dialog {
  private static final int WIDTH = 420;

  private final String proposed;
  private final Consumer<String> named;
  private Text name;

  /**
   * @param proposed a name that can be a reviewer's
   * @param named gets the name once the person has agreed to one
   */
  ReviewerDialog(Shell parent, String proposed, Consumer<String> named) {
    super(parent);
    this.proposed = proposed;
    this.named = named;
    setBlockOnOpen(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(Texts.of("reviewer.title"));
    shell.setData("id", "reviewer");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Label question = new Label(area, SWT.WRAP);
    question.setText(Texts.of("reviewer.question"));
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = WIDTH;
    question.setLayoutData(wide);
    name = new Text(area, SWT.BORDER | SWT.SINGLE);
    name.setData("id", "reviewer.name");
    name.setText(proposed);
    name.selectAll();
    name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Label rule = new Label(area, SWT.WRAP);
    rule.setText(Texts.of("reviewer.rule"));
    GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false);
    below.widthHint = WIDTH;
    rule.setLayoutData(below);
    name.addListener(
        SWT.Modify,
        e ->
            getButton(IDialogConstants.OK_ID)
                .setEnabled(Author.isReviewer(name.getText().strip())));
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, Texts.of("reviewer.ok"), true);
  }

  @Override
  protected void okPressed() {
    String chosen = name.getText().strip();
    super.okPressed();
    named.accept(chosen);
  }
}
