package koetsu.review.internal;

import java.util.List;
import koetsu.review.ReviewSession;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of everything that shows values: what the keys do, for the mouse. */
final class ReviewMenu {
  private static final List<String> ENTRIES =
      List.of(
          "value.accept",
          "value.fix",
          "value.reject",
          "",
          "record.accept",
          "record.reopen",
          "",
          "edit.copy",
          "edit.undo",
          "edit.redo");

  private final ReviewSession session;
  private final Menu menu;

  ReviewMenu(ReviewSession session, Control control) {
    this.session = session;
    menu = new Menu(control);
    menu.addListener(SWT.Show, e -> fill());
  }

  Menu menu() {
    return menu;
  }

  private void fill() {
    for (MenuItem item : menu.getItems()) {
      item.dispose();
    }
    for (String id : ENTRIES) {
      if (id.isEmpty()) {
        new MenuItem(menu, SWT.SEPARATOR);
      } else {
        item(menu, id);
      }
    }
    new MenuItem(menu, SWT.SEPARATOR);
    MenuItem assign = new MenuItem(menu, SWT.CASCADE);
    assign.setText(Texts.of("menu.assign"));
    Menu fields = new Menu(menu);
    assign.setMenu(fields);
    session.profile().fields().forEach(field -> item(fields, "assign." + field.id()));
  }

  private void item(Menu parent, String id) {
    session
        .workbench()
        .command(id)
        .ifPresent(
            command -> {
              MenuItem item = new MenuItem(parent, SWT.PUSH);
              item.setText(session.workbench().label(command));
              item.setEnabled(command.enabled().getAsBoolean());
              item.addListener(SWT.Selection, e -> session.workbench().execute(id));
            });
  }
}
