package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.project.DocumentState;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.Survey;
import koetsu.review.ValueFormat;
import koetsu.review.WorkQueue;
import koetsu.workbench.Command;
import koetsu.workbench.Icons;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** What to look at next over the whole project; whoever stands on a row stands on its value. */
final class QueueView implements View, ReviewListener {
  private static final int[] WIDTHS = {120, 240, 60, 210, 50, 230, 170};

  /** The columns that share what is left, and what share of it each one gets. */
  private static final Map<Integer, Double> WIDE = Map.of(1, 0.45, 5, 0.55);

  private static final List<String> COLUMNS =
      List.of("field", "value", "confidence", "rule", "alike", "record", "document");

  private final ReviewSession session;
  private final WorkQueue queue;
  private final Theme theme;
  private final Icons icons;
  private final StackLayout pages = new StackLayout();
  private Composite body;
  private Composite root;
  private Composite nothing;
  private Label empty;
  private Combo kinds;
  private Combo fields;
  private Text filter;
  private Label count;
  private Table table;
  private Cells cells;
  private boolean following;

  /** Whether a person has been here: GTK selects the first row of a list that gets the keyboard. */
  private boolean touched;

  QueueView(ReviewSession session) {
    this.session = session;
    this.queue = session.queue();
    this.theme = session.workbench().theme();
    this.icons = session.workbench().icons();
  }

  @Override
  public void create(Composite parent) {
    root = new Composite(parent, SWT.NONE);
    root.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    root.setLayout(layout);
    createBar();
    body = new Composite(root, SWT.NONE);
    body.setLayout(pages);
    body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    nothing = new Composite(body, SWT.NONE);
    nothing.setData(Command.SURFACE, ReviewCommands.SURFACE);
    nothing.setBackground(theme.background());
    nothing.setLayout(new GridLayout());
    empty = new Label(nothing, SWT.CENTER);
    empty.setBackground(theme.background());
    empty.setForeground(theme.dim());
    empty.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
    table = new Table(body, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
    table.setData("id", "queue");
    table.setData(Command.SURFACE, ReviewCommands.SURFACE);
    table.setHeaderVisible(true);
    table.setBackground(theme.background());
    for (int i = 0; i < WIDTHS.length; i++) {
      TableColumn column = new TableColumn(table, i == 2 || i == 4 ? SWT.RIGHT : SWT.LEFT);
      column.setText(Texts.of("queue." + COLUMNS.get(i)));
      column.setWidth(WIDTHS[i]);
    }
    orderBy(0, WorkQueue.Order.FIELD);
    orderBy(2, WorkQueue.Order.CONFIDENCE);
    orderBy(3, WorkQueue.Order.RULE);
    orderBy(5, WorkQueue.Order.PRINTED);
    table.addListener(SWT.Resize, e -> share());
    cells = new Cells(table);
    table.addListener(SWT.SetData, this::fill);
    table.addListener(SWT.MouseDown, e -> touched = true);
    table.addListener(SWT.KeyDown, e -> touched = true);
    table.addListener(SWT.Selection, e -> chosen());
    table.setMenu(new ReviewMenu(session, table).menu());
    session.addListener(this);
    queueChanged();
  }

  /** What the window has beyond the least widths goes to values and names. */
  private void share() {
    int rest = table.getClientArea().width - IntStream.of(WIDTHS).sum();
    WIDE.forEach(
        (column, share) -> {
          int width = WIDTHS[column] + (int) (Math.max(0, rest) * share);
          if (table.getColumn(column).getWidth() != width) {
            table.getColumn(column).setWidth(width);
          }
        });
  }

  private void createBar() {
    Composite bar = new Composite(root, SWT.NONE);
    bar.setBackground(theme.background());
    GridLayout layout = new GridLayout(4, false);
    layout.marginHeight = 2;
    layout.marginWidth = 4;
    bar.setLayout(layout);
    bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    kinds = combo(bar, "queue.kinds");
    for (WorkQueue.Kind kind : WorkQueue.Kind.values()) {
      kinds.add(Texts.of("queue.kind." + kind.name().toLowerCase(java.util.Locale.ROOT)));
    }
    kinds.select(queue.kind().ordinal());
    fields = combo(bar, "queue.fields");
    fields.add(Texts.of("queue.allfields"));
    for (FieldDefinition field : session.profile().fields()) {
      fields.add(Messages.label(field.labels(), field.id()));
    }
    fields.select(0);
    filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
    filter.setMessage(Texts.of("queue.filter"));
    filter.setData("id", "queue.filter");
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 160;
    filter.setLayoutData(wide);
    filter.addListener(SWT.Modify, e -> narrow(queue.order()));
    filter.addListener(SWT.KeyDown, this::leaveFilter);
    count = new Label(bar, SWT.RIGHT);
    count.setBackground(theme.background());
    count.setForeground(theme.dim());
    count.setData("id", "queue.count");
    GridData end = new GridData(SWT.END, SWT.CENTER, false, false);
    end.widthHint = 150;
    count.setLayoutData(end);
  }

  private Combo combo(Composite parent, String id) {
    Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setData("id", id);
    combo.setToolTipText(Texts.of(id + ".tip"));
    combo.addListener(SWT.Selection, e -> narrow(queue.order()));
    return combo;
  }

  private void leaveFilter(Event event) {
    if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
      event.doit = false;
      focus();
    } else if (event.keyCode == SWT.ESC) {
      filter.setText("");
      focus();
    }
  }

  private void orderBy(int column, WorkQueue.Order order) {
    table.getColumn(column).setToolTipText(Texts.of("queue.sort"));
    table.getColumn(column).addListener(SWT.Selection, e -> narrow(order));
  }

  private void narrow(WorkQueue.Order order) {
    int field = fields.getSelectionIndex();
    queue.show(
        WorkQueue.Kind.values()[Math.max(0, kinds.getSelectionIndex())],
        field < 1 ? null : session.profile().fields().get(field - 1).id(),
        filter.getText(),
        order);
    session.queueChanged();
  }

  /** Goes on to the next order of the rows. */
  void nextOrder() {
    WorkQueue.Order[] all = WorkQueue.Order.values();
    narrow(all[(queue.order().ordinal() + 1) % all.length]);
    session
        .workbench()
        .message(
            Texts.of("queue.order." + queue.order().name().toLowerCase(java.util.Locale.ROOT)));
  }

  /** Gives the keyboard to the filter field. */
  void focusFilter() {
    filter.setFocus();
    filter.selectAll();
  }

  Control table() {
    return table;
  }

  /** The values that a decision on many is about: the chosen rows, or all where one is chosen. */
  List<Selection> chosenValues() {
    List<WorkQueue.Item> rows = new ArrayList<>();
    if (table.getSelectionCount() > 1) {
      for (int at : table.getSelectionIndices()) {
        rows.add(queue.items().get(at));
      }
    } else {
      rows.addAll(queue.items());
    }
    return rows.stream().filter(i -> i.value() != null).map(WorkQueue.Item::place).toList();
  }

  private void chosen() {
    if (touched && !following && table.getSelectionCount() == 1) {
      int at = table.getSelectionIndex();
      if (at < queue.items().size()) {
        session.show(queue.items().get(at));
      }
    }
  }

  private void fill(Event event) {
    TableItem row = (TableItem) event.item;
    // a row may be asked for while it goes
    if (event.index < 0 || event.index >= queue.items().size()) {
      return;
    }
    WorkQueue.Item item = queue.items().get(event.index);
    FieldDefinition field =
        item.place().hasValue() ? session.profile().field(item.place().field()).orElse(null) : null;
    String content = field == null ? item.remark() : ValueFormat.line(field, item.value().value());
    if (field != null && !item.remark().isEmpty()) {
      content += " — " + item.remark();
    }
    int alike = queue.alike(item);
    row.setText(
        new String[] {
          field == null ? Texts.of("queue.record") : Messages.label(field.labels(), field.id()),
          content,
          item.value() == null || item.value().confidence() == null
              ? ""
              : Texts.of("confidence.short", item.value().confidence()),
          item.rule().replaceFirst(".*#", ""),
          alike > 1 ? String.valueOf(alike) : "",
          recordName(item),
          item.place().document() + line(item)
        });
    row.setForeground(3, theme.dim());
    row.setForeground(6, theme.dim());
    String icon = item.value() == null ? "flag" : Glyphs.icon(item.value());
    row.setImage(
        0,
        item.problem() != null
            ? icons.image("warning", theme.warning())
            : icons.image(
                icon, item.value() == null ? theme.warning() : Glyphs.colour(item.value(), theme)));
    cells.fit(row);
  }

  private String recordName(WorkQueue.Item item) {
    return session
        .document(item.place().document())
        .flatMap(OpenDocument::surveyed)
        .flatMap(s -> s.record(item.place().record()).map(r -> name(r, s)))
        .orElse("");
  }

  private String name(ParsedRecord record, Survey survey) {
    return ValueNames.listed(record, session.profile(), survey.state().document());
  }

  private String line(WorkQueue.Item item) {
    return state(item)
        .filter(s -> item.span() != null && item.span().begin() <= s.document().length())
        .map(s -> ":" + (s.document().lineAt(item.span().begin()).number() + 1))
        .orElse("");
  }

  private java.util.Optional<DocumentState> state(WorkQueue.Item item) {
    return session.document(item.place().document()).flatMap(OpenDocument::ready);
  }

  @Override
  public void focus() {
    if (pages.topControl == table) {
      if (table.getSelectionCount() == 0) {
        selectionChanged(session.selection(), false);
      }
      table.setFocus();
    } else {
      nothing.setFocus();
    }
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentsChanged(List<String> documents) {
    queueChanged();
  }

  @Override
  public void queueChanged() {
    if (root.isDisposed()) {
      return;
    }
    List<WorkQueue.Item> items = queue.items();
    boolean keyboard = table.isFocusControl();
    following = true;
    try {
      table.deselectAll();
      table.setItemCount(items.size());
      table.clearAll();
    } finally {
      following = false;
    }
    count.setText(Texts.of("queue.count", items.size()));
    if (items.isEmpty()) {
      sayNothing();
    }
    Control page = items.isEmpty() ? nothing : table;
    if (pages.topControl != page) {
      pages.topControl = page;
      body.layout(true, true);
    }
    if (keyboard && items.isEmpty()) {
      nothing.setFocus();
    }
    table.setSortColumn(
        switch (queue.order()) {
          case PRINTED -> null;
          case CONFIDENCE -> table.getColumn(2);
          case FIELD -> table.getColumn(0);
          case RULE -> table.getColumn(3);
        });
    table.setSortDirection(SWT.DOWN);
    selectionChanged(session.selection(), false);
  }

  private void sayNothing() {
    boolean narrowed = !filter.getText().isBlank() || queue.field() != null;
    empty.setText(narrowed ? Texts.of("queue.nomatch") : allDone());
    nothing.layout(true);
  }

  /** Says how far the project is, and what there is to do next. */
  private String allDone() {
    int records = 0;
    int reviewed = 0;
    int decided = 0;
    int open = 0;
    for (OpenDocument document : session.documents()) {
      if (document.isLoading()) {
        return Texts.of("queue.reading");
      }
      for (ParsedRecord record : document.ready().map(DocumentState::records).orElse(List.of())) {
        records++;
        reviewed += ReviewSession.isReviewed(record) ? 1 : 0;
        for (List<FieldValue> values : record.fields().values()) {
          for (FieldValue value : values) {
            decided += value.status() == Status.MACHINE ? 0 : 1;
            open += value.status() == Status.MACHINE ? 1 : 0;
          }
        }
      }
    }
    if (session.documents().isEmpty()) {
      return Texts.of("queue.nodocuments");
    }
    return records == 0
        ? Texts.of("queue.norecords")
        : Texts.of("queue.empty", reviewed, records, decided, open)
            + "\n"
            + Texts.of(reviewed < records ? "queue.next.review" : "queue.next.test");
  }

  @Override
  public void selectionChanged(Selection selection, boolean reveal) {
    if (root.isDisposed()) {
      return;
    }
    int at = queue.indexOf(selection);
    if (table.getSelectionCount() > 1 && at >= 0 && table.isSelected(at)) {
      return;
    }
    following = true;
    try {
      if (at < 0) {
        table.deselectAll();
      } else if (table.getSelectionIndex() != at || table.getSelectionCount() != 1) {
        table.setSelection(at);
      }
    } finally {
      following = false;
    }
  }
}
