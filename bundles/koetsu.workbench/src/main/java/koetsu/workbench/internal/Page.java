package koetsu.workbench.internal;

import java.util.ArrayList;
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
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * The body of the window while a project is open: four areas and the views in them, arranged by the
 * perspective.
 */
final class Page {
  /** The areas that views can stand in. */
  private static final List<Area> SIDES = List.of(Area.LEFT, Area.RIGHT, Area.BOTTOM);

  /** What part of the documents' area a tab is dropped on to open an empty area beside it. */
  private static final int EDGE = 4;

  /** Percent of the body below which an area cannot be read. */
  private static final int LEAST_SHARE = 8;

  private static final int NEW_SHARE = 25;

  /** Percent of the body by which a key moves a sash. */
  private static final int STEP_SHARE = 3;

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
      if (area != Area.CENTRE) {
        new TabDrag(folder, (item, place) -> areaAt(place).ifPresent(to -> move(item, area, to)));
      }
      folder.addListener(
          SWT.MouseDoubleClick,
          e -> {
            if (folder.getItem(new Point(e.x, e.y)) != null) {
              switchMaximised();
            }
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
    arrange(next);
  }

  /** Arranges the views of the perspective as they were before anybody moved them. */
  void reset() {
    for (String what : List.of("closed", "upper", "whole")) {
      preferences.put(key(what), null);
    }
    for (Area area : Area.values()) {
      preferences.put(key("views." + area), null);
      preferences.put(key("front." + area), null);
    }
    arrange(perspective);
  }

  private void arrange(Perspective next) {
    Control keyboard = root.getDisplay().getFocusControl();
    root.setRedraw(false);
    restore();
    perspective = next;
    for (Area area : SIDES) {
      stacks.get(area).clear();
    }
    for (Area area : SIDES) {
      Stack stack = stacks.get(area);
      views(area).forEach(id -> stack.add(slot(id)));
      String front = preferences.get(key("front." + area)).orElse("");
      stack.folder().setSelection(stack.item(front).map(i -> stack.folder().indexOf(i)).orElse(0));
    }
    upper.setWeights(
        weights(
            "upper",
            share(Area.LEFT),
            100 - share(Area.LEFT) - share(Area.RIGHT),
            share(Area.RIGHT)));
    whole.setWeights(weights("whole", 100 - share(Area.BOTTOM), share(Area.BOTTOM)));
    root.setRedraw(true);
    layout();
    // taking tabs away and putting them back loses the keyboard
    if (keyboard != null && !keyboard.isDisposed() && isInside(keyboard) && keyboard.isVisible()) {
      keyboard.setFocus();
    } else {
      focus();
    }
  }

  /** Ids of the views of an area: where the person put them, else where the perspective does. */
  private List<String> views(Area area) {
    List<String> closed = list("closed");
    List<String> moved = new ArrayList<>();
    SIDES.forEach(side -> moved.addAll(list("views." + side)));
    List<String> ids = new ArrayList<>(list("views." + area));
    perspective.views(area).stream().filter(id -> !moved.contains(id)).forEach(ids::add);
    ids.removeIf(id -> !factories.containsKey(id) || closed.contains(id));
    return ids;
  }

  private List<String> list(String what) {
    return Arrays.stream(preferences.get(key(what)).orElse("").split(","))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** Gives an area that was empty a size in which its first view can be read. */
  private void widen(Area area) {
    SashForm sash = area == Area.BOTTOM ? whole : upper;
    int[] weights = sash.getWeights();
    int at = area == Area.LEFT ? 0 : weights.length - 1;
    long all = Arrays.stream(weights).sum();
    if (weights[at] * 100L < LEAST_SHARE * all) {
      int centre = area == Area.BOTTOM ? 0 : 1;
      int given = (int) Math.min(weights[centre] / 2, NEW_SHARE * all / 100);
      weights[at] += given;
      weights[centre] -= given;
      sash.setWeights(weights);
    }
  }

  /** Shows the areas that have tabs. */
  private void layout() {
    for (Area area : SIDES) {
      stacks.get(area).folder().setVisible(!stacks.get(area).isEmpty());
    }
    root.layout(true, true);
    upper.layout(true);
    whole.layout(true);
  }

  // ---- moving and maximising

  /** Puts the view that has the keyboard into another area; a document stays where it is. */
  void moveTo(Area to) {
    stackOfKeyboard()
        .filter(from -> from != Area.CENTRE)
        .ifPresent(
            from -> {
              CTabItem item = stacks.get(from).folder().getSelection();
              if (item != null) {
                move(item, from, to);
              }
            });
  }

  private void move(CTabItem item, Area from, Area to) {
    if (from == to || from == Area.CENTRE || to == Area.CENTRE) {
      return;
    }
    Slot slot = (Slot) item.getData();
    item.setControl(null);
    item.dispose();
    CTabItem moved = stacks.get(to).add(slot);
    for (Area area : SIDES) {
      preferences.put(key("views." + area), String.join(",", stacks.get(area).ids()));
    }
    widen(to);
    layout();
    front(stacks.get(to), moved);
  }

  /**
   * Makes the area that has the keyboard larger or smaller by a step, as the sashes do with the
   * mouse.
   *
   * @param across 1 for wider, -1 for narrower, else 0
   * @param down 1 for higher, -1 for lower, else 0
   */
  void resize(int across, int down) {
    stackOfKeyboard()
        .filter(area -> !isMaximised())
        .ifPresent(
            area -> {
              if (across != 0 && area != Area.BOTTOM) {
                int other = area != Area.CENTRE ? 1 : stacks.get(Area.RIGHT).isEmpty() ? 0 : 2;
                int own = area == Area.LEFT ? 0 : area == Area.CENTRE ? 1 : 2;
                shift(upper, own, other, across);
              } else if (down != 0) {
                int own = area == Area.BOTTOM ? 1 : 0;
                shift(whole, own, 1 - own, down);
              }
            });
  }

  /** Gives one area a step of another one's size, as long as both can be read. */
  private static void shift(SashForm sash, int own, int other, int steps) {
    int[] weights = sash.getWeights();
    long all = Arrays.stream(weights).sum();
    int step = (int) (steps * STEP_SHARE * all / 100);
    boolean room =
        (weights[own] + step) * 100L >= LEAST_SHARE * all
            && (weights[other] - step) * 100L >= LEAST_SHARE * all;
    if (room) {
      weights[own] += step;
      weights[other] -= step;
      sash.setWeights(weights);
    }
  }

  /** The area whose tab has the keyboard. */
  private Optional<Area> stackOfKeyboard() {
    for (Control c = root.getDisplay().getFocusControl(); c != null; c = c.getParent()) {
      for (Map.Entry<Area, Stack> entry : stacks.entrySet()) {
        if (c == entry.getValue().folder()) {
          return Optional.of(entry.getKey());
        }
      }
    }
    return Optional.empty();
  }

  /** Gives the whole body to the area that has the keyboard, or takes it back. */
  void switchMaximised() {
    if (isMaximised()) {
      restore();
      layout();
    } else {
      stackOfKeyboard().ifPresent(this::maximise);
    }
  }

  private boolean isMaximised() {
    return whole.getMaximizedControl() != null;
  }

  private void maximise(Area area) {
    Control keyboard = root.getDisplay().getFocusControl();
    if (area == Area.BOTTOM) {
      whole.setMaximizedControl(stacks.get(area).folder());
    } else {
      whole.setMaximizedControl(upper);
      upper.setMaximizedControl(stacks.get(area).folder());
    }
    if (keyboard != null && !keyboard.isDisposed()) {
      keyboard.setFocus();
    }
  }

  private void restore() {
    Control keyboard = root.getDisplay().getFocusControl();
    upper.setMaximizedControl(null);
    whole.setMaximizedControl(null);
    if (keyboard != null && !keyboard.isDisposed() && isInside(keyboard)) {
      keyboard.setFocus();
    }
  }

  /** The area at a place of the screen; an empty one begins at the edge of the body. */
  private Optional<Area> areaAt(Point place) {
    for (Area area : Area.values()) {
      CTabFolder folder = stacks.get(area).folder();
      Point size = folder.getSize();
      Point inside = folder.toControl(place);
      if (folder.isVisible() && new Rectangle(0, 0, size.x, size.y).contains(inside)) {
        if (area != Area.CENTRE) {
          return Optional.of(area);
        }
        return edge(inside, size);
      }
    }
    return Optional.empty();
  }

  private static Optional<Area> edge(Point inside, Point size) {
    if (inside.x < size.x / EDGE) {
      return Optional.of(Area.LEFT);
    } else if (inside.x > size.x - size.x / EDGE) {
      return Optional.of(Area.RIGHT);
    }
    return inside.y > size.y - size.y / EDGE ? Optional.of(Area.BOTTOM) : Optional.empty();
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
      if (stack.isEmpty()) {
        restore();
      }
      layout();
    }
  }

  private void closed(String id, boolean yes) {
    List<String> ids = new ArrayList<>(list("closed"));
    ids.remove(id);
    if (yes) {
      ids.add(id);
    }
    preferences.put(key("closed"), ids.isEmpty() ? null : String.join(",", ids));
  }

  /** Closes the view that has the keyboard. */
  void closeView() {
    stackOfKeyboard().map(area -> stacks.get(area).folder().getSelection()).ifPresent(this::closed);
    focus();
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
        if (isMaximised() && !entry.getValue().folder().isVisible()) {
          restore();
          layout();
        }
        front(entry.getValue(), item.get());
        return;
      }
    }
    if (factories.containsKey(id)) {
      closed(id, false);
      Area area = SIDES.stream().filter(a -> views(a).contains(id)).findFirst().orElse(Area.BOTTOM);
      Stack stack = stacks.get(area);
      CTabItem item = stack.add(slot(id));
      restore();
      widen(area);
      layout();
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

  /** Keys of the documents that were open the last time. */
  List<String> lastDocuments() {
    return Arrays.stream(preferences.get(openDocuments()).orElse("").split("\n"))
        .filter(key -> !key.isEmpty())
        .toList();
  }

  private String openDocuments() {
    return "documents." + workbench.project().map(Object::toString).orElse("");
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
    int at = stackOfKeyboard().map(order::indexOf).orElse(-1) + 1;
    for (int i = 0; i < order.size(); i++) {
      Stack stack = stacks.get(order.get((at + i) % order.size()));
      Optional<Slot> front = stack.front();
      if (front.isPresent() && stack.folder().isVisible()) {
        front.get().focus();
        return;
      }
    }
  }

  void dispose() {
    remember();
    List<String> open = stacks.get(Area.CENTRE).ids();
    preferences.put(openDocuments(), open.isEmpty() ? null : String.join("\n", open));
    views.values().forEach(Slot::dispose);
    documents.values().forEach(Slot::dispose);
    root.dispose();
  }
}
