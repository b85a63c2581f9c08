package koetsu.review.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.Survey;
import koetsu.review.ValueFormat;
import koetsu.workbench.Icons;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * The record as a form: every field of the profile with its key, its hue and its values. Painted,
 * so that stepping through records costs no widgets.
 */
final class RecordForm {
  private static final int LONGEST_HEADING = 64;
  private static final int MARGIN = 10;
  private static final int ICON = 14;
  private static final int CONFIDENCE = 32;

  /** More than a record shows; then those of earlier records go. */
  private static final int MOST_LAYOUTS = 400;

  private record Printed(String content, Font font, int width) {}

  /**
   * Something that can be clicked.
   *
   * @param place of a value, or of a field without values, or null
   * @param section of the record, or null
   * @param add whether a click here adds a value
   */
  private record Row(
      Rectangle bounds, Selection place, Section section, FieldDefinition field, boolean add) {}

  private final Canvas canvas;
  private final ReviewSession session;
  private final Theme theme;
  private final Icons icons;
  private final List<Row> rows = new ArrayList<>();
  private int labelWidth;
  private int height;

  /** Whether rows and height are those of an earlier state. */
  private boolean stale = true;

  /** Texts that were laid out; most of them stay from one paint to the next. */
  private final Map<Printed, TextLayout> layouts = new HashMap<>();

  private final SpokenForm spoken;
  private Row hovered;
  private ValueEditor editor;
  private Rectangle editorPlace;

  RecordForm(Composite parent, ReviewSession session) {
    this.session = session;
    theme = session.workbench().theme();
    icons = session.workbench().icons();
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.NO_BACKGROUND);
    canvas.setData("id", "record.form");
    canvas.setBackground(theme.background());
    measureLabels();
    canvas.addListener(SWT.Paint, this::paint);
    canvas.addListener(SWT.Dispose, e -> forgetLayouts());
    canvas.addListener(SWT.Resize, e -> resized());
    canvas.addListener(SWT.MouseDown, this::click);
    canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
    canvas.addListener(SWT.MouseMove, this::hover);
    canvas.addListener(SWT.MouseExit, e -> hover(null));
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.MouseVerticalWheel, e -> scrollBy(-e.count * 18));
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
    canvas.getVerticalBar().addListener(SWT.Selection, e -> scrolled());
    canvas.setMenu(new ReviewMenu(session, canvas).menu());
    spoken = new SpokenForm(canvas, this::title, this::spoken, this::current);
  }

  Canvas control() {
    return canvas;
  }

  private void measureLabels() {
    GC gc = new GC(canvas);
    gc.setFont(theme.text());
    for (FieldDefinition field : session.profile().fields()) {
      labelWidth = Math.max(labelWidth, gc.textExtent(label(field)).x);
    }
    gc.dispose();
  }

  private static String label(FieldDefinition field) {
    return Messages.label(field.labels(), field.id());
  }

  /** A name for the head of the form; the whole of it stands in its field. */
  private static String heading(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_HEADING
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_HEADING - 1)) + "…";
  }

  private String title() {
    return session.record().map(r -> ValueNames.of(r, session.profile())).orElse("");
  }

  private List<Row> places() {
    layOut();
    return rows.stream().filter(r -> r.place() != null).toList();
  }

  private int current() {
    return places().stream().map(Row::place).toList().indexOf(session.selection());
  }

  /** Field, content and state of every value, and the empty fields, for screen readers. */
  List<SpokenForm.Item> spoken() {
    int scrolled = canvas.getVerticalBar().getSelection();
    return places().stream()
        .map(
            row ->
                new SpokenForm.Item(
                    spoken(row),
                    new Rectangle(
                        row.bounds().x,
                        row.bounds().y - scrolled,
                        row.bounds().width,
                        row.bounds().height)))
        .toList();
  }

  private String spoken(Row row) {
    return session
        .record()
        .map(r -> r.values(row.place().field()))
        .filter(values -> row.place().index() < values.size())
        .map(values -> ValueNames.spoken(row.field(), values.get(row.place().index())))
        .orElseGet(() -> Texts.of("spoken.empty", label(row.field())));
  }

  private int valueLeft() {
    return MARGIN + 19 + labelWidth + 12;
  }

  /** Lays the form out anew, as the record stands now, before it is looked at the next time. */
  void refresh() {
    if (!canvas.isDisposed()) {
      stale = true;
      canvas.redraw();
    }
  }

  /** Shows the form from its beginning if the current value is in sight then. */
  private void resized() {
    refresh();
    if (editor == null) {
      canvas.getVerticalBar().setSelection(0);
      reveal();
    }
  }

  private void layOut() {
    if (!stale) {
      return;
    }
    stale = false;
    GC gc = new GC(canvas);
    draw(gc, false);
    gc.dispose();
    ScrollBar bar = canvas.getVerticalBar();
    int visible = Math.max(1, canvas.getClientArea().height);
    int selection = Math.min(bar.getSelection(), Math.max(0, height - visible));
    bar.setValues(selection, 0, Math.max(height, visible), visible, 24, visible);
    bar.setVisible(height > visible);
    placeEditor();
    spoken.changed();
  }

  private void forgetLayouts() {
    layouts.values().forEach(TextLayout::dispose);
    layouts.clear();
  }

  /** Scrolls the current value into sight. */
  void reveal() {
    layOut();
    rows.stream()
        .filter(r -> session.selection().equals(r.place()) && session.selection().hasValue())
        .findFirst()
        .ifPresent(r -> reveal(r.bounds()));
  }

  private void reveal(Rectangle bounds) {
    ScrollBar bar = canvas.getVerticalBar();
    int visible = canvas.getClientArea().height;
    int top = bar.getSelection();
    if (bounds.height + 8 > visible) {
      bar.setSelection(bounds.y - 4);
    } else if (bounds.y < top + 4) {
      bar.setSelection(Math.max(0, bounds.y - 24));
    } else if (bounds.y + bounds.height > top + visible - 4) {
      bar.setSelection(bounds.y + bounds.height - visible + 24);
    }
    scrolled();
  }

  void top() {
    canvas.getVerticalBar().setSelection(0);
    scrolled();
  }

  private void scrollBy(int pixels) {
    ScrollBar bar = canvas.getVerticalBar();
    bar.setSelection(bar.getSelection() + pixels);
    scrolled();
  }

  private void scrolled() {
    placeEditor();
    canvas.redraw();
  }

  // ---- painting

  private void paint(Event event) {
    layOut();
    Rectangle area = canvas.getClientArea();
    event.gc.setBackground(theme.background());
    event.gc.fillRectangle(area);
    draw(event.gc, true);
  }

  /** Draws the form or only measures it; both fill the rows. */
  private void draw(GC gc, boolean paint) {
    rows.clear();
    if (layouts.size() > MOST_LAYOUTS) {
      forgetLayouts();
    }
    Optional<ParsedRecord> current = session.record();
    int width = canvas.getClientArea().width;
    if (width < 60) {
      return;
    }
    Pen pen = new Pen(gc, paint, -canvas.getVerticalBar().getSelection());
    if (current.isEmpty()) {
      pen.text(
          Texts.of("record.none"), theme.text(), theme.dim(), MARGIN, MARGIN, width - 2 * MARGIN);
      height = 0;
      return;
    }
    ParsedRecord record = current.get();
    int y = header(pen, record, width);
    List<FieldDefinition> meant = session.profile().fields(record.kind());
    for (FieldDefinition field : session.profile().fields()) {
      if (meant.contains(field) || !record.values(field.id()).isEmpty()) {
        y = field(pen, record, field, y, width);
      }
    }
    y = sections(pen, record, y + 6, width);
    height = y + MARGIN;
  }

  private int header(Pen pen, ParsedRecord record, int width) {
    String document = session.selection().document();
    Survey survey = session.document(document).flatMap(OpenDocument::surveyed).orElseThrow();
    int y = 7;
    y +=
        pen.text(
            Texts.of(
                "record.position",
                document,
                survey.position(record.id()) + 1,
                survey.entries().size()),
            theme.small(),
            theme.dim(),
            MARGIN,
            y,
            width - 2 * MARGIN);
    String name = ValueNames.of(record, session.profile());
    y +=
        1
            + pen.text(
                name.isEmpty() ? Texts.of("record.unnamed") : heading(name),
                theme.name(),
                theme.foreground(),
                MARGIN,
                y + 1,
                width - 2 * MARGIN);
    String kind =
        session.profile().kinds().stream()
            .filter(k -> k.id().equals(record.kind()))
            .map(k -> Messages.label(k.labels(), k.id()))
            .findFirst()
            .orElse(record.kind());
    int parts = survey.parts(record.id()).size();
    String note =
        kind
            + " · "
            + Texts.of("record.state." + record.state().name().toLowerCase(java.util.Locale.ROOT));
    if (parts > 0) {
      note += " · " + Texts.of("record.parts", parts);
    }
    if (record.parent() != null) {
      String parent =
          survey.record(record.parent()).map(r -> ValueNames.of(r, session.profile())).orElse("");
      note += " · " + Texts.of("record.parent", parent.isEmpty() ? record.parent() : parent);
    }
    if (ReviewSession.hidesMachine(record)) {
      note += " · " + Texts.of("blind.note");
    }
    pen.icon(Glyphs.icon(record), MARGIN, y + 2, Glyphs.colour(record, theme));
    y +=
        2
            + pen.text(
                note,
                theme.text(),
                theme.dim(),
                MARGIN + ICON + 5,
                y + 1,
                width - 2 * MARGIN - ICON - 5);
    y +=
        note(
            pen,
            note(Selection.of(document, record.id()), null),
            MARGIN,
            y + 1,
            width - 2 * MARGIN);
    y += 5;
    pen.line(0, y, width, y);
    return y + 5;
  }

  private int field(Pen pen, ParsedRecord record, FieldDefinition field, int top, int width) {
    List<FieldValue> values = record.values(field.id());
    int left = valueLeft();
    boolean adds =
        hovered != null
            && hovered.field() == field
            && session.isEditable()
            && (field.many() || record.live(field.id()).isEmpty());
    if (adds) {
      Rectangle plus = new Rectangle(MARGIN - 4, top + 4, ICON, ICON);
      pen.icon("add", plus.x, plus.y, theme.accent());
      rows.add(new Row(plus, null, null, field, true));
    } else if (field.key() != null) {
      pen.text(field.key(), theme.small(), theme.dim(), MARGIN, top + 4, 12);
    }
    int right = width - MARGIN;
    int y = top;
    for (int i = 0; i < values.size(); i++) {
      Selection place = new Selection(session.selection().document(), record.id(), field.id(), i);
      y = value(pen, field, values.get(i), place, y, left, right);
    }
    if (values.isEmpty()) {
      Selection place = new Selection(session.selection().document(), record.id(), field.id(), 0);
      int h =
          pen.text(
              Texts.of("record.empty"),
              theme.text(),
              theme.dim(),
              left + ICON + 5,
              y + 3,
              right - left - 30);
      Rectangle bounds = new Rectangle(left - 4, y, right - left + 8, h + 6);
      if (place.equals(session.selection())) {
        pen.frame(bounds);
      }
      rows.add(new Row(bounds, place, null, field, false));
      y += h + 6;
    }
    pen.bar(MARGIN + 12, top + 3, y - top - 6, theme.hue(field.colour()));
    int labelHeight =
        pen.text(
            label(field), theme.text(), theme.foreground(), MARGIN + 19, top + 3, labelWidth + 4);
    y = Math.max(y, top + labelHeight + 6);
    Rectangle head = new Rectangle(0, top, left - 4, y - top);
    rows.add(new Row(head, null, null, field, false));
    return y + 1;
  }

  private int value(
      Pen pen,
      FieldDefinition field,
      FieldValue value,
      Selection place,
      int y,
      int left,
      int right) {
    boolean current = place.equals(session.selection());
    boolean rejected = value.status() == Status.REJECTED;
    int textLeft = left + ICON + 5;
    int textWidth = right - textLeft - (value.confidence() == null ? 0 : CONFIDENCE);
    Color ink = rejected ? theme.dim() : theme.foreground();
    String main = ValueFormat.unbroken(ValueFormat.main(field, value.value()));
    String rest = ValueFormat.unbroken(ValueFormat.rest(field, value.value()));
    String note = note(place, value);
    if (value.value() instanceof Value.Slots) {
      main = Folding.fold(main, textWidth, line -> pen.width(line, theme.source()));
      rest = Folding.fold(rest, textWidth, line -> pen.width(line, theme.text()));
    }
    int h =
        3
            + pen.measure(main, theme.source(), textWidth)
            + (rest.isEmpty() ? 0 : pen.measure(rest, theme.text(), textWidth))
            + (note.isEmpty() ? 0 : pen.measure(note, theme.text(), textWidth - ICON - 3))
            + 3;
    Rectangle bounds = new Rectangle(left - 4, y, right - left + 8, h);
    if (current && editor == null) {
      pen.fill(bounds, canvas.isFocusControl() ? theme.current() : theme.currentLine());
      pen.frame(bounds);
    } else if (hovered != null && place.equals(hovered.place())) {
      pen.fill(bounds, theme.currentLine());
    }
    pen.icon(Glyphs.icon(value), left, y + 5, Glyphs.colour(value, theme));
    int first = pen.text(main, theme.source(), ink, textLeft, y + 3, textWidth);
    if (rejected) {
      pen.strike(textLeft, y + 3 + first / 2, Math.min(textWidth, pen.width(main, theme.source())));
    }
    if (!rest.isEmpty()) {
      first += pen.text(rest, theme.text(), theme.dim(), textLeft, y + 3 + first, textWidth);
    }
    note(pen, note, textLeft, y + 3 + first, textWidth);
    if (value.confidence() != null) {
      boolean doubtful = ReviewSession.isDoubtful(value);
      pen.rightText(
          Texts.of("confidence.short", value.confidence()),
          theme.small(),
          doubtful ? theme.warning() : theme.dim(),
          right,
          y + 5);
    }
    rows.add(new Row(bounds, place, null, field, false));
    return y + h;
  }

  /** What somebody noted on a value, or on the record where no value is given. */
  private String note(Selection place, FieldValue value) {
    return session
        .document(place.document())
        .flatMap(OpenDocument::surveyed)
        .flatMap(survey -> Notes.on(survey, place.record(), place.field(), value))
        .map(Notes::text)
        .orElse("");
  }

  private int note(Pen pen, String note, int left, int y, int width) {
    if (note.isEmpty()) {
      return 0;
    }
    pen.icon("flag", left, y + 2, theme.warning());
    return pen.text(note, theme.text(), theme.warning(), left + ICON + 3, y, width - ICON - 3);
  }

  private int sections(Pen pen, ParsedRecord record, int top, int width) {
    if (record.sections().isEmpty()) {
      return top;
    }
    pen.line(0, top, width, top);
    int y = top + 5;
    y +=
        2
            + pen.text(
                Texts.of("record.sections", record.sections().size()),
                theme.small(),
                theme.dim(),
                MARGIN,
                y,
                width - 2 * MARGIN);
    for (Section section : record.sections()) {
      String label =
          session
              .profile()
              .section(section.type())
              .map(t -> Messages.label(t.labels(), t.id()))
              .orElse(section.type());
      int h = pen.text(label, theme.text(), theme.foreground(), MARGIN + 19, y + 1, width / 2);
      pen.bar(
          MARGIN + 12,
          y + 2,
          h - 2,
          theme.hue(
              session.profile().section(section.type()).map(t -> t.colour()).orElse("#808080")));
      pen.rightText(lines(section), theme.small(), theme.dim(), width - MARGIN, y + 2);
      rows.add(new Row(new Rectangle(0, y, width, h + 2), null, section, null, false));
      y += h + 2;
    }
    return y;
  }

  private String lines(Section section) {
    List<Span> spans = new ArrayList<>(section.heading());
    spans.addAll(section.body());
    return session
        .document(session.selection().document())
        .flatMap(OpenDocument::ready)
        .filter(d -> !spans.isEmpty())
        .map(
            d -> {
              int from = spans.stream().mapToInt(Span::begin).min().orElse(0);
              int to = spans.stream().mapToInt(Span::end).max().orElse(0);
              int first = d.document().lineAt(from).number() + 1;
              int last = d.document().lineAt(Math.max(from, to - 1)).number() + 1;
              return first == last ? String.valueOf(first) : first + "–" + last;
            })
        .orElse("");
  }

  /** Draws texts at places of the form, or only measures them. */
  private final class Pen {
    private final GC gc;
    private final boolean paint;
    private final int shift;

    Pen(GC gc, boolean paint, int shift) {
      this.gc = gc;
      this.paint = paint;
      this.shift = shift;
      gc.setAntialias(SWT.ON);
    }

    int text(String content, Font font, Color colour, int x, int y, int width) {
      TextLayout layout = layout(content, font, width);
      if (paint) {
        gc.setForeground(colour);
        layout.draw(gc, x, y + shift);
      }
      return layout.getBounds().height;
    }

    int measure(String content, Font font, int width) {
      return layout(content, font, width).getBounds().height;
    }

    int width(String content, Font font) {
      gc.setFont(font);
      return gc.textExtent(content).x;
    }

    private TextLayout layout(String content, Font font, int width) {
      return layouts.computeIfAbsent(
          new Printed(content, font, Math.max(20, width)),
          printed -> {
            TextLayout layout = new TextLayout(gc.getDevice());
            layout.setFont(font);
            layout.setText(content);
            layout.setWidth(printed.width());
            return layout;
          });
    }

    void rightText(String content, Font font, Color colour, int right, int y) {
      if (paint) {
        gc.setFont(font);
        gc.setForeground(colour);
        gc.drawText(content, right - gc.textExtent(content).x, y + shift, true);
      }
    }

    void icon(String name, int x, int y, Color colour) {
      if (paint) {
        icons.draw(gc, name, x, y + shift, ICON, colour);
      }
    }

    void fill(Rectangle area, Color colour) {
      if (paint) {
        gc.setBackground(colour);
        gc.fillRectangle(area.x, area.y + shift, area.width, area.height);
      }
    }

    void frame(Rectangle area) {
      if (paint) {
        gc.setForeground(theme.accent());
        gc.drawRectangle(area.x, area.y + shift, area.width - 1, area.height - 1);
      }
    }

    void bar(int x, int y, int h, Color colour) {
      if (paint) {
        gc.setBackground(colour);
        gc.fillRectangle(x, y + shift, 3, h);
      }
    }

    void line(int x, int y, int toX, int toY) {
      if (paint) {
        gc.setForeground(theme.line());
        gc.drawLine(x, y + shift, toX, toY + shift);
      }
    }

    void strike(int x, int y, int w) {
      if (paint) {
        gc.setForeground(theme.error());
        gc.drawLine(x, y + shift, x + w, y + shift);
      }
    }
  }

  // ---- mouse and keys

  private Optional<Row> row(int x, int y) {
    layOut();
    int shifted = y + canvas.getVerticalBar().getSelection();
    return rows.stream().filter(r -> r.bounds().contains(x, shifted)).findFirst();
  }

  private void click(Event event) {
    canvas.setFocus();
    row(event.x, event.y)
        .ifPresent(
            row -> {
              if (row.add()) {
                add(row.field(), canvas);
              } else if (row.section() != null) {
                List<Span> spans =
                    row.section().heading().isEmpty()
                        ? row.section().body()
                        : row.section().heading();
                if (!spans.isEmpty()) {
                  session
                      .workbench()
                      .document(session.selection().document())
                      .map(SourceView.class::cast)
                      .ifPresent(v -> v.reveal(spans.get(0)));
                }
              } else if (row.place() != null) {
                session.select(row.place(), true);
              }
            });
  }

  private void doubleClick(Event event) {
    row(event.x, event.y).filter(r -> r.place() != null).ifPresent(r -> edit(canvas));
  }

  private void hover(Event event) {
    Row now = event == null ? null : row(event.x, event.y).orElse(null);
    boolean same =
        now == hovered
            || now != null
                && hovered != null
                && now.field() == hovered.field()
                && java.util.Objects.equals(now.place(), hovered.place());
    if (!same) {
      hovered = now;
      canvas.redraw();
    }
  }

  private void key(Event event) {
    if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
      return; // a command that has nothing to do here
    }
    switch (event.keyCode) {
      case SWT.ARROW_DOWN -> session.stepValue(1);
      case SWT.ARROW_UP -> session.stepValue(-1);
      case SWT.PAGE_DOWN -> scrollBy(canvas.getClientArea().height - 30);
      case SWT.PAGE_UP -> scrollBy(30 - canvas.getClientArea().height);
      case SWT.HOME -> top();
      default -> {
        // not the form's
      }
    }
  }

  // ---- editing in place

  /**
   * Opens the typed editor on the value the person is at, or on an empty field.
   *
   * @param before gets the keyboard back afterwards
   */
  void edit(Control before) {
    Selection at = session.selection();
    if (!at.hasValue() || !session.isEditable()) {
      return;
    }
    FieldDefinition field = session.profile().field(at.field()).orElseThrow();
    Optional<FieldValue> value = session.value();
    open(
        field,
        value.map(FieldValue::value).orElse(null),
        content -> {
          if (value.isEmpty()) {
            session.add(at.field(), content, null, List.of());
          } else if (value.get().status() != Status.REJECTED
              && content.equals(value.get().value())) {
            if (value.get().status() == Status.MACHINE) {
              session.accept();
            }
          } else {
            session.correct(content, value.get().text(), value.get().spans());
          }
        },
        before);
  }

  /**
   * Opens the typed editor on a new value.
   *
   * @param before gets the keyboard back afterwards
   */
  void add(FieldDefinition field, Control before) {
    if (session.isEditable() && session.record().isPresent()) {
      open(field, null, content -> session.add(field.id(), content, null, List.of()), before);
    }
  }

  private void open(FieldDefinition field, Value value, Consumer<Value> commit, Control before) {
    close();
    Runnable back =
        () -> {
          close();
          if (before != null && !before.isDisposed() && before.isVisible()) {
            before.setFocus();
          } else {
            canvas.setFocus();
          }
        };
    layOut();
    Rectangle place =
        rows.stream()
            .filter(
                r ->
                    value != null
                        ? session.selection().equals(r.place())
                        : field == r.field() && !r.add())
            .map(Row::bounds)
            .reduce((a, b) -> value != null ? a : a.y > b.y ? a : b)
            .orElse(new Rectangle(0, 0, 100, 20));
    editor =
        new ValueEditor(
            canvas,
            theme,
            session.text(),
            field,
            value,
            content -> {
              back.run();
              commit.accept(content);
            },
            back);
    int left = MARGIN;
    int width = canvas.getClientArea().width - 2 * MARGIN;
    Point size = editor.control().computeSize(width, SWT.DEFAULT);
    editorPlace = new Rectangle(left, place.y, width, size.y);
    height = Math.max(height, place.y + size.y + MARGIN);
    ScrollBar bar = canvas.getVerticalBar();
    int visible = canvas.getClientArea().height;
    bar.setMaximum(Math.max(height, visible));
    bar.setVisible(height > visible);
    reveal(editorPlace);
    editor.focus();
  }

  private void placeEditor() {
    if (editor != null) {
      editor
          .control()
          .setBounds(
              editorPlace.x,
              editorPlace.y - canvas.getVerticalBar().getSelection(),
              editorPlace.width,
              editorPlace.height);
    }
  }

  boolean isEditing() {
    return editor != null;
  }

  /** Closes the editor without a commit. */
  void close() {
    if (editor != null) {
      editor.control().dispose();
      editor = null;
      refresh();
    }
  }
}
