package koetsu.workbench.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import koetsu.workbench.Command;
import koetsu.workbench.Icons;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What the window shows while no project is open: the ways to begin. */
final class WelcomePage {
  private final Composite root;
  private final Theme theme;
  private final Icons icons;
  private final Composite column;

  WelcomePage(
      Composite parent,
      Theme theme,
      Icons icons,
      Messages texts,
      List<Command> beginnings,
      List<Path> recent,
      Consumer<Command> execute,
      Consumer<Path> open) {
    this.theme = theme;
    this.icons = icons;
    root = new Composite(parent, SWT.NONE);
    root.setData("id", "welcome");
    root.setBackground(theme.background());
    root.setLayout(new GridLayout());
    column = new Composite(root, SWT.NONE);
    column.setBackground(theme.background());
    column.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
    GridLayout layout = new GridLayout(2, false);
    layout.horizontalSpacing = 12;
    layout.verticalSpacing = 4;
    column.setLayout(layout);
    label(texts.text("welcome.title"), theme.title(), false, 0);
    label(texts.text("welcome.subtitle"), theme.text(), true, 0);
    label(texts.text("welcome.begin"), theme.name(), false, 22);
    for (Command command : beginnings) {
      entry(
          command.icon(),
          command.label(),
          texts.has("welcome." + command.id())
              ? texts.text("welcome." + command.id())
              : command.keys().stream().findFirst().map(CommandTable::format).orElse(""),
          command.id(),
          () -> execute.accept(command));
    }
    if (!recent.isEmpty()) {
      label(texts.text("welcome.recent"), theme.name(), false, 22);
      for (Path folder : recent) {
        Path name = folder.getFileName();
        entry(
            "folder",
            name == null ? folder.toString() : name.toString(),
            shorten(folder),
            "recent",
            () -> open.accept(folder));
      }
    }
    label(texts.text("welcome.palette", CommandTable.format("M1+3")), theme.small(), true, 22);
  }

  Composite root() {
    return root;
  }

  private static String shorten(Path folder) {
    String home = System.getProperty("user.home");
    String text = folder.toString();
    return text.startsWith(home + "/") ? "~" + text.substring(home.length()) : text;
  }

  private void label(String text, org.eclipse.swt.graphics.Font font, boolean dim, int above) {
    Label label = new Label(column, SWT.WRAP);
    label.setText(text);
    label.setFont(font);
    label.setBackground(theme.background());
    label.setForeground(dim ? theme.dim() : theme.foreground());
    GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1);
    data.verticalIndent = above;
    label.setLayoutData(data);
  }

  private void entry(String icon, String text, String note, String id, Runnable action) {
    Label image = new Label(column, SWT.NONE);
    image.setBackground(theme.background());
    image.setImage(icons.image(icon == null ? "document" : icon, theme.accent()));
    image.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
    Composite row = new Composite(column, SWT.NONE);
    row.setBackground(theme.background());
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = layout.marginHeight = 0;
    layout.horizontalSpacing = 12;
    row.setLayout(layout);
    Link link = new Link(row, SWT.NONE);
    link.setText("<a>" + text.replace("&", "&&") + "</a>");
    link.setBackground(theme.background());
    link.setLinkForeground(theme.accent());
    link.setData("id", "welcome." + id);
    link.addListener(SWT.Selection, e -> action.run());
    Label aside = new Label(row, SWT.NONE);
    aside.setText(note.replace("&", "&&"));
    aside.setBackground(theme.background());
    aside.setForeground(theme.dim());
    Cursor hand = root.getDisplay().getSystemCursor(SWT.CURSOR_HAND);
    for (Control control : new Control[] {image, aside}) {
      control.setCursor(hand);
      control.addListener(SWT.MouseUp, e -> action.run());
    }
  }
}
