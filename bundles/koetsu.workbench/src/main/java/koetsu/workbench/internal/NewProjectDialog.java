package koetsu.workbench.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import koetsu.workbench.Messages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the documents and the folder of a new project. */
final class NewProjectDialog extends Dialog {
  private final Messages texts;
  private final Path proposed;
  private final List<Path> documents = new ArrayList<>();
  private org.eclipse.swt.widgets.List list;
  private Text folder;
  private Label problem;
  private Path chosen;

  NewProjectDialog(Shell parent, Messages texts, Path proposed) {
    super(parent);
    this.texts = texts;
    this.proposed = proposed;
  }

  /** The folder that was chosen. */
  Path folder() {
    return chosen;
  }

  List<Path> documents() {
    return List.copyOf(documents);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(texts.text("new.title"));
    shell.setData("id", "new-project");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = layout.marginHeight = 14;
    layout.horizontalSpacing = 8;
    area.setLayout(layout);
    label(area, "new.documents");
    list =
        new org.eclipse.swt.widgets.List(
            area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
    fill.widthHint = 460;
    fill.heightHint = 160;
    list.setLayoutData(fill);
    Composite buttons = new Composite(area, SWT.NONE);
    GridLayout column = new GridLayout();
    column.marginWidth = column.marginHeight = 0;
    buttons.setLayout(column);
    buttons.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, false, false));
    button(buttons, "new.files", this::addFiles);
    button(buttons, "new.folder", this::addFolder);
    button(buttons, "new.remove", this::remove);
    label(area, "new.place");
    folder = new Text(area, SWT.BORDER | SWT.SINGLE);
    folder.setText(proposed.toString());
    folder.setData("id", "new-project.folder");
    folder.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    folder.addListener(SWT.Modify, e -> validate());
    button(area, "new.browse", this::browse);
    problem = new Label(area, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1);
    wide.verticalIndent = 6;
    problem.setLayoutData(wide);
    return area;
  }

  private void label(Composite area, String key) {
    Label label = new Label(area, SWT.NONE);
    label.setText(texts.text(key));
    label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
  }

  private void button(Composite area, String key, Runnable action) {
    Button button = new Button(area, SWT.PUSH);
    button.setText(texts.text(key));
    button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
    button.addListener(SWT.Selection, e -> action.run());
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, texts.text("new.create"), true);
    createButton(parent, IDialogConstants.CANCEL_ID, texts.text("dialog.cancel"), false);
    validate();
  }

  private void addFiles() {
    FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
    if (dialog.open() != null) {
      Path parent = Path.of(dialog.getFilterPath());
      Arrays.stream(dialog.getFileNames()).map(parent::resolve).forEach(this::add);
    }
  }

  private void addFolder() {
    String picked = new DirectoryDialog(getShell(), SWT.OPEN).open();
    if (picked != null) {
      add(Path.of(picked));
    }
  }

  private void add(Path document) {
    if (!documents.contains(document)) {
      documents.add(document);
      list.add(document.toString());
    }
    validate();
  }

  private void remove() {
    int[] selected = list.getSelectionIndices();
    for (int i = selected.length - 1; i >= 0; i--) {
      documents.remove(selected[i]);
    }
    list.remove(selected);
    validate();
  }

  private void browse() {
    DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
    String picked = dialog.open();
    if (picked != null) {
      folder.setText(picked);
    }
  }

  private void validate() {
    String wrong = documents.isEmpty() ? texts.text("new.nodocuments") : folderProblem();
    problem.setText(wrong == null ? "" : wrong);
    Button create = getButton(IDialogConstants.OK_ID);
    if (create != null) {
      create.setEnabled(wrong == null);
    }
    problem.requestLayout();
  }

  private String folderProblem() {
    try {
      chosen = Path.of(folder.getText().strip());
    } catch (InvalidPathException e) {
      return texts.text("new.badfolder", folder.getText());
    }
    if (!chosen.isAbsolute()) {
      return texts.text("new.relative");
    }
    if (Files.exists(chosen)) {
      try (DirectoryStream<Path> content = Files.newDirectoryStream(chosen)) {
        return content.iterator().hasNext() ? texts.text("new.notempty", chosen) : null;
      } catch (IOException e) {
        return texts.text("new.badfolder", chosen);
      }
    }
    return null;
  }
}
