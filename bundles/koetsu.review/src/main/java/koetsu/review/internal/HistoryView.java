package koetsu.review.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import koetsu.api.record.FieldValue;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.HistoryStep;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;

/**
 * Who did what, when, and what the machine had said: of the record the person is at or of the whole
 * project, the latest first. Beside it the record as the chosen event left it, as it is, and as the
 * machine reads it. The window can show the time of an event, and the person's own edits can be
 * taken back to it.
 */
final class HistoryView implements View, ReviewListener {
  static final String SURFACE = ReviewCommands.EVERYWHERE + ".history";

  /** Steps that come one after the other are followed once; in milliseconds. */
  private static final int PAUSE = 80;

  private final ReviewSession session;
  private final Theme theme;
  private final EventText text;
  private boolean wholeProject;

  /** Events of the project, the first one first; empty where a record is shown. */
  private List<Event> events = List.of();

  /** Steps of the record, the first one first; empty where the project is shown. */
  private List<HistoryStep> steps = List.of();

  private Selection shown = Selection.NONE;
  private Listing listing;
  private Refresh refresh;
  private RecordComparison comparison;
  private Refresh comparing;

  HistoryView(ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
    this.text = new EventText(session);
  }

  @Override
  public void create(Composite parent) {
    SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
    listing = new Listing(halves, theme, SURFACE, this::fill);
    listing.column("history.time", 168);
    listing.column("history.who", 70);
    listing.column("history.act", 120);
    listing.column("history.where", 130);
    listing.column("history.effect");
    listing.column("history.machine");
    listing.table().addListener(SWT.Selection, e -> comparing.later());
    listing.table().addListener(SWT.DefaultSelection, e -> go());
    comparison = new RecordComparison(halves, session, text);
    halves.setWeights(60, 40);
    comparing = new Refresh(parent, PAUSE, this::compare);
    refresh = new Refresh(parent, PAUSE, this::update);
    session.addListener(this);
    refresh.later();
  }

  @Override
  public void focus() {
    listing.focus();
    refresh.now();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentChanged(String document) {
    refresh.later();
  }

  @Override
  public void selectionChanged(Selection selection, boolean reveal) {
    if (!wholeProject && !isShown(selection)) {
      refresh.later();
    }
  }

  private boolean isShown(Selection selection) {
    return Objects.equals(shown.document(), selection.document())
        && Objects.equals(shown.record(), selection.record());
  }

  private void update() {
    Optional<Event> chosen = chosen();
    Selection at = session.selection();
    boolean stays = wholeProject || isShown(at);
    shown = at;
    events = wholeProject ? session.project().events() : List.of();
    steps =
        wholeProject || at.record() == null
            ? List.of()
            : session.project().history(at.document(), at.record());
    int row = stays && chosen.isPresent() ? row(chosen.get()) : 0;
    String about =
        wholeProject
            ? Texts.of("history.project", events.size())
            : at.record() == null
                ? Texts.of("history.norecord")
                : Texts.of(
                    "history.record",
                    session.record().map(r -> ValueNames.of(r, session.profile())).orElse(""),
                    steps.size());
    listing.whenEmpty(
        Texts.of(
            wholeProject
                ? "history.empty.project"
                : at.record() == null ? "history.norecord" : "history.empty.record"));
    listing.show(about, size(), Math.max(row, 0));
    compare();
  }

  private int size() {
    return wholeProject ? events.size() : steps.size();
  }

  private Event event(int row) {
    int at = size() - 1 - row;
    return wholeProject ? events.get(at) : steps.get(at).event();
  }

  /** The change that a row shows: the record's own, or the first one of an event. */
  private Optional<Change> change(int row) {
    return wholeProject
        ? event(row).changes().stream()
            .reduce((first, next) -> weight(next) > weight(first) ? next : first)
        : Optional.of(steps.get(size() - 1 - row).change());
  }

  /** That a record was taken up says less than what was decided on it. */
  private static int weight(Change change) {
    return change instanceof Change.OfRecord record && record.before() == null ? 0 : 1;
  }

  private int row(Event event) {
    for (int row = 0; row < Math.min(size(), 1000); row++) {
      if (event(row).id().equals(event.id())) {
        return row;
      }
    }
    return 0;
  }

  private Optional<Event> chosen() {
    int row = listing.selected();
    return row < 0 || row >= size() ? Optional.empty() : Optional.of(event(row));
  }

  private void fill(TableItem item, int row) {
    Event event = event(row);
    Optional<Change> change = change(row);
    int changes = wholeProject ? event.changes().size() : 1;
    String act =
        changes > 1
            ? Texts.of("history.several", EventText.act(event), changes)
            : change.map(c -> EventText.act(event, c)).orElse(EventText.act(event));
    boolean counted = wholeProject || steps.get(size() - 1 - row).counted();
    item.setText(
        new String[] {
          EventText.time(event),
          event.id().reviewer(),
          counted ? act : Texts.of("history.refused", act),
          change.map(c -> wholeProject ? where(c) : text.part(c)).orElse(""),
          change.map(text::effect).orElse(""),
          change.map(text::machine).orElse("")
        });
    item.setForeground(0, theme.dim());
    item.setForeground(5, theme.dim());
  }

  private String where(Change change) {
    return text.part(change)
        + " · "
        + change.document().name()
        + (change.record() == null ? "" : " " + change.record());
  }

  private void compare() {
    int row = listing.selected();
    if (row < 0 || row >= size()) {
      comparison.clear();
      return;
    }
    Optional<Change> change = change(row).filter(c -> c.record() != null);
    if (change.isPresent()) {
      String record = wholeProject ? change.get().record() : shown.record();
      comparison.show(event(row), change.get().document().name(), record);
    } else {
      comparison.clear();
    }
  }

  /** Shows the whole project instead of one record, or the other way round. */
  void switchScope() {
    wholeProject = !wholeProject;
    listing.show("", 0, -1);
    refresh.now();
  }

  /** Lets the window show the time right after the chosen event. */
  void showThen() {
    chosen().ifPresent(event -> session.showAsOf(event.id()));
  }

  /**
   * Takes back, or makes again, the person's own edits until those up to the chosen event count.
   */
  void returnThere() {
    chosen().ifPresent(event -> session.returnTo(event.id()));
  }

  boolean hasChoice() {
    return listing.selected() >= 0;
  }

  boolean canReturn() {
    return hasChoice() && session.isEditable();
  }

  /** Goes to where the chosen event was made. */
  void go() {
    change(listing.selected())
        .ifPresent(
            change -> {
              FieldValue value =
                  change instanceof Change.OfValue of
                      ? of.after() == null ? of.before() : of.after()
                      : null;
              session.reveal(
                  change.document().name(),
                  change.record(),
                  change instanceof Change.OfValue of ? of.field() : null,
                  value == null || value.spans().isEmpty() ? null : value.spans().get(0));
            });
  }
}
