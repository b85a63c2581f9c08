package koetsu.cli.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "log",
    description = {
      "Lists who changed what, when, and from which value of the machine's.",
      "The first word of an entry is its id, which `koetsu gold export --as-of` takes."
    })
final class GoldLogCommand implements Callable<Integer> {
  private static final int QUOTED = 60;

  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;

  @Option(
      names = "--document",
      paramLabel = "NAME",
      description = "Only what concerns this document.")
  private String document;

  @Option(names = "--record", paramLabel = "ID", description = "Only what concerns this record.")
  private String record;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "At most so many events; by default ${DEFAULT-VALUE}.",
      defaultValue = "20")
  private int last;

  GoldLogCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (Project opened = session.read(project.folder)) {
      List<Event> events = opened.events();
      Deque<Event> shown = new ArrayDeque<>();
      for (int i = events.size() - 1; i >= 0 && shown.size() < last; i--) {
        Event event = events.get(i);
        if (event.changes().stream().anyMatch(this::concerns)
            || event.changes().isEmpty() && document == null && record == null) {
          shown.push(event);
        }
      }
      shown.forEach(this::tell);
    }
    return Session.DONE;
  }

  private boolean concerns(Change change) {
    return (document == null || document.equals(change.document().name()))
        && (record == null || record.equals(change.record()));
  }

  private void tell(Event event) {
    session.say(
        event.id()
            + "  "
            + event.time()
            + "  "
            + event.type()
            + (event.of() == null ? "" : " " + event.of()));
    event.changes().stream().filter(this::concerns).forEach(c -> session.say("  " + text(c)));
  }

  private static String text(Change change) {
    String where =
        change.document().name() + (change.record() == null ? "" : ", " + change.record());
    if (change instanceof Change.OfValue value) {
      FieldValue said = value.machine();
      return where
          + ", "
          + value.field()
          + ": "
          + text(value.before())
          + " → "
          + text(value.after())
          + (said == null || Objects.equals(said, value.before())
              ? ""
              : ", machine: " + text(said));
    }
    if (change instanceof Change.OfRecord of) {
      return where
          + (of.before() == null
              ? ": taken up"
              : of.after() == null
                  ? ": let go"
                  : ": "
                      + of.before().state().name().toLowerCase(Locale.ROOT)
                      + " → "
                      + of.after().state().name().toLowerCase(Locale.ROOT));
    }
    if (change instanceof Change.OfNote note) {
      return where
          + ", note: "
          + (note.after() == null
              ? "taken away"
              : Table.shortened(note.after().text().replace('\n', ' '), QUOTED));
    }
    if (change instanceof Change.OfRegion region) {
      return where
          + (region.after() == null
              ? ": records may be in " + place(region.before())
              : ": no record in " + place(region.after()));
    }
    if (change instanceof Change.OfEdition edition) {
      return where + ": edition " + edition.before().sha256() + " → " + edition.after().sha256();
    }
    if (change instanceof Change.OfConflict conflict) {
      return where
          + ": conflict "
          + conflict.conflict()
          + (conflict.settled() ? " settled" : " open again");
    }
    return where + ": something that only a newer Koetsu knows";
  }

  private static String place(Span span) {
    return "[" + span.begin() + ", " + span.end() + ")";
  }

  private static String text(FieldValue value) {
    return value == null
        ? "∅"
        : Table.shortened(value.value().toString(), QUOTED)
            + " ("
            + value.status().name().toLowerCase(Locale.ROOT)
            + (value.extractor() == null ? "" : ", " + value.extractor())
            + ")";
  }
}
