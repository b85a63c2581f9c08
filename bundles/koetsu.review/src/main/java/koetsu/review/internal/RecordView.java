package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Why;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.ValueFormat;
import koetsu.workbench.Command;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The record the person is at, and below it where the current value comes from. */
final class RecordView implements View, ReviewListener {
  private static final int DETAILS = 132;
  private static final int GAP = 10;
  private static final List<String> LABELS =
      List.of(
          "details.printed",
          "details.rule",
          "details.steps",
          "details.alternative",
          "details.machine");

  private final ReviewSession session;
  private final Theme theme;
  private RecordForm form;
  private StyledText details;
  private ToolBar actions;
  private Selection shown = Selection.NONE;

  RecordView(ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
  }

  @Override
  public void create(Composite parent) {
    Composite root = new Composite(parent, SWT.NONE);
    root.setBackground(theme.background());
    root.setData(Command.SURFACE, ReviewCommands.SURFACE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    root.setLayout(layout);
    form = new RecordForm(root, session);
    form.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    Label rule = new Label(root, SWT.SEPARATOR | SWT.HORIZONTAL);
    rule.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    actions = new ToolBar(root, SWT.FLAT | SWT.RIGHT);
    actions.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    actions.setData("id", "record.actions");
    action("value.accept");
    action("value.fix");
    action("value.reject");
    details = new StyledText(root, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
    details.setBackground(theme.background());
    details.setForeground(theme.foreground());
    details.setFont(theme.text());
    details.setMargins(10, 4, 6, 4);
    details.setCaret(null);
    details.setAlwaysShowScrollBars(false);
    details.setData("id", "record.details");
    alignDetails();
    GridData data = new GridData(SWT.FILL, SWT.END, true, false);
    data.heightHint = DETAILS;
    details.setLayoutData(data);
    session.addListener(this);
    selectionChanged(session.selection(), true);
  }

  /** What is said of a value stands in a column of its own, behind the longest label. */
  private void alignDetails() {
    GC gc = new GC(details);
    gc.setFont(theme.text());
    int column = 0;
    for (String label : LABELS) {
      column = Math.max(column, gc.textExtent(Texts.of(label)).x);
    }
    gc.dispose();
    details.setTabStops(new int[] {column + GAP});
    details.setWrapIndent(column + GAP);
  }

  private void action(String id) {
    session
        .workbench()
        .command(id)
        .ifPresent(
            command -> {
              if (actions.getItemCount() > 0) {
                new ToolItem(actions, SWT.SEPARATOR);
              }
              ToolItem item = new ToolItem(actions, SWT.PUSH);
              item.setText(session.workbench().label(command).replace("\t", "  "));
              item.setData(command);
              item.setImage(session.workbench().icons().image(command.icon(), theme.foreground()));
              item.setDisabledImage(
                  session.workbench().icons().image(command.icon(), theme.line()));
              item.setToolTipText(session.workbench().label(command).replace("\t", "  "));
              item.addListener(SWT.Selection, e -> session.workbench().execute(id));
            });
  }

  @Override
  public void focus() {
    form.control().setFocus();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  RecordForm form() {
    return form;
  }

  @Override
  public void documentChanged(String document) {
    if (document.equals(session.selection().document())) {
      form.refresh();
      showDetails();
    }
  }

  @Override
  public void selectionChanged(Selection selection, boolean reveal) {
    boolean otherRecord =
        !Objects.equals(shown.record(), selection.record())
            || !Objects.equals(shown.document(), selection.document());
    if (form.isEditing() && !shown.equals(selection)) {
      form.close();
    }
    shown = selection;
    form.refresh();
    if (otherRecord) {
      form.top();
    }
    form.reveal();
    showDetails();
  }

  private void showDetails() {
    for (ToolItem item : actions.getItems()) {
      if (item.getData() instanceof Command command) {
        item.setEnabled(command.enabled().getAsBoolean());
      }
    }
    Lines lines = new Lines();
    describe(lines);
    lines.show();
  }

  private void describe(Lines lines) {
    Optional<FieldValue> value = session.value();
    if (value.isEmpty()) {
      lines.add(
          null,
          Texts.of(session.record().isEmpty() ? "details.norecord" : "details.novalue"),
          true);
      return;
    }
    FieldValue current = value.get();
    FieldDefinition field = session.profile().field(session.selection().field()).orElseThrow();
    lines.add(
        null, Messages.label(field.labels(), field.id()) + " · " + Glyphs.text(current), false);
    if (current.text() != null) {
      lines.add("details.printed", current.text().replaceAll("\\R", "⏎"), false);
    } else {
      lines.add("details.printed", Texts.of("details.noplace"), true);
    }
    if (current.extractor() != null) {
      lines.add("details.rule", current.extractor(), false);
    }
    Why why = current.why();
    if (why != null && why.steps().size() > 1) {
      lines.add(
          "details.steps",
          String.join(" → ", ValueFormat.steps(field, current)).replaceAll("\\R", "⏎"),
          false);
    }
    if (why != null && !why.alternatives().isEmpty()) {
      for (FieldValue other : why.alternatives()) {
        lines.add("details.alternative", ValueFormat.line(field, other.value()), true);
      }
    }
    session
        .project()
        .machineValue(
            session.selection().document(), session.selection().record(), field.id(), current)
        .filter(machine -> !machine.value().equals(current.value()))
        .ifPresent(
            machine ->
                lines.add("details.machine", ValueFormat.line(field, machine.value()), false));
  }

  /** Puts the details together and shows them at once, if they are others than before. */
  private final class Lines {
    private final StringBuilder text = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();

    void add(String key, String content, boolean dim) {
      String label = key == null ? "" : Texts.of(key) + "\t";
      if (text.length() > 0) {
        text.append('\n');
      }
      int from = text.length();
      text.append(label).append(content);
      if (!label.isEmpty()) {
        styles.add(new StyleRange(from, label.length(), theme.dim(), null));
      }
      if (!content.isEmpty() && (dim || key == null)) {
        styles.add(
            dim
                ? new StyleRange(from + label.length(), content.length(), theme.dim(), null)
                : new StyleRange(from, content.length(), theme.foreground(), null, SWT.BOLD));
      }
    }

    void show() {
      StyleRange[] now = styles.toArray(StyleRange[]::new);
      if (!details.getText().contentEquals(text) || !Arrays.equals(details.getStyleRanges(), now)) {
        details.setText(text.toString());
        details.setStyleRanges(now);
      }
    }
  }
}
