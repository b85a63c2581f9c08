package koetsu.regression.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import koetsu.api.record.Problem;
import koetsu.export.Formats;
import koetsu.gate.Pins;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugInJar;
import koetsu.review.OpenDocument;
import koetsu.review.Reports;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.workbench.Command;
import koetsu.workbench.Icons;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import koetsu.workbench.Workbench;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The installed bundles and what a person can do with them: at the left what there is, at the right
 * what is known of it, what it would change, and two versions beside each other.
 */
final class ExtractorsView implements View, ReviewListener {
  private static final int[] WIDTHS = {190, 70, 100, 110, 95, 80};
  private static final List<String> COLUMNS =
      List.of("bundle", "version", "state", "kind", "time", "failures");

  private final ReviewSession session;
  private final Supplier<Formats> formats;
  private final PlugInBundles bundles;
  private final Workbench workbench;
  private final Theme theme;
  private final Icons icons;
  private final Runnable refresh = this::show;
  private BiPredicate<String, String> confirm = this::ask;
  private List<BundleRow> rows = List.of();
  private List<Pins.Difference> unpinned = List.of();
  private Pipeline.Subscription plugInChanges;
  private PlugInBundles.Subscription bundleChanges;
  private Display display;
  private Label notice;
  private Tree tree;
  private CTabFolder sides;
  private BundleDetails details;
  private TrialPane trial;
  private VersionsPane versions;

  /**
   * @param bundles null where nothing can be installed
   */
  ExtractorsView(ReviewSession session, Supplier<Formats> formats, PlugInBundles bundles) {
    this.session = session;
    this.formats = formats;
    this.bundles = bundles;
    this.workbench = session.workbench();
    this.theme = workbench.theme();
    this.icons = workbench.icons();
  }

  @Override
  public void create(Composite parent) {
    display = parent.getDisplay();
    SashForm root = new SashForm(parent, SWT.HORIZONTAL);
    root.setBackground(theme.line());
    root.setData(Command.SURFACE, ExtractorsCommands.SURFACE);
    createList(root);
    sides = new CTabFolder(root, SWT.TOP | SWT.FLAT);
    sides.setBackground(theme.panel());
    sides.setForeground(theme.foreground());
    sides.setSelectionBackground(theme.background());
    sides.setSelectionForeground(theme.foreground());
    details = new BundleDetails(sides, theme);
    tab("details", details.control());
    trial = new TrialPane(sides, session);
    tab("trial", trial.control());
    versions = new VersionsPane(sides, session);
    tab("versions", versions.control());
    sides.setSelection(0);
    root.setWeights(56, 44);
    session.addListener(this);
    plugInChanges = session.pipeline().onChange(this::changed);
    bundleChanges = bundles == null ? null : bundles.onChange(this::changed);
    comparePins();
    show();
  }

  private void createList(Composite parent) {
    Composite left = new Composite(parent, SWT.NONE);
    left.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    left.setLayout(layout);
    notice = new Label(left, SWT.WRAP);
    notice.setData("id", "extractors.notice");
    notice.setBackground(theme.background());
    notice.setForeground(theme.warning());
    GridData above = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    above.horizontalIndent = 6;
    above.widthHint = 200;
    notice.setLayoutData(above);
    tree = new Tree(left, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    tree.setData("id", "extractors");
    tree.setHeaderVisible(true);
    tree.setBackground(theme.background());
    tree.setForeground(theme.foreground());
    tree.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    for (int i = 0; i < WIDTHS.length; i++) {
      TreeColumn column = new TreeColumn(tree, i > 3 ? SWT.RIGHT : SWT.LEFT);
      column.setText(Texts.of("extractors." + COLUMNS.get(i)));
      column.setWidth(WIDTHS[i]);
    }
    tree.addListener(SWT.Selection, e -> selected());
    tree.addListener(SWT.Resize, e -> fitNames());
    Menu menu = new Menu(tree);
    menu.addListener(SWT.Show, e -> fill(menu));
    tree.setMenu(menu);
  }

  /** The names take what the figures leave, or the last of these would go far away. */
  private void fitNames() {
    int rest = tree.getClientArea().width;
    for (int i = 1; i < WIDTHS.length; i++) {
      rest -= WIDTHS[i];
    }
    tree.getColumn(0).setWidth(Math.max(WIDTHS[0], rest));
  }

  private void tab(String key, Composite content) {
    CTabItem item = new CTabItem(sides, SWT.NONE);
    item.setText(Texts.of("extractors." + key));
    item.setControl(content);
  }

  private void fill(Menu menu) {
    for (MenuItem item : menu.getItems()) {
      item.dispose();
    }
    for (String id : ExtractorsCommands.CONTEXT) {
      if (id.isEmpty()) {
        new MenuItem(menu, SWT.SEPARATOR);
      } else {
        workbench
            .command(id)
            .ifPresent(
                command -> {
                  MenuItem item = new MenuItem(menu, SWT.PUSH);
                  item.setText(workbench.label(command));
                  item.setEnabled(command.enabled().getAsBoolean());
                  item.addListener(SWT.Selection, e -> workbench.execute(id));
                });
      }
    }
  }

  @Override
  public void focus() {
    tree.setFocus();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
    plugInChanges.close();
    if (bundleChanges != null) {
      bundleChanges.close();
    }
  }

  @Override
  public void documentChanged(String document) {
    show();
  }

  @Override
  public void selectionChanged(Selection selection, boolean reveal) {
    versions.follow();
  }

  /** Any thread. */
  private void changed() {
    try {
      display.asyncExec(
          () -> {
            if (!tree.isDisposed()) {
              comparePins();
              refresh.run();
            }
          });
    } catch (SWTException e) {
      if (e.code != SWT.ERROR_DEVICE_DISPOSED) { // the window goes, and its plug-ins after it
        throw e;
      }
    }
  }

  // ---- the list

  private void show() {
    if (tree.isDisposed()) {
      return;
    }
    List<Problem> errors = new ArrayList<>(session.pipeline().problems());
    for (OpenDocument open : session.documents()) {
      open.ready()
          .ifPresent(
              state ->
                  state.problems().stream()
                      .filter(p -> p.severity() == Problem.Severity.ERROR)
                      .forEach(errors::add));
    }
    List<PlugInBundle> own = bundles == null ? List.of() : bundles.all();
    rows = BundleRow.of(session.pipeline(), formats.get(), own, errors);
    String before = row().map(ExtractorsView::key).orElse(null);
    Set<String> open = new HashSet<>();
    for (TreeItem item : tree.getItems()) {
      if (item.getExpanded()) {
        open.add(key((BundleRow) item.getData()));
      }
    }
    tree.setRedraw(false);
    tree.removeAll();
    for (BundleRow row : rows) {
      TreeItem item = add(row);
      item.setExpanded(open.contains(key(row)));
      if (key(row).equals(before)) {
        tree.setSelection(item);
      }
    }
    if (tree.getSelectionCount() == 0 && !rows.isEmpty()) {
      tree.setSelection(tree.getItem(0));
    }
    tree.setRedraw(true);
    showNotice();
    selected();
  }

  private static String key(BundleRow row) {
    return row.bundle() == null ? row.name() + " " + row.version() : row.bundle().file().toString();
  }

  private TreeItem add(BundleRow row) {
    BundleRow.State state = row.state();
    TreeItem item = new TreeItem(tree, SWT.NONE);
    item.setData(row);
    item.setText(
        new String[] {
          row.name(),
          row.version(),
          text(state),
          Texts.of(
              row.bundle() == null
                  ? "extractors.home.koetsu"
                  : "extractors.home." + row.bundle().home().name().toLowerCase(Locale.ROOT)),
          millis(row.perDocument()),
          row.failures() == 0 ? "" : String.valueOf(row.failures())
        });
    item.setImage(image(state, row.failures() > 0));
    item.setForeground(2, colour(state, row.failures() > 0));
    for (BundleRow.Service service : row.plugIns()) {
      TreeItem child = new TreeItem(item, SWT.NONE);
      child.setData(row);
      int failures = Math.max(service.conduct().failures(), service.failures().size());
      child.setText(
          new String[] {
            service.plugIn().id(),
            "",
            text(service.state()),
            Texts.of("extractors.kind." + service.plugIn().kind().name().toLowerCase(Locale.ROOT)),
            millis(service.conduct().perDocument()),
            failures == 0 ? "" : String.valueOf(failures)
          });
      child.setForeground(2, colour(service.state(), failures > 0));
    }
    return item;
  }

  private Image image(BundleRow.State state, boolean failed) {
    Color colour = colour(state, failed);
    return switch (state) {
      case ACTIVE -> icons.image(failed ? "warning" : "accept", colour);
      case STOPPED -> icons.image("gap", colour);
      case UNTRUSTED -> icons.image("lock", colour);
      case OFF -> icons.image("warning", colour);
      case BROKEN, REFUSED -> icons.image("error", colour);
    };
  }

  private Color colour(BundleRow.State state, boolean failed) {
    return switch (state) {
      case ACTIVE -> failed ? theme.warning() : theme.good();
      case STOPPED -> theme.dim();
      case UNTRUSTED, OFF -> theme.warning();
      case BROKEN, REFUSED -> theme.error();
    };
  }

  private static String text(BundleRow.State state) {
    return Texts.of("extractors.state." + state.name().toLowerCase(Locale.ROOT));
  }

  static String millis(Duration time) {
    return time.isZero()
        ? ""
        : Texts.of("extractors.millis", String.format(Locale.ROOT, "%.1f", time.toNanos() / 1e6));
  }

  private void showNotice() {
    List<String> lines = new ArrayList<>();
    long untrusted = rows.stream().filter(r -> r.state() == BundleRow.State.UNTRUSTED).count();
    if (untrusted > 0) {
      lines.add(Texts.of("extractors.notice.untrusted", untrusted));
    }
    if (rows.stream().noneMatch(r -> r.bundle() != null) && bundles != null) {
      lines.add(Texts.of("extractors.notice.none"));
    }
    if (!unpinned.isEmpty()) {
      lines.add(Texts.of("extractors.notice.pins", unpinned.size()));
      unpinned.stream().limit(3).map(ExtractorsView::text).forEach(lines::add);
    }
    notice.setText(String.join("\n", lines));
    notice.setForeground(untrusted > 0 || !unpinned.isEmpty() ? theme.warning() : theme.dim());
    ((GridData) notice.getLayoutData()).exclude = lines.isEmpty();
    notice.setVisible(!lines.isEmpty());
    notice.getParent().layout();
  }

  private static String text(Pins.Difference difference) {
    if (difference.today() == null) {
      return Texts.of("pins.gone", difference.bundle(), difference.pinned().version());
    }
    if (difference.pinned() == null) {
      return Texts.of("pins.came", difference.bundle(), difference.today().version());
    }
    boolean same = difference.pinned().version().equals(difference.today().version());
    return Texts.of(
        same ? "pins.bytes" : "pins.version",
        difference.bundle(),
        difference.today().version(),
        difference.pinned().version());
  }

  private Optional<BundleRow> row() {
    TreeItem[] chosen = tree.getSelection();
    return chosen.length == 1 && chosen[0].getData() instanceof BundleRow row
        ? Optional.of(row)
        : Optional.empty();
  }

  private void selected() {
    details.show(row().orElse(null));
    workbench.refresh();
  }

  private Optional<PlugInBundle> bundle() {
    return row().map(BundleRow::bundle);
  }

  // ---- acting on a bundle

  boolean canToggle() {
    return bundle()
        .filter(
            b -> b.state() == PlugInBundle.State.ACTIVE || b.state() == PlugInBundle.State.STOPPED)
        .isPresent();
  }

  void toggle() {
    PlugInBundle bundle = bundle().orElseThrow();
    if (bundle.state() == PlugInBundle.State.STOPPED) {
      bundles.start(bundle);
    } else {
      bundles.stop(bundle);
    }
  }

  boolean canTrust() {
    return bundle().filter(b -> b.home() == PlugInBundle.Home.PROJECT).isPresent();
  }

  /** Asks whether a bundle of the project may run, or takes the yes back. */
  void trust() {
    PlugInBundle bundle = bundle().orElseThrow();
    trying(
        "extend.trust.failed",
        () -> {
          if (bundle.state() != PlugInBundle.State.UNTRUSTED) {
            bundles.distrust(bundle);
          } else if (confirm.test(question("extend.trust.ask", bundle.file()), "extend.yes")) {
            bundles.trust(bundle);
          }
        });
  }

  private static String question(String key, Path file) throws IOException {
    return Texts.of(key) + "\n\n" + BundleDetails.facts(file);
  }

  boolean canSwitchOn() {
    return row().filter(r -> r.plugIns().stream().anyMatch(ExtractorsView::isOff)).isPresent();
  }

  private static boolean isOff(BundleRow.Service service) {
    return service.state() == BundleRow.State.OFF;
  }

  void switchOn() {
    row().orElseThrow().plugIns().stream()
        .filter(ExtractorsView::isOff)
        .forEach(service -> session.pipeline().switchOn(service.plugIn()));
  }

  boolean canInstall() {
    return bundles != null;
  }

  boolean canUpdate() {
    return bundle().filter(b -> b.home() == PlugInBundle.Home.USER).isPresent();
  }

  /** Copies a file to the user's folder, after a yes. */
  void install(Path file) {
    trying(
        "extend.install.failed",
        () -> {
          if (confirm.test(question("extend.install.ask", file), "extend.yes")) {
            PlugInBundle installed = bundles.install(file);
            workbench.message(
                installed.message() == null
                    ? Texts.of("extend.installed", installed.name(), installed.version())
                    : Reports.inWords(installed.message()));
            choose(installed.file());
          }
        });
  }

  private void choose(Path file) {
    show();
    for (TreeItem item : tree.getItems()) {
      PlugInBundle bundle = ((BundleRow) item.getData()).bundle();
      if (bundle != null && bundle.file().equals(file)) {
        tree.setSelection(item);
      }
    }
    selected();
  }

  boolean canRemove() {
    return bundle().filter(b -> b.home() != PlugInBundle.Home.DEVELOPED).isPresent();
  }

  void remove() {
    PlugInBundle bundle = bundle().orElseThrow();
    trying(
        "extend.remove.failed",
        () -> {
          if (confirm.test(Texts.of("extend.remove.ask", bundle.file()), "extend.remove.yes")) {
            bundles.remove(bundle);
          }
        });
  }

  boolean canPin() {
    return session.isEditable();
  }

  /** Makes the bundles of today those that the project expects. */
  void pin() {
    trying(
        "extend.pin.failed",
        () -> {
          Pins today = Pins.today(session.pipeline());
          today.write(session.project().folder());
          workbench.message(Texts.of("extend.pinned", today.bundles().size(), Pins.FILE));
          comparePins();
          showNotice();
        });
  }

  private void comparePins() {
    try {
      Optional<Pins> pinned = Pins.read(session.project().folder());
      unpinned =
          pinned.isEmpty() ? List.of() : pinned.get().differences(Pins.today(session.pipeline()));
    } catch (IOException e) {
      unpinned = List.of();
      workbench.message(e.getMessage());
    }
  }

  // ---- before it is adopted

  boolean canTry() {
    return !trial.isRunning();
  }

  /** Runs the gold without a bundle and with it. */
  void tryFile(Path file) {
    jar(file)
        .ifPresent(
            jar -> {
              sides.setSelection(1);
              trial.run(jar);
            });
  }

  boolean canAdopt() {
    return bundles != null && trial.trial().isPresent();
  }

  void adopt() {
    install(trial.trial().orElseThrow().jar().file());
  }

  boolean canDiscard() {
    return trial.trial().isPresent();
  }

  void discard() {
    trial.clear();
    workbench.refresh();
  }

  /** Shows what another version of a bundle says about the record in focus. */
  void compare(Path file) {
    jar(file)
        .ifPresent(
            jar -> {
              sides.setSelection(2);
              versions.compare(jar);
            });
  }

  private Optional<PlugInJar> jar(Path file) {
    try {
      PlugInJar jar = PlugInJar.of(file);
      if (jar == null) {
        workbench.fail(Texts.of("extend.nobundle", file), null);
      }
      return Optional.ofNullable(jar);
    } catch (IOException e) {
      workbench.fail(Texts.of("extend.unreadable", file, e.getMessage()), e);
      return Optional.empty();
    }
  }

  // ---- asking

  /** Whom to ask in place of a person. */
  void askInstead(BiPredicate<String, String> other) {
    confirm = other;
  }

  private boolean ask(String question, String yes) {
    String[] answers = {Texts.of(yes), Texts.of("extend.no")};
    MessageDialog dialog =
        new MessageDialog(
            workbench.shell(),
            Texts.of("extractors"),
            null,
            question,
            MessageDialog.QUESTION,
            1,
            answers);
    return dialog.open() == 0;
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void trying(String failed, Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException e) {
      workbench.fail(Texts.of(failed, e.getMessage()), e);
    } catch (UncheckedIOException e) {
      workbench.fail(Texts.of(failed, e.getCause().getMessage()), e);
    }
  }
}
