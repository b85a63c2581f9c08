package koetsu.review.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.project.EventType;
import koetsu.project.Project;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.ValueFormat;
import koetsu.workbench.Messages;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Shows the values that one decision is about to settle, for taking some out; one step of undo. */
final class BulkDialog extends Dialog {
  /** What is decided on all of them. */
  enum Decision {
    ACCEPT,
    REJECT;

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final ReviewSession session;
  private final Decision decision;
  private final List<Selection> places;
  private final Runnable after;
  private Table table;

  /**
   * @param after what happens once the decision is on disk
   */
  BulkDialog(ReviewSession session, Decision decision, List<Selection> places, Runnable after) {
    super(session.workbench().shell());
    this.session = session;
    this.decision = decision;
    this.places = places;
    this.after = after;
    setBlockOnOpen(false);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(Texts.of("bulk.title." + decision.key()));
    shell.setData("id", "bulk");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Label label = new Label(area, SWT.WRAP);
    label.setText(Texts.of("bulk.message." + decision.key(), places.size()));
    GridData above = new GridData(SWT.FILL, SWT.CENTER, true, false);
    above.widthHint = 560;
    label.setLayoutData(above);
    table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    table.setData("id", "bulk.list");
    table.setHeaderVisible(true);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.widthHint = 820;
    data.heightHint = 320;
    table.setLayoutData(data);
    column("queue.field", 120);
    column("queue.value", 270);
    column("queue.record", 270);
    column("queue.document", 150);
    Cells cells = new Cells(table);
    for (Selection place : places) {
      TableItem item = new TableItem(table, SWT.NONE);
      FieldDefinition field = session.profile().field(place.field()).orElseThrow();
      ParsedRecord record = record(place);
      FieldValue value = record.values(place.field()).get(place.index());
      item.setText(
          new String[] {
            Messages.label(field.labels(), field.id()),
            ValueFormat.line(field, value.value()),
            ValueNames.of(record, session.profile()),
            place.document()
          });
      cells.fit(item);
      item.setChecked(true);
    }
    table.addListener(SWT.Selection, e -> count());
    table.addListener(SWT.DefaultSelection, e -> okPressed());
    return area;
  }

  private void column(String key, int width) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(Texts.of(key));
    column.setWidth(width);
  }

  private ParsedRecord record(Selection place) {
    return session
        .document(place.document())
        .flatMap(d -> d.ready())
        .flatMap(s -> s.record(place.record()))
        .orElseThrow();
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "", true);
    createButton(parent, IDialogConstants.CANCEL_ID, Texts.of("editor.cancel"), false);
    count();
    // Enter does it: what is shown was chosen before
    getButton(IDialogConstants.OK_ID).setFocus();
  }

  private void count() {
    int checked = 0;
    for (TableItem item : table.getItems()) {
      checked += item.getChecked() ? 1 : 0;
    }
    Button button = getButton(IDialogConstants.OK_ID);
    button.setText(Texts.of("bulk.ok." + decision.key(), checked));
    button.setEnabled(checked > 0);
    setButtonLayoutData(button);
    button.getParent().layout();
  }

  @Override
  protected void okPressed() {
    List<Selection> chosen = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (table.getItem(i).getChecked()) {
        chosen.add(places.get(i));
      }
    }
    super.okPressed();
    if (decide(session, decision, chosen)) {
      session.workbench().message(Texts.of("bulk.done." + decision.key(), chosen.size()));
      after.run();
    }
  }

  /** Settles all places as one edit; says whether it is on disk. */
  private static boolean decide(ReviewSession session, Decision decision, List<Selection> chosen) {
    Project project = session.project();
    List<FieldValue> values = new ArrayList<>();
    Set<String> documents = new LinkedHashSet<>();
    for (Selection place : chosen) {
      values.add(
          session
              .document(place.document())
              .flatMap(d -> d.ready())
              .flatMap(s -> s.record(place.record()))
              .orElseThrow()
              .values(place.field())
              .get(place.index()));
      documents.add(place.document());
    }
    return session.editTogether(
        EventType.BULK + "." + decision.key(),
        documents,
        () -> {
          for (int i = 0; i < chosen.size(); i++) {
            Selection at = chosen.get(i);
            if (decision == Decision.ACCEPT) {
              project.accept(at.document(), at.record(), at.field(), values.get(i));
            } else {
              project.reject(at.document(), at.record(), at.field(), values.get(i));
            }
          }
        });
  }
}
