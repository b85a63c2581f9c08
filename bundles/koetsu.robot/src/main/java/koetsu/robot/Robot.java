package koetsu.robot;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/**
 * A person at the keyboard: posts events to the window system, runs the event loop and waits for
 * what they bring about. All methods are called on the display's thread. Widgets are found by the
 * string they carry as data under {@code id}.
 */
public final class Robot {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * How long a key may be under way; some widgets never tell of its release, and a window that it
   * closes cannot.
   */
  private static final Duration ARRIVAL = Duration.ofSeconds(3);

  private static final Duration KEYBOARD = Duration.ofSeconds(2);
  private static final Duration PROBE = Duration.ofMillis(100);
  private static final int DRAG_STEPS = 6;
  private static final Duration QUIET = Duration.ofMillis(30);
  private static final Map<String, Integer> KEYS =
      Map.ofEntries(
          Map.entry("F1", SWT.F1),
          Map.entry("F2", SWT.F2),
          Map.entry("F3", SWT.F3),
          Map.entry("F6", SWT.F6),
          Map.entry("Up", SWT.ARROW_UP),
          Map.entry("Down", SWT.ARROW_DOWN),
          Map.entry("Left", SWT.ARROW_LEFT),
          Map.entry("Right", SWT.ARROW_RIGHT),
          Map.entry("Home", SWT.HOME),
          Map.entry("End", SWT.END),
          Map.entry("PageDown", SWT.PAGE_DOWN),
          Map.entry("PageUp", SWT.PAGE_UP),
          Map.entry("Enter", (int) SWT.CR),
          Map.entry("Esc", (int) SWT.ESC),
          Map.entry("Tab", (int) SWT.TAB),
          Map.entry("BackSpace", (int) SWT.BS),
          Map.entry("Delete", (int) SWT.DEL));
  private static final Map<String, Integer> MODIFIERS =
      Map.of("Ctrl", SWT.MOD1, "Shift", SWT.SHIFT, "Alt", SWT.ALT);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * What a key took.
   *
   * @param clockNanos from the press to the last paint
   * @param processorNanos of the display's thread, until nothing is left to do
   */
  public record Reaction(long clockNanos, long processorNanos) {}

  private final Display display;
  private int presses;
  private int released;
  private int modifiers;

  public Robot(Display display) {
    this.display = display;
    display.addFilter(SWT.KeyUp, e -> count(e.keyCode));
  }

  private void count(int code) {
    if ((code & SWT.MODIFIER_MASK) == 0) {
      released++;
    } else {
      modifiers++;
    }
  }

  /** How many keys were pressed so far; a key with modifiers counts once. */
  public int presses() {
    return presses;
  }

  /**
   * Presses one key, such as {@code a}, {@code F2}, {@code Ctrl+Enter} or {@code Shift+Down}, and
   * lets the window react.
   */
  public void press(String key) {
    awaitKeyboard();
    int expected = released + 1;
    Shell window = display.getActiveShell();
    post(key);
    presses++;
    // on a busy machine the window system takes its time to hand a key over
    await(ARRIVAL, () -> released >= expected || window != display.getActiveShell());
    settle();
  }

  /**
   * Presses keys one after the other, as {@link #press} does, but makes sure of the keyboard before
   * the first one only: the key that this takes would end a composition.
   */
  public void compose(List<String> keys) {
    awaitKeyboard();
    for (String key : keys) {
      post(key);
      presses++;
      settle();
    }
  }

  private void post(String key) {
    List<Integer> held = new ArrayList<>();
    String rest = key;
    int plus = rest.indexOf('+');
    while (plus > 0 && plus < rest.length() - 1) {
      held.add(MODIFIERS.get(rest.substring(0, plus)));
      rest = rest.substring(plus + 1);
      plus = rest.indexOf('+');
    }
    for (int modifier : held) {
      post(SWT.KeyDown, modifier, (char) 0);
    }
    int code = KEYS.getOrDefault(rest, 0);
    char character = code != 0 ? 0 : rest.charAt(0);
    post(SWT.KeyDown, code, character);
    post(SWT.KeyUp, code, character);
    for (int i = held.size() - 1; i >= 0; i--) {
      post(SWT.KeyUp, held.get(i), (char) 0);
    }
  }

  /** Runs the event loop until something is so, or a time has passed. */
  private void await(Duration time, BooleanSupplier condition) {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      if (!display.readAndDispatch()) {
        pause();
      }
    }
  }

  /** What is pressed before the window system has given the keyboard to a window is lost. */
  private void awaitKeyboard() {
    if (display.getActiveShell() == null) {
      Shell[] shells = display.getShells();
      if (shells.length > 0) {
        shells[shells.length - 1].forceActive();
      }
      waitUntil("a window has the keyboard", () -> display.getActiveShell() != null);
    }
    // the toolkit calls a window active as soon as it has asked for it; a key that means nothing
    // shows when the window system has agreed
    long end = System.nanoTime() + KEYBOARD.toNanos();
    int before = modifiers;
    while (modifiers == before && System.nanoTime() < end) {
      post(SWT.KeyDown, SWT.SHIFT, (char) 0);
      post(SWT.KeyUp, SWT.SHIFT, (char) 0);
      await(PROBE, () -> modifiers > before);
    }
  }

  /** Types ASCII text, one key press per character. */
  public void type(String text) {
    for (char character : text.toCharArray()) {
      boolean shifted =
          Character.isUpperCase(character) || "~!@#$%^&*()_+{}|:\"<>?".indexOf(character) >= 0;
      press((shifted ? "Shift+" : "") + character);
    }
  }

  private void post(int type, int code, char character) {
    Event event = new Event();
    event.type = type;
    event.keyCode = code;
    event.character = character;
    if (!display.post(event)) {
      throw new AssertionError("the window system refused the event " + event);
    }
  }

  /** Clicks a place of a control, in its own coordinates, with the first button. */
  public void click(Control control, int x, int y) {
    click(control, x, y, 1, 1);
  }

  public void doubleClick(Control control, int x, int y) {
    click(control, x, y, 1, 2);
  }

  private void click(Control control, int x, int y, int button, int times) {
    awaitKeyboard();
    Point at = control.toDisplay(x, y);
    Event move = new Event();
    move.type = SWT.MouseMove;
    move.x = at.x;
    move.y = at.y;
    display.post(move);
    settle();
    for (int i = 0; i < times; i++) {
      for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
        Event event = new Event();
        event.type = type;
        event.button = button;
        display.post(event);
      }
    }
    settle();
  }

  /**
   * Drags from a place of a control to a place of the screen, with the first button. The control is
   * told, not the window system: what the toolkit posts of buttons has no place under GTK.
   */
  public void drag(Control control, int x, int y, Point to) {
    Point end = control.toControl(to);
    mouse(control, SWT.MouseDown, x, y);
    for (int step = 1; step <= DRAG_STEPS; step++) {
      int nextX = x + (end.x - x) * step / DRAG_STEPS;
      int nextY = y + (end.y - y) * step / DRAG_STEPS;
      mouse(control, SWT.MouseMove, nextX, nextY);
    }
    mouse(control, SWT.MouseUp, end.x, end.y);
    settle();
  }

  private static void mouse(Control control, int type, int x, int y) {
    Event event = new Event();
    event.button = type == SWT.MouseMove ? 0 : 1;
    event.x = x;
    event.y = y;
    control.notifyListeners(type, event);
  }

  /** Lets everything that is under way in the event loop happen. */
  public void settle() {
    long quiet = System.nanoTime() + QUIET.toNanos();
    while (System.nanoTime() < quiet) {
      if (display.readAndDispatch()) {
        quiet = Math.max(quiet, System.nanoTime() + Duration.ofMillis(15).toNanos());
      } else {
        pause();
      }
    }
  }

  /**
   * Runs the event loop until something is so, and fails with {@code what} when it takes too long.
   */
  public void waitUntil(String what, BooleanSupplier condition) {
    waitUntil(what, PATIENCE, condition);
  }

  /** Like {@link #waitUntil(String, BooleanSupplier)} for what takes its time. */
  public void waitUntil(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        Path picture = Path.of("target", "robot.png").toAbsolutePath();
        picture(picture);
        throw new AssertionError("waited in vain until " + what + "; see " + picture);
      }
      if (!display.readAndDispatch()) {
        pause();
      }
    }
    settle();
  }

  private static void pause() {
    try {
      Thread.sleep(3);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", stop);
    }
  }

  /** The visible widget of any open shell that carries an id. */
  public <T extends Widget> T find(Class<T> type, String id) {
    return lookFor(type, id)
        .orElseThrow(
            () -> new AssertionError("no " + type.getSimpleName() + " “" + id + "” is open"));
  }

  /** Like {@link #find}, empty where there is none. */
  public <T extends Widget> Optional<T> lookFor(Class<T> type, String id) {
    for (Shell shell : display.getShells()) {
      Optional<T> found = search(shell, type, id);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static <T extends Widget> Optional<T> search(Control control, Class<T> type, String id) {
    if (control.isDisposed()) {
      return Optional.empty();
    }
    if (type.isInstance(control) && id.equals(control.getData("id"))) {
      return Optional.of(type.cast(control));
    }
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        Optional<T> found = search(child, type, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Does something in a dialog that keeps whoever opens it waiting: call this first, then press
   * what opens it. The dialog is closed afterwards, however it went.
   *
   * @param id of a widget of the dialog
   */
  public void inDialog(String id, Runnable act) {
    display.timerExec(
        50,
        () -> {
          Optional<Control> there = lookFor(Control.class, id);
          if (there.isEmpty()) {
            inDialog(id, act);
            return;
          }
          Shell dialog = there.get().getShell();
          try {
            dialog.forceActive();
            waitUntil("the dialog has the keyboard", () -> display.getActiveShell() == dialog);
            there.get().setFocus();
            act.run();
          } finally {
            if (!dialog.isDisposed()) {
              dialog.close();
            }
          }
        });
  }

  /** Writes a picture of the whole screen as PNG. */
  public void picture(Path file) {
    picture(file, display.getBounds());
  }

  /**
   * Presses one key and measures how long it takes until a control has painted what came of it.
   *
   * @return until the last paint before the event loop has nothing left to do
   */
  public Reaction pressAndPaint(String key, Control control) {
    awaitKeyboard();
    settle();
    long[] painted = new long[1];
    Listener paint = e -> painted[0] = System.nanoTime();
    control.addListener(SWT.Paint, paint);
    int expected = released + 1;
    long processor = THREADS.getCurrentThreadCpuTime();
    long begin = System.nanoTime();
    post(key);
    await(ARRIVAL, () -> released >= expected && painted[0] > 0);
    while (display.readAndDispatch()) {
      // what the key brought about is part of it
    }
    control.removeListener(SWT.Paint, paint);
    presses++;
    return new Reaction(
        Math.max(painted[0], begin) - begin, THREADS.getCurrentThreadCpuTime() - processor);
  }

  /** Writes a picture of a part of the screen as PNG. */
  public void picture(Path file, Rectangle bounds) {
    settle();
    GC gc = new GC(display);
    Image image = new Image(display, bounds.width, bounds.height);
    try {
      gc.copyArea(image, bounds.x, bounds.y);
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageLoader loader = new ImageLoader();
      loader.data = new ImageData[] {image.getImageData()};
      loader.save(file.toString(), SWT.IMAGE_PNG);
    } catch (IOException e) {
      throw new AssertionError("cannot write " + file, e);
    } finally {
      image.dispose();
      gc.dispose();
    }
  }
}
