package koetsu.review.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.project.EventType;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.Watcher;
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
import org.eclipse.swt.widgets.Event;
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

  /** What part of the time it takes to make the edits; the rest goes into the log. */
  private static final double COLLECTING = 0.2;

  private final ReviewSession session;
  private final Decision decision;
  private final List<Selection> places;
  private final Runnable after;
  private Table table;

  /** The places that are to stay as they are, by index. */
  private final BitSet left = new BitSet();

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
    table = new Table(area, SWT.VIRTUAL | SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
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
    table.addListener(SWT.SetData, this::fill);
    table.setItemCount(places.size());
    table.addListener(SWT.Selection, this::ticked);
    table.addListener(SWT.DefaultSelection, e -> okPressed());
    return area;
  }

  private void column(String key, int width) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(Texts.of(key));
    column.setWidth(width);
  }

  private void fill(Event event) {
    Selection place = places.get(event.index);
    FieldDefinition field = session.profile().field(place.field()).orElseThrow();
    TableItem item = (TableItem) event.item;
    item.setText(
        new String[] {
          Messages.label(field.labels(), field.id()),
          ValueFormat.line(field, session.value(place).orElseThrow().value()),
          ValueNames.of(session.record(place).orElseThrow(), session.profile()),
          place.document()
        });
    item.setChecked(!left.get(event.index));
  }

  private void ticked(Event event) {
    if (event.detail == SWT.CHECK) {
      TableItem item = (TableItem) event.item;
      left.set(table.indexOf(item), !item.getChecked());
      count();
    }
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
    int checked = places.size() - left.cardinality();
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
      if (!left.get(i)) {
        chosen.add(places.get(i));
      }
    }
    super.okPressed();
    decide(chosen);
  }

  /** Settles all places as one edit. */
  private void decide(List<Selection> chosen) {
    List<FieldValue> values = chosen.stream().map(c -> session.value(c).orElseThrow()).toList();
    Set<String> documents = new LinkedHashSet<>();
    chosen.forEach(place -> documents.add(place.document()));
    String type = EventType.BULK + "." + decision.key();
    Runnable done =
        () -> {
          session.workbench().message(Texts.of("bulk.done." + decision.key(), chosen.size()));
          after.run();
        };
    if (!LongEdit.isShort(chosen.size())) {
      Project project = session.project();
      LongEdit.make(
          session,
          Texts.of("bulk.title." + decision.key()),
          watcher -> {
            Watcher collecting = LongEdit.part(watcher, 0, COLLECTING);
            project.watched(
                LongEdit.part(watcher, COLLECTING, 1),
                () -> project.together(type, () -> decide(chosen, values, collecting)));
            return documents;
          },
          done,
          session::failed);
    } else if (session.editTogether(type, documents, () -> decide(chosen, values, Watcher.NONE))) {
      done.run();
    }
  }

  private void decide(List<Selection> chosen, List<FieldValue> values, Watcher watcher)
      throws ProjectException {
    for (int i = 0; i < chosen.size(); i++) {
      watcher.at((double) i / chosen.size());
      Selection at = chosen.get(i);
      if (decision == Decision.ACCEPT) {
        session.project().accept(at.document(), at.record(), at.field(), values.get(i));
      } else {
        session.project().reject(at.document(), at.record(), at.field(), values.get(i));
      }
    }
  }
}
