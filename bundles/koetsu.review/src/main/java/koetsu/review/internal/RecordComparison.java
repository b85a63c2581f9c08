package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.project.Event;
import koetsu.project.ProjectException;
import koetsu.review.ReviewSession;
import koetsu.workbench.Theme;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;

/**
 * What differs in a record, field by field, between how an event left it, how it is now, and how
 * the machine reads it.
 */
final class RecordComparison {
  /**
   * @param machine what the machine reads, or null where it says nothing about it
   */
  private record Row(String field, String then, String now, String machine) {
    boolean isSame() {
      return then.equals(now) && (machine == null || machine.equals(now));
    }
  }

  private final ReviewSession session;
  private final EventText text;
  private final Theme theme;
  private final Listing listing;
  private List<Row> rows = List.of();

  RecordComparison(Composite parent, ReviewSession session, EventText text) {
    this.session = session;
    this.text = text;
    this.theme = session.workbench().theme();
    listing = new Listing(parent, theme, HistoryView.SURFACE + ".comparison", this::fill);
    listing.column("comparison.field", 80);
    listing.column("comparison.then");
    listing.column("comparison.now");
    listing.column("comparison.machine");
  }

  void clear() {
    rows = List.of();
    listing.whenEmpty("");
    listing.show("", 0, -1);
  }

  /**
   * @param event what had happened last
   * @param id of the record
   */
  void show(Event event, String document, String id) {
    Optional<ParsedRecord> then;
    try {
      then = session.project().asOf(event.id()).record(document, id);
    } catch (ProjectException gone) {
      // another program changed the log while the window is open; opening it again will tell
      then = Optional.empty();
    }
    Optional<ParsedRecord> now =
        session.project().document(document).flatMap(state -> state.record(id));
    List<Row> found = new ArrayList<>();
    add(
        found,
        Texts.of("comparison.state"),
        then.map(EventText::state).orElse(""),
        now.map(EventText::state).orElse(""),
        null);
    for (FieldDefinition field : session.profile().fields()) {
      add(
          found,
          text.field(field.id()),
          values(field, then),
          values(field, now),
          machine(document, field, now));
    }
    rows = found;
    listing.whenEmpty(Texts.of("comparison.same"));
    listing.show(Texts.of("comparison.heading", EventText.time(event)), rows.size(), -1);
  }

  private static void add(List<Row> rows, String field, String then, String now, String machine) {
    Row row = new Row(field, then, now, machine);
    if (!row.isSame()) {
      rows.add(row);
    }
  }

  private String values(FieldDefinition field, Optional<ParsedRecord> record) {
    return record.map(r -> r.live(field.id())).orElse(List.of()).stream()
        .map(v -> text.value(field.id(), v))
        .collect(Collectors.joining(" / "));
  }

  /** What the machine says, or had said where a decision stands; null for a blind record. */
  private String machine(String document, FieldDefinition field, Optional<ParsedRecord> now) {
    if (now.isEmpty() || ReviewSession.hidesMachine(now.get())) {
      return null;
    }
    List<String> said = new ArrayList<>();
    for (FieldValue value : now.get().values(field.id())) {
      (value.status() == Status.MACHINE
              ? Optional.of(value)
              : session.project().machineValue(document, now.get().id(), field.id(), value))
          .map(v -> text.value(field.id(), v))
          .ifPresent(said::add);
    }
    return String.join(" / ", said);
  }

  private void fill(TableItem item, int index) {
    Row row = rows.get(index);
    String machine = row.machine() == null ? "" : row.machine();
    item.setText(new String[] {row.field(), row.then(), row.now(), machine});
    item.setForeground(0, theme.dim());
    if (!row.then().equals(row.now())) {
      item.setBackground(1, theme.current());
      item.setBackground(2, theme.current());
    }
    if (!machine.equals(row.now())) {
      item.setForeground(3, theme.warning());
    }
  }
}
