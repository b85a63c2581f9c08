package koetsu.review.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Finds words in the text of a document, whatever their width and case. */
final class FindBar {
  /** What is looked through; places are UTF-16 indices. */
  interface Target {
    String text();

    /** The selected text, or an empty one. */
    String selected();

    /** Where to look from. */
    int at();

    /** Selects a place and scrolls it into sight. */
    void show(int begin, int end);

    void focus();
  }

  private static final int MOST = 9999;

  private final Composite bar;
  private final Text words;
  private final Label count;
  private final Target target;

  /**
   * @param id of the field for tests
   */
  FindBar(Composite parent, Theme theme, Target target, String id) {
    this.target = target;
    bar = new Composite(parent, SWT.NONE);
    bar.setBackground(theme.panel());
    GridLayout layout = new GridLayout(3, false);
    layout.marginHeight = 3;
    bar.setLayout(layout);
    words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
    words.setFont(theme.source());
    words.setMessage(Texts.of("find.hint"));
    words.setToolTipText(Texts.of("find.hint"));
    words.setData("id", id);
    words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Label keys = new Label(bar, SWT.NONE);
    keys.setText(Texts.of("find.keys"));
    keys.setBackground(theme.panel());
    keys.setForeground(theme.dim());
    count = new Label(bar, SWT.RIGHT);
    count.setBackground(theme.panel());
    count.setForeground(theme.dim());
    GridData wide = new GridData(SWT.END, SWT.CENTER, false, false);
    wide.widthHint = 110;
    count.setLayoutData(wide);
    words.addListener(SWT.Modify, e -> find(target.at(), 1));
    words.addListener(SWT.KeyDown, this::key);
    GridData hidden = new GridData(SWT.FILL, SWT.END, true, false, 3, 1);
    hidden.exclude = true;
    bar.setLayoutData(hidden);
    bar.setVisible(false);
  }

  /** Shows the bar; what is selected on one line is looked for. */
  void open() {
    show(true);
    String selected = target.selected();
    if (!selected.isEmpty() && !selected.contains("\n")) {
      words.setText(selected);
    }
    words.setFocus();
    words.selectAll();
  }

  private void show(boolean yes) {
    ((GridData) bar.getLayoutData()).exclude = !yes;
    bar.setVisible(yes);
    bar.getParent().layout();
  }

  private void key(Event event) {
    if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
      event.doit = false;
      step((event.stateMask & SWT.SHIFT) != 0 ? -1 : 1);
    } else if (event.keyCode == SWT.ESC) {
      event.doit = false;
      show(false);
      target.focus();
    }
  }

  /** Goes to the next or previous place, round and round. */
  void step(int direction) {
    int at = target.at();
    find(direction > 0 ? at + 1 : at, direction);
  }

  private void find(int from, int direction) {
    String wanted = words.getText();
    if (wanted.isEmpty()) {
      count.setText("");
      return;
    }
    Matcher matcher = pattern(wanted).matcher(target.text());
    int all = 0;
    int number = 0;
    int[] chosen = null;
    int[] edge = null;
    int edgeNumber = 0;
    while (all < MOST && matcher.find()) {
      all++;
      int[] here = {matcher.start(), matcher.end()};
      boolean fits = direction > 0 ? here[0] >= from && chosen == null : here[0] < from;
      if (fits) {
        chosen = here;
        number = all;
      }
      if (direction < 0 || edge == null) {
        edge = here;
        edgeNumber = all;
      }
    }
    if (chosen == null && edge != null) {
      chosen = edge;
      number = edgeNumber;
    }
    if (chosen != null) {
      target.show(chosen[0], chosen[1]);
    }
    count.setText(all == 0 ? Texts.of("find.none") : Texts.of("find.count", number, all));
  }

  /** The words with each character in both widths and cases. */
  static Pattern pattern(String wanted) {
    StringBuilder pattern = new StringBuilder();
    wanted
        .codePoints()
        .forEach(
            c -> {
              pattern.append("[\\x{").append(Integer.toHexString(c)).append('}');
              if (c > ' ' && c < 0x7f) {
                pattern.append("\\x{").append(Integer.toHexString(c + 0xfee0)).append('}');
              } else if (c > 0xff00 && c < 0xff5f) {
                pattern.append("\\x{").append(Integer.toHexString(c - 0xfee0)).append('}');
              } else if (c == ' ' || c == 0x3000) {
                pattern.append(" \\x{3000}");
              }
              pattern.append(']');
            });
    return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
