package koetsu.workbench.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import koetsu.workbench.Area;
import koetsu.workbench.Messages;
import koetsu.workbench.Perspective;
import koetsu.workbench.Preferences;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolder2Adapter;
import org.eclipse.swt.custom.CTabFolderEvent;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * The body of the window while a project is open: four areas and the views in them, arranged by the
 * perspective.
 */
final class Page {
  private final Composite root;
  private final Theme theme;
  private final Messages texts;
  private final Preferences preferences;
  private final SashForm upper;
  private final SashForm whole;
  private final Map<Area, Stack> stacks = new EnumMap<>(Area.class);
  private final Map<String, Slot> views = new HashMap<>();
  private final Map<String, Slot> documents = new LinkedHashMap<>();
  private final Map<String, ViewFactory> factories = new LinkedHashMap<>();
  private final koetsu.workbench.Workbench workbench;
  private Perspective perspective;

  Page(
      Composite parent,
      koetsu.workbench.Workbench workbench,
      List<ViewFactory> offered,
      Messages texts,
      Runnable changed) {
    this.workbench = workbench;
    this.theme = workbench.theme();
    this.texts = texts;
    this.preferences = workbench.preferences();
    offered.forEach(factory -> factories.put(factory.id(), factory));
    root = new Composite(parent, SWT.NONE);
    root.setLayout(new FillLayout());
    whole = new SashForm(root, SWT.VERTICAL | SWT.SMOOTH);
    whole.setSashWidth(4);
    upper = new SashForm(whole, SWT.HORIZONTAL | SWT.SMOOTH);
    upper.setSashWidth(4);
    for (Area area : Area.values()) {
      Stack stack = new Stack(area == Area.BOTTOM ? whole : upper, theme, area == Area.CENTRE);
      stacks.put(area, stack);
      CTabFolder folder = stack.folder();
      folder.addListener(
          SWT.Selection,
          e -> {
            stack.front().ifPresent(Slot::focus);
            changed.run();
          });
      folder.addCTabFolder2Listener(
          new CTabFolder2Adapter() {
            @Override
            public void close(CTabFolderEvent event) {
              event.doit = false;
              closed((CTabItem) event.item);
              changed.run();
            }
          });
    }
  }

  Composite root() {
    return root;
  }

  Perspective perspective() {
    return perspective;
  }

  /** Arranges the views as the perspective says, the way the person left it the last time. */
  void show(Perspective next) {
    if (next == perspective) {
      return;
    }
    remember();
    Control keyboard = root.getDisplay().getFocusControl();
    root.setRedraw(false);
    perspective = next;
    for (Area area : Area.values()) {
      if (area == Area.CENTRE) {
        continue;
      }
      Stack stack = stacks.get(area);
      stack.clear();
      String closed = "," + preferences.get(key("closed")).orElse("") + ",";
      for (String id : next.views(area)) {
        if (factories.containsKey(id) && !closed.contains("," + id + ",")) {
          stack.add(slot(id));
        }
      }
      String front = preferences.get(key("front." + area)).orElse("");
      stack.folder().setSelection(stack.item(front).map(i -> stack.folder().indexOf(i)).orElse(0));
      stack.folder().setVisible(!stack.isEmpty());
    }
    upper.setWeights(
        weights(
            "upper",
            share(Area.LEFT),
            100 - share(Area.LEFT) - share(Area.RIGHT),
            share(Area.RIGHT)));
    whole.setWeights(weights("whole", 100 - share(Area.BOTTOM), share(Area.BOTTOM)));
    root.setRedraw(true);
    root.layout(true, true);
    whole.layout(true);
    upper.layout(true);
    // taking tabs away and putting them back loses the keyboard
    if (keyboard != null && !keyboard.isDisposed() && isInside(keyboard) && keyboard.isVisible()) {
      keyboard.setFocus();
    } else {
      focus();
    }
  }

  private boolean isInside(Control control) {
    for (Control at = control; at != null; at = at.getParent()) {
      if (at == root) {
        return true;
      }
    }
    return false;
  }

  private int share(Area area) {
    return stacks.get(area).isEmpty() ? 1 : perspective.share(area);
  }

  private int[] weights(String sash, int... otherwise) {
    try {
      int[] stored =
          Arrays.stream(preferences.get(key(sash)).orElse("").split(","))
              .filter(number -> !number.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray();
      return stored.length == otherwise.length && Arrays.stream(stored).allMatch(w -> w > 0)
          ? stored
          : otherwise;
    } catch (NumberFormatException edited) {
      return otherwise;
    }
  }

  private String key(String what) {
    return "layout." + perspective.id() + "." + what;
  }

  /** Notes how the areas are arranged now. */
  void remember() {
    if (perspective == null) {
      return;
    }
    preferences.put(key("upper"), join(upper.getWeights()));
    preferences.put(key("whole"), join(whole.getWeights()));
    stacks.forEach(
        (area, stack) ->
            stack.front().ifPresent(slot -> preferences.put(key("front." + area), slot.id())));
  }

  private static String join(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  private Slot slot(String id) {
    ViewFactory factory = factories.get(id);
    return views.computeIfAbsent(
        id,
        none ->
            new Slot(
                id,
                factory.title(),
                stacks.get(Area.BOTTOM).folder(),
                theme,
                texts,
                () -> factory.create(workbench)));
  }

  private void closed(CTabItem item) {
    Slot slot = (Slot) item.getData();
    Stack stack =
        stacks.values().stream()
            .filter(s -> s.folder() == item.getParent())
            .findFirst()
            .orElseThrow();
    item.setControl(null);
    item.dispose();
    slot.holder().setVisible(false);
    if (documents.remove(slot.id(), slot)) {
      slot.dispose();
    } else {
      closed(slot.id(), true);
      stack.folder().setVisible(!stack.isEmpty());
      root.layout(true, true);
      upper.layout(true);
      whole.layout(true);
    }
  }

  private void closed(String id, boolean yes) {
    List<String> ids =
        new java.util.ArrayList<>(List.of(preferences.get(key("closed")).orElse("").split(",")));
    ids.removeIf(other -> other.equals(id) || other.isEmpty());
    if (yes) {
      ids.add(id);
    }
    preferences.put(key("closed"), ids.isEmpty() ? null : String.join(",", ids));
  }

  /** Closes the document in front. */
  void closeDocument() {
    CTabItem item = stacks.get(Area.CENTRE).folder().getSelection();
    if (item != null) {
      closed(item);
    }
  }

  void showView(String id) {
    for (Map.Entry<Area, Stack> entry : stacks.entrySet()) {
      Optional<CTabItem> item = entry.getValue().item(id);
      if (item.isPresent() && entry.getKey() != Area.CENTRE) {
        front(entry.getValue(), item.get());
        return;
      }
    }
    if (factories.containsKey(id)) {
      Area area =
          Arrays.stream(Area.values())
              .filter(a -> perspective.views(a).contains(id))
              .findFirst()
              .orElse(Area.BOTTOM);
      closed(id, false);
      Stack stack = stacks.get(area);
      CTabItem item = stack.add(slot(id));
      stack.folder().setVisible(true);
      root.layout(true, true);
      upper.layout(true);
      whole.layout(true);
      front(stack, item);
    }
  }

  private static void front(Stack stack, CTabItem item) {
    stack.folder().setSelection(item);
    ((Slot) item.getData()).focus();
  }

  Optional<View> view(String id) {
    return Optional.ofNullable(views.get(id)).map(Slot::view);
  }

  void openDocument(String key, String title, Supplier<View> content) {
    Stack stack = stacks.get(Area.CENTRE);
    CTabItem item =
        stack
            .item(key)
            .orElseGet(
                () -> {
                  Slot slot = new Slot(key, title, stack.folder(), theme, texts, content);
                  documents.put(key, slot);
                  return stack.add(slot);
                });
    if (stack.folder().getSelection() != item) {
      stack.folder().setSelection(item);
    }
  }

  Optional<View> document(String key) {
    return Optional.ofNullable(documents.get(key)).map(Slot::view);
  }

  Optional<String> activeDocument() {
    return stacks.get(Area.CENTRE).front().map(Slot::id);
  }

  List<ViewFactory> offered() {
    return List.copyOf(factories.values());
  }

  /** Gives the keyboard to the document in front, or else to the first view. */
  void focus() {
    for (Area area : List.of(Area.CENTRE, Area.LEFT, Area.RIGHT, Area.BOTTOM)) {
      Optional<Slot> front = stacks.get(area).front();
      if (front.isPresent()) {
        front.get().focus();
        return;
      }
    }
  }

  /** Gives the keyboard to the next area in reading order. */
  void focusNextArea() {
    List<Area> order = List.of(Area.LEFT, Area.CENTRE, Area.RIGHT, Area.BOTTOM);
    int at = 0;
    for (int i = 0; i < order.size(); i++) {
      for (org.eclipse.swt.widgets.Control c = root.getDisplay().getFocusControl();
          c != null;
          c = c.getParent()) {
        if (c == stacks.get(order.get(i)).folder()) {
          at = i + 1;
        }
      }
    }
    for (int i = 0; i < order.size(); i++) {
      Optional<Slot> front = stacks.get(order.get((at + i) % order.size())).front();
      if (front.isPresent()) {
        front.get().focus();
        return;
      }
    }
  }

  void dispose() {
    remember();
    views.values().forEach(Slot::dispose);
    documents.values().forEach(Slot::dispose);
    root.dispose();
  }
}
