package koetsu.review.internal;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.project.Conflict;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;

/**
 * What reviewers decided differently without knowing of each other: one key says whose decision
 * counts. The conflicts are looked for off the display's thread, once somebody looks.
 */
final class ConflictsView implements View, ReviewListener {
  static final String SURFACE = ReviewCommands.EVERYWHERE + ".conflicts";

  /** Edits that come one after the other are looked at once; in milliseconds. */
  private static final int PAUSE = 80;

  private final ReviewSession session;
  private final EventText text;
  private List<Conflict> rows = List.of();

  /** Whether {@link #rows} may be out of date. */
  private boolean stale = true;

  private Listing listing;
  private Refresh refresh;

  ConflictsView(ReviewSession session) {
    this.session = session;
    this.text = new EventText(session);
  }

  @Override
  public void create(Composite parent) {
    listing = new Listing(parent, session.workbench().theme(), SURFACE, this::fill);
    listing.column("conflicts.document", 120);
    listing.column("conflicts.record", 220);
    listing.column("conflicts.about", 120);
    listing.column("conflicts.standing");
    listing.column("conflicts.refused");
    listing.table().addListener(SWT.Selection, e -> follow());
    listing.table().addListener(SWT.DefaultSelection, e -> go());
    refresh = new Refresh(parent, PAUSE, this::update);
    session.addListener(this);
    listing.show(Texts.of("conflicts.wait"), 0, -1);
    refresh.later();
  }

  @Override
  public void focus() {
    listing.focus();
    refresh.later();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentChanged(String document) {
    stale = true;
    refresh.later();
  }

  private void update() {
    if (!stale) {
      return;
    }
    stale = false;
    session
        .workbench()
        .jobs()
        .run(
            Texts.of("job.conflicts"),
            progress -> session.project().conflicts(),
            this::show,
            failure ->
                session
                    .workbench()
                    .fail(Texts.of("conflicts.failed", failure.getMessage()), failure));
  }

  private void show(List<Conflict> found) {
    if (listing.root().isDisposed()) {
      return;
    }
    int selected = Math.max(0, listing.selected());
    rows = found;
    listing.whenEmpty(Texts.of("conflicts.empty"));
    listing.show(
        rows.isEmpty() ? Texts.of("conflicts.none") : Texts.of("conflicts.some", rows.size()),
        rows.size(),
        selected);
  }

  private void fill(TableItem item, int row) {
    Conflict conflict = rows.get(row);
    item.setText(
        new String[] {
          conflict.document(),
          name(conflict),
          conflict.field() == null
              ? Texts.of("conflict." + conflict.aspect().name().toLowerCase(Locale.ROOT))
              : text.field(conflict.field()),
          decision(conflict, conflict.standing()),
          decision(conflict, conflict.refused())
        });
  }

  private String name(Conflict conflict) {
    ParsedRecord decided =
        conflict.standing().record() != null
            ? conflict.standing().record()
            : conflict.refused().record();
    return session
        .document(conflict.document())
        .flatMap(OpenDocument::ready)
        .flatMap(d -> d.record(conflict.record()))
        .or(() -> Optional.ofNullable(decided))
        .map(r -> ValueNames.of(r, session.profile()))
        .filter(name -> !name.isEmpty())
        .orElse(conflict.record());
  }

  private String decision(Conflict conflict, Conflict.Decision decision) {
    String who =
        decision.event() == null
            ? Texts.of("conflict.machine")
            : Texts.of(
                "conflict.by",
                decision.event().reviewer(),
                Texts.of("time", Date.from(decision.time())));
    return what(conflict, decision) + " – " + who;
  }

  private String what(Conflict conflict, Conflict.Decision decision) {
    FieldValue value = decision.value();
    ParsedRecord record = decision.record();
    if (value != null) {
      return text.value(conflict.field(), value)
          + " ("
          + Glyphs.text(value)
          + (samePlace(conflict) ? "" : ", " + text.place(conflict.document(), value.spans()))
          + ")";
    }
    if (record == null) {
      return Texts.of("conflict.gone");
    }
    return switch (conflict.aspect()) {
      case KIND -> text.kind(record.kind());
      case PARENT -> record.parent() == null ? "–" : record.parent();
      case EXTENT -> text.place(conflict.document(), record.spans());
      case SECTIONS -> sections(conflict, record);
      case VALUE, RECORD, EDITION -> text.kind(record.kind()) + ", " + EventText.state(record);
    };
  }

  private static boolean samePlace(Conflict conflict) {
    FieldValue one = conflict.standing().value();
    FieldValue other = conflict.refused().value();
    return one == null || other == null || one.spans().equals(other.spans());
  }

  /** The sections that only one of the two has like that. */
  private String sections(Conflict conflict, ParsedRecord record) {
    ParsedRecord other =
        record == conflict.standing().record()
            ? conflict.refused().record()
            : conflict.standing().record();
    return record.sections().stream()
        .filter(s -> other == null || !other.sections().contains(s))
        .map(s -> text.section(s.type()) + " " + text.place(conflict.document(), s.body()))
        .collect(Collectors.joining("; "));
  }

  boolean hasChoice() {
    return listing.selected() >= 0;
  }

  boolean canSettle() {
    return hasChoice() && session.isEditable();
  }

  /**
   * Settles the chosen conflict.
   *
   * @param refused whether the decision that does not stand shall count
   */
  void settle(boolean refused) {
    Conflict conflict = rows.get(listing.selected());
    if (session.settle(conflict, refused)) {
      // the next one takes its place at once; the full list follows
      show(rows.stream().filter(c -> !c.equals(conflict)).toList());
      if (hasChoice()) {
        follow();
      }
    }
  }

  /** Goes to what the chosen conflict is about and takes the keyboard along. */
  void go() {
    follow();
    Sources.find(session.workbench(), rows.get(listing.selected()).document())
        .ifPresent(SourceView::focus);
  }

  /** Shows what the chosen conflict is about. */
  private void follow() {
    Conflict conflict = rows.get(listing.selected());
    FieldValue value = conflict.standing().value();
    session.reveal(
        conflict.document(),
        conflict.record(),
        conflict.field(),
        value == null || value.spans().isEmpty() ? null : value.spans().get(0));
  }
}
