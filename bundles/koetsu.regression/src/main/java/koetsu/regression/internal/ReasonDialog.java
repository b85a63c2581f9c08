package koetsu.regression.internal;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Asks why the machine's answers of today are approved. */
final class ReasonDialog extends InputDialog {
  ReasonDialog(Shell parent) {
    super(
        parent,
        Texts.of("command.approve"),
        Texts.of("approve.reason"),
        "",
        reason -> reason.isBlank() ? Texts.of("approve.blank") : null);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Control area = super.createDialogArea(parent);
    getText().setData("id", "approve.reason");
    return area;
  }

  /** JFace brings its labels in English only. */
  @Override
  protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
    String own = Texts.of(id == IDialogConstants.OK_ID ? "approve.ok" : "approve.cancel");
    return super.createButton(parent, id, own, isDefault);
  }
}
