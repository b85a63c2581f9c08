package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.project.DocumentState;
import koetsu.project.SourceFile;
import koetsu.project.drift.Anchor;
import koetsu.project.drift.Outcome;
import koetsu.project.drift.Placement;
import koetsu.project.drift.Rebase;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;

/**
 * What became of every place that was decided on in an older edition of a document: exact, moved,
 * changed or lost, how sure that is, how it read and how it reads. What has to be looked at comes
 * first, the least sure before the others; one key confirms it, one moves all decisions.
 */
final class EditionsView implements View, ReviewListener {
  static final String SURFACE = ReviewCommands.EVERYWHERE + ".editions";
  private static final int PAUSE = 80;
  private static final int LONGEST = 120;

  private record Row(String document, Placement placement) {}

  private final ReviewSession session;
  private final Theme theme;
  private final EventText text;

  /** The proposals as far as the person has confirmed them, by document. */
  private final Map<String, Rebase> rebases = new HashMap<>();

  /** The editions that the proposals come from, as far as they are read, by digest. */
  private final Map<String, SourceDocument> old = new HashMap<>();

  private final Set<String> asked = new HashSet<>();

  private List<Row> rows = List.of();
  private Listing listing;
  private Refresh refresh;

  EditionsView(ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
    this.text = new EventText(session);
  }

  @Override
  public void create(Composite parent) {
    listing = new Listing(parent, theme, SURFACE, this::fill);
    listing.column("editions.document", 150);
    listing.column("editions.record", 190);
    listing.column("editions.part", 110);
    listing.column("editions.outcome", 110);
    listing.column("editions.score", 60);
    listing.column("editions.before");
    listing.column("editions.after");
    listing.column("editions.line", 60);
    listing.table().addListener(SWT.Selection, e -> follow());
    listing.table().addListener(SWT.DefaultSelection, e -> go());
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

  private void update() {
    Map<String, Rebase> now = new HashMap<>();
    for (OpenDocument open : session.documents()) {
      session
          .project()
          .drift(open.name())
          .ifPresent(
              proposed -> {
                Rebase confirmed = rebases.get(open.name());
                boolean same =
                    confirmed != null
                        && confirmed.from().equals(proposed.from())
                        && confirmed.to().equals(proposed.to())
                        && confirmed.placements().size() == proposed.placements().size();
                now.put(open.name(), same ? confirmed : proposed);
              });
    }
    rebases.clear();
    rebases.putAll(now);
    rebases.values().forEach(this::readOld);
    show(Math.max(0, listing.selected()));
  }

  /** Reads the edition that a proposal comes from, for how its places read. */
  private void readOld(Rebase rebase) {
    Optional<SourceFile> file = session.project().edition(rebase.from());
    if (file.isEmpty() || !asked.add(rebase.from().sha256())) {
      return;
    }
    session
        .workbench()
        .jobs()
        .run(
            Texts.of("job.read", rebase.from().name()),
            progress -> session.load(file.get()),
            source -> {
              old.put(rebase.from().sha256(), source);
              if (!listing.root().isDisposed()) {
                listing.table().clearAll();
              }
            },
            failure -> session.workbench().fail(failure.getMessage(), failure));
  }

  private void show(int selected) {
    List<Row> found = new ArrayList<>();
    rebases.keySet().stream()
        .sorted()
        .forEach(
            document ->
                rebases.get(document).placements().stream()
                    .sorted(
                        Comparator.comparing((Placement p) -> !p.asks())
                            .thenComparing(p -> p.asks() ? p.score() : 0))
                    .forEach(p -> found.add(new Row(document, p))));
    rows = found;
    listing.whenEmpty(Texts.of("editions.empty.hint"));
    listing.show(heading(), rows.size(), selected);
  }

  private String heading() {
    if (rebases.isEmpty()) {
      return Texts.of("editions.none");
    }
    List<String> parts = new ArrayList<>();
    rebases.keySet().stream()
        .sorted()
        .forEach(
            document -> {
              Rebase rebase = rebases.get(document);
              parts.add(
                  Texts.of(
                      "editions.some",
                      document,
                      rebase.count(Outcome.EXACT),
                      rebase.count(Outcome.MOVED),
                      rebase.count(Outcome.CHANGED),
                      rebase.count(Outcome.LOST),
                      rebase.asking().size()));
            });
    return String.join("   ", parts);
  }

  private void fill(TableItem item, int index) {
    Row row = rows.get(index);
    Placement placement = row.placement();
    Anchor anchor = placement.anchor();
    Optional<SourceDocument> now = state(row).map(DocumentState::document);
    SourceDocument before = old.get(rebases.get(row.document()).from().sha256());
    item.setText(
        new String[] {
          row.document(),
          anchor.record() == null ? "" : record(row),
          anchor.field() == null
              ? Texts.of("editions." + anchor.part().name().toLowerCase(Locale.ROOT))
              : text.field(anchor.field()),
          Texts.of("outcome." + placement.outcome().name().toLowerCase(Locale.ROOT)),
          Texts.of("confidence.short", placement.score()),
          before == null ? "" : printed(before, anchor.spans()),
          now.map(source -> printed(source, placement.spans())).orElse(""),
          now.filter(source -> !placement.spans().isEmpty())
              .map(source -> "" + (source.lineAt(placement.spans().get(0).begin()).number() + 1))
              .orElse("")
        });
    item.setForeground(
        3,
        placement.outcome() == Outcome.LOST
            ? theme.error()
            : placement.asks() ? theme.warning() : theme.dim());
    item.setImage(
        0,
        placement.asks()
            ? session.workbench().icons().image("doubt", theme.warning())
            : session.workbench().icons().image("accept", theme.good()));
  }

  private Optional<DocumentState> state(Row row) {
    return session.document(row.document()).flatMap(OpenDocument::ready);
  }

  private String record(Row row) {
    String id = row.placement().anchor().record();
    return state(row)
        .flatMap(d -> d.record(id))
        .map(r -> ValueNames.of(r, session.profile()))
        .filter(name -> !name.isEmpty())
        .orElse(id);
  }

  private static String printed(SourceDocument source, List<Span> spans) {
    if (spans.isEmpty() || spans.get(spans.size() - 1).end() > source.length()) {
      return "";
    }
    Span all = spans.get(0).cover(spans.get(spans.size() - 1));
    boolean whole = all.length() <= LONGEST;
    Span part = whole ? all : new Span(all.begin(), all.begin() + LONGEST);
    return source.slice(part).replaceAll("\\R", "⏎") + (whole ? "" : "…");
  }

  boolean hasChoice() {
    return listing.selected() >= 0;
  }

  boolean canConfirm() {
    return hasChoice() && session.isEditable();
  }

  /** Says that the chosen place is right, and goes to the next one to look at. */
  void confirm() {
    confirm(chosen().placement().spans());
  }

  /** Says that what stood at the chosen place is nowhere any more. */
  void lose() {
    confirm(List.of());
  }

  /** Says that what stood at the chosen place is where the text is selected. */
  void take(Span selected) {
    confirm(List.of(selected));
  }

  private Row chosen() {
    return rows.get(listing.selected());
  }

  private void confirm(List<Span> spans) {
    Row shown = chosen();
    rebases.computeIfPresent(
        shown.document(), (document, rebase) -> rebase.confirmed(shown.placement(), spans));
    int row = listing.selected();
    show(row);
    // what was to be looked at has left its row to the next one
    boolean last = shown.placement().asks() && !rows.get(row).placement().asks();
    select(last ? 0 : row);
  }

  private void select(int row) {
    listing.table().setSelection(row);
    if (rows.get(row).placement().asks()) {
      follow();
    }
  }

  /** Name of the document of the chosen place. */
  String document() {
    return chosen().document();
  }

  /** Moves the decisions on the chosen place's document to its new edition. */
  void move() {
    session.rebase(rebases.get(document()));
    refresh.now();
  }

  /** Goes to where the chosen place is now and takes the keyboard along. */
  void go() {
    follow();
    Sources.find(session.workbench(), document()).ifPresent(SourceView::focus);
  }

  /** Shows where the chosen place is now. */
  private void follow() {
    Row row = chosen();
    Placement placement = row.placement();
    session.reveal(
        row.document(),
        placement.anchor().record(),
        placement.anchor().field(),
        placement.spans().isEmpty() ? null : placement.spans().get(0));
    if (!placement.spans().isEmpty()) {
      Sources.show(session.workbench(), row.document(), placement.spans().get(0));
    }
  }
}
