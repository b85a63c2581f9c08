package koetsu.workbench.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;

/** One area of the window: a stack of tabs. */
final class Stack {
  private final CTabFolder folder;

  Stack(Composite parent, Theme theme, boolean documents) {
    folder = new CTabFolder(parent, SWT.BORDER | SWT.TOP | SWT.FLAT);
    folder.setTabHeight(26);
    folder.setSimple(true);
    folder.setMRUVisible(false);
    folder.setUnselectedCloseVisible(false);
    folder.setMinimumCharacters(6);
    folder.setSelectionBackground(theme.background());
    folder.setSelectionForeground(theme.foreground());
    folder.setBackground(theme.panel());
    folder.setForeground(theme.dim());
    folder.setData("id", documents ? "documents" : null);
  }

  CTabFolder folder() {
    return folder;
  }

  CTabItem add(Slot slot) {
    CTabItem item = new CTabItem(folder, SWT.CLOSE);
    item.setText(slot.title());
    item.setData(slot);
    slot.holder().setParent(folder);
    item.setControl(slot.holder());
    return item;
  }

  Optional<CTabItem> item(String id) {
    return Arrays.stream(folder.getItems())
        .filter(i -> ((Slot) i.getData()).id().equals(id))
        .findFirst();
  }

  /** Ids of the tabs in their order. */
  List<String> ids() {
    return Arrays.stream(folder.getItems()).map(i -> ((Slot) i.getData()).id()).toList();
  }

  Optional<Slot> front() {
    return Optional.ofNullable(folder.getSelection()).map(i -> (Slot) i.getData());
  }

  /** Takes all tabs away; the views stay alive without one. */
  void clear() {
    for (CTabItem item : folder.getItems()) {
      item.setControl(null);
      item.dispose();
    }
  }

  boolean isEmpty() {
    return folder.getItemCount() == 0;
  }
}
