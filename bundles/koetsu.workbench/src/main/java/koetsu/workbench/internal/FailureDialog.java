package koetsu.workbench.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import koetsu.workbench.Messages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Says what failed; the details are for whoever mends it and go to the clipboard. */
final class FailureDialog extends Dialog {
  private static final int COPY = IDialogConstants.CLIENT_ID;

  private final Messages texts;
  private final String what;
  private final Throwable cause;

  FailureDialog(Shell parent, Messages texts, String what, Throwable cause) {
    super(parent);
    this.texts = texts;
    this.what = what;
    this.cause = cause;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(texts.text("window.title"));
    shell.setData("id", "failure");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    area.setLayout(new GridLayout(2, false));
    ((GridLayout) area.getLayout()).marginWidth = 14;
    ((GridLayout) area.getLayout()).marginHeight = 14;
    ((GridLayout) area.getLayout()).horizontalSpacing = 14;
    Label image = new Label(area, SWT.NONE);
    image.setImage(area.getDisplay().getSystemImage(SWT.ICON_WARNING));
    image.setLayoutData(new GridData(SWT.CENTER, SWT.BEGINNING, false, false));
    Label message = new Label(area, SWT.WRAP);
    message.setText(what);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, true);
    data.widthHint = 460;
    message.setLayoutData(data);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    if (cause != null) {
      createButton(parent, COPY, texts.text("failure.copy"), false);
    }
    createButton(parent, IDialogConstants.OK_ID, texts.text("dialog.close"), true);
  }

  @Override
  protected void buttonPressed(int button) {
    if (button == COPY) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      Clipboard clipboard = new Clipboard(getShell().getDisplay());
      clipboard.setContents(
          new Object[] {what + System.lineSeparator() + trace},
          new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    } else {
      super.buttonPressed(button);
    }
  }
}
