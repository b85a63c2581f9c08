package koetsu.review.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import koetsu.api.profile.Choice;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Slot;
import koetsu.api.record.Value;
import koetsu.api.text.TextServices;
import koetsu.review.ValueFormat;
import koetsu.workbench.Command;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * Edits one value in place, each slot by its type. Enter commits what is valid, Esc gives the old
 * value back.
 */
final class ValueEditor {
  private final Theme theme;
  private final ValueReader reader;
  private final FieldDefinition field;
  private final Consumer<Value> commit;
  private final Runnable cancel;
  private final Composite box;
  private final Map<String, Supplier<Optional<Object>>> contents = new LinkedHashMap<>();
  private final List<Control> controls = new ArrayList<>();
  private Control first;

  /** Whether that one is empty. */
  private boolean missing;

  /** The first amount behind it that counts, or null. */
  private Control amount;

  /**
   * @param value what stands there now, or null for a new value
   */
  ValueEditor(
      Composite parent,
      Theme theme,
      TextServices text,
      FieldDefinition field,
      Value value,
      Consumer<Value> commit,
      Runnable cancel) {
    this.theme = theme;
    this.reader = new ValueReader(text);
    this.field = field;
    this.commit = commit;
    this.cancel = cancel;
    box = new Composite(parent, SWT.BORDER);
    box.setData("id", "editor");
    // letters pick a choice here; they are no commands of the form around it
    box.setData(Command.SURFACE, "editor");
    box.setBackground(theme.panel());
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = layout.marginHeight = 6;
    layout.verticalSpacing = 3;
    box.setLayout(layout);
    Label title = new Label(box, SWT.NONE);
    title.setText(
        Texts.of(
            value == null ? "editor.new" : "editor.fix",
            Messages.label(field.labels(), field.id())));
    title.setFont(theme.small());
    title.setBackground(theme.panel());
    title.setForeground(theme.hue(field.colour()));
    title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    if (field.slots().isEmpty()) {
      plainText(value == null ? "" : ((Value.Text) value).text());
    } else {
      Value.Slots slots = value == null ? new Value.Slots(Map.of()) : (Value.Slots) value;
      field.slots().forEach(slot -> slot(slot, slots.slots().get(slot.id())));
    }
    Composite buttons = new Composite(box, SWT.NONE);
    buttons.setBackground(theme.panel());
    GridLayout row = new GridLayout(3, false);
    row.marginWidth = row.marginHeight = 0;
    buttons.setLayout(row);
    buttons.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    Label hint = new Label(buttons, SWT.NONE);
    hint.setText(Texts.of("editor.hint"));
    hint.setFont(theme.small());
    hint.setBackground(theme.panel());
    hint.setForeground(theme.dim());
    hint.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, true, false));
    button(buttons, "editor.commit", this::commit);
    button(buttons, "editor.cancel", cancel);
  }

  private void button(Composite parent, String key, Runnable action) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(Texts.of(key));
    button.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    button.addListener(SWT.Selection, e -> action.run());
    button.addListener(
        SWT.Traverse,
        e -> {
          if (e.detail == SWT.TRAVERSE_ESCAPE) {
            e.doit = false;
            cancel.run();
          }
        });
  }

  Composite control() {
    return box;
  }

  /**
   * Gives the keyboard to the slot that is likeliest to be wrong, its content selected so that
   * typing replaces it: the first one that counts if it is empty, else the amount.
   */
  void focus() {
    Control target = first == null ? controls.get(0) : missing || amount == null ? first : amount;
    target.setFocus();
    if (target instanceof Text text) {
      text.selectAll();
    }
  }

  private void plainText(String content) {
    Text text = new Text(box, SWT.MULTI | SWT.WRAP | SWT.BORDER);
    text.setFont(theme.source());
    text.setText(content);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    data.heightHint = text.getLineHeight() * (content.length() > 24 ? 3 : 1) + 4;
    text.setLayoutData(data);
    text.setData("id", "editor.text");
    contents.put(
        field.id(),
        () -> text.getText().isBlank() ? Optional.empty() : Optional.of(text.getText().strip()));
    keys(text);
  }

  private void slot(Slot slot, Object content) {
    Label label = new Label(box, SWT.NONE);
    label.setText(slot.type() == Slot.Type.FLAG ? "" : Messages.label(slot.labels(), slot.id()));
    label.setBackground(theme.panel());
    label.setForeground(theme.dim());
    Control control =
        switch (slot.type()) {
          case FLAG -> flag(slot, Boolean.TRUE.equals(content));
          case CHOICE -> choice(slot, (String) content);
          case TEXT -> typed(slot, content == null ? "" : (String) content, false);
          case YEN -> typed(slot, content == null ? "" : editable((Long) content), true);
          case FISCAL_YEAR, NUMBER -> typed(slot, content == null ? "" : content.toString(), true);
        };
    control.setData("id", "editor." + slot.id());
    if (slot.comparison() != Comparison.NONE) {
      if (first == null) {
        first = control;
        missing = content == null;
      } else if (amount == null && slot.type() == Slot.Type.YEN) {
        amount = control;
      }
    }
    keys(control);
  }

  /** The short form where it reads back as the same amount, else all digits. */
  private String editable(long amount) {
    String shortForm = ValueFormat.shortYen(amount);
    Slot yen = new Slot("yen", Map.of(), Slot.Type.YEN, List.of(), Comparison.EXACT);
    return reader.read(yen, shortForm).filter(v -> v.equals(amount)).isPresent()
        ? shortForm
        : Long.toString(amount);
  }

  private Control typed(Slot slot, String content, boolean interpreted) {
    Text text = new Text(box, SWT.SINGLE | SWT.BORDER);
    text.setFont(theme.source());
    text.setText(content);
    text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Supplier<Optional<Object>> read =
        () -> text.getText().isBlank() ? Optional.empty() : reader.read(slot, text.getText());
    if (interpreted) {
      new Label(box, SWT.NONE).setBackground(theme.panel());
      Label meaning = new Label(box, SWT.NONE);
      meaning.setBackground(theme.panel());
      meaning.setFont(theme.small());
      meaning.setData("id", "editor." + slot.id() + ".meaning");
      meaning.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
      Runnable judge =
          () -> {
            boolean wrong = !text.getText().isBlank() && read.get().isEmpty();
            meaning.setText(
                wrong
                    ? Texts.of("editor.wrong." + slot.type().name().toLowerCase(Locale.ROOT))
                    : read.get()
                        .map(v -> "→ " + ValueFormat.plain(slot, v))
                        .orElse(Texts.of("editor.none")));
            meaning.setForeground(wrong ? theme.error() : theme.dim());
          };
      text.addListener(SWT.Modify, e -> judge.run());
      judge.run();
    }
    contents.put(
        slot.id(),
        () -> {
          Optional<Object> content2 = read.get();
          if (content2.isEmpty() && !text.getText().isBlank()) {
            throw new IllegalStateException(slot.id());
          }
          return content2;
        });
    return text;
  }

  private Control choice(Slot slot, String content) {
    Combo combo = new Combo(box, SWT.READ_ONLY | SWT.DROP_DOWN);
    List<String> ids = new ArrayList<>();
    ids.add("");
    combo.add("");
    for (Choice choice : slot.choices()) {
      ids.add(choice.id());
      combo.add(ValueFormat.plain(slot, choice.id()));
    }
    combo.select(Math.max(0, ids.indexOf(content)));
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    // a letter picks the next choice whose id or label begins with it
    int[] pressed = new int[1];
    combo.addListener(
        SWT.KeyDown,
        e -> {
          boolean letter =
              Character.isLetterOrDigit(e.character) && (e.stateMask & (SWT.CTRL | SWT.ALT)) == 0;
          // GTK tells of one press once for each of the widgets that a combo is made of
          if (letter && e.time != pressed[0]) {
            pressed[0] = e.time;
            pick(combo, ids, String.valueOf(Character.toLowerCase(e.character)));
          }
          e.doit &= !letter;
        });
    contents.put(
        slot.id(),
        () ->
            combo.getSelectionIndex() < 1
                ? Optional.empty()
                : Optional.of(ids.get(combo.getSelectionIndex())));
    return combo;
  }

  private static void pick(Combo combo, List<String> ids, String letter) {
    for (int i = 1; i <= ids.size(); i++) {
      int at = (combo.getSelectionIndex() + i) % ids.size();
      if (ids.get(at).startsWith(letter)
          || combo.getItem(at).toLowerCase(Locale.ROOT).startsWith(letter)) {
        combo.select(at);
        return;
      }
    }
  }

  private Control flag(Slot slot, boolean content) {
    Button check = new Button(box, SWT.CHECK);
    check.setText(Messages.label(slot.labels(), slot.id()));
    check.setSelection(content);
    contents.put(slot.id(), () -> Optional.of(check.getSelection()));
    return check;
  }

  private void keys(Control control) {
    controls.add(control);
    control.addListener(SWT.Traverse, this::traverse);
  }

  private void traverse(Event event) {
    if (event.detail == SWT.TRAVERSE_RETURN) {
      event.doit = false;
      event.detail = SWT.TRAVERSE_NONE;
      commit();
    } else if (event.detail == SWT.TRAVERSE_ESCAPE) {
      event.doit = false;
      event.detail = SWT.TRAVERSE_NONE;
      cancel.run();
    } else if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
      // within the value, and out of a text of several lines too, where the key would type
      event.doit = true;
      event.detail = SWT.TRAVERSE_NONE;
      int step = (event.stateMask & SWT.SHIFT) != 0 ? -1 : 1;
      Control next =
          controls.get(Math.floorMod(controls.indexOf(event.widget) + step, controls.size()));
      next.setFocus();
      if (next instanceof Text text) {
        text.selectAll();
      }
    }
  }

  /** Hands the value on if every slot is valid and something is there. */
  private void commit() {
    Map<String, Object> read = new LinkedHashMap<>();
    try {
      contents.forEach((slot, content) -> read.put(slot, content.get().orElse(null)));
    } catch (IllegalStateException invalid) {
      box.getDisplay().beep();
      controls.stream()
          .filter(c -> ("editor." + invalid.getMessage()).equals(c.getData("id")))
          .forEach(Control::setFocus);
      return;
    }
    if (field.slots().isEmpty()) {
      Object text = read.get(field.id());
      if (text == null) {
        box.getDisplay().beep();
        return;
      }
      commit.accept(Value.of((String) text));
    } else {
      commit.accept(Value.of(read));
    }
  }
}
