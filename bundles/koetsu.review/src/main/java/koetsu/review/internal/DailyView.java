package koetsu.review.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koetsu.project.Event;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.workbench.View;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;

/** How much each reviewer did on each day, the latest first. */
final class DailyView implements View, ReviewListener {
  static final String SURFACE = ReviewCommands.EVERYWHERE + ".daily";
  private static final int PAUSE = 300;

  private final ReviewSession session;
  private final DailyProgress progress = new DailyProgress(ZoneId.systemDefault());
  private List<Map.Entry<DailyProgress.Day, DailyProgress.Count>> rows = List.of();
  private Listing listing;
  private Refresh refresh;
  private boolean read;

  DailyView(ReviewSession session) {
    this.session = session;
  }

  @Override
  public void create(Composite parent) {
    listing = new Listing(parent, session.workbench().theme(), SURFACE, this::fill);
    listing.column("daily.day", 140);
    listing.column("history.who", 120);
    listing.figures("daily.records", 90);
    listing.figures("daily.values", 90);
    listing.figures("daily.accepted", 90);
    listing.figures("daily.corrected", 90);
    listing.figures("daily.added", 90);
    listing.figures("daily.rejected", 90);
    // the last column takes what is left, and figures would go far away with it
    listing.column("daily.rest", 1);
    listing.whenEmpty(Texts.of("daily.empty"));
    refresh = new Refresh(parent, PAUSE, this::update);
    session.addListener(this);
    listing.show(Texts.of("daily.none"), 0, -1);
    readLog();
  }

  /** A log of years takes seconds to read; what comes later is a few events at a time. */
  private void readLog() {
    List<Event> events = session.project().events();
    session
        .workbench()
        .jobs()
        .run(
            Texts.of("daily.job"),
            job -> {
              progress.read(events);
              return events;
            },
            done -> {
              read = true;
              refresh.now();
            },
            failure -> session.workbench().fail(Texts.of("daily.failed"), failure));
  }

  @Override
  public void focus() {
    listing.focus();
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
    if (!read) {
      return;
    }
    progress.read(session.project().events());
    rows = List.copyOf(progress.days().entrySet());
    int values = rows.stream().mapToInt(row -> row.getValue().values()).sum();
    int records = rows.stream().mapToInt(row -> row.getValue().records()).sum();
    long days = rows.stream().map(row -> row.getKey().date()).distinct().count();
    listing.show(
        rows.isEmpty() ? Texts.of("daily.none") : Texts.of("daily.all", values, records, days),
        rows.size(),
        listing.selected());
  }

  private void fill(TableItem item, int row) {
    DailyProgress.Day day = rows.get(row).getKey();
    DailyProgress.Count count = rows.get(row).getValue();
    item.setText(
        new String[] {
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
              .withLocale(Locale.getDefault())
              .format(day.date()),
          day.reviewer(),
          Integer.toString(count.records()),
          Integer.toString(count.values()),
          Integer.toString(count.accepted()),
          Integer.toString(count.corrected()),
          Integer.toString(count.added()),
          Integer.toString(count.rejected())
        });
  }
}
