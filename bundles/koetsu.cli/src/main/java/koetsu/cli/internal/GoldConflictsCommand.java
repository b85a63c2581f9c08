package koetsu.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.project.Conflict;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "conflicts",
    description = {
      "Lists what reviewers decided differently without knowing of each other, and settles it.",
      "Of two decisions the earlier one stands until somebody settles the conflict. Exit code 1 as"
          + " long as there is any."
    })
final class GoldConflictsCommand implements Callable<Integer> {

  /** Which of the two decisions counts. */
  enum Winner {
    STANDING,
    REFUSED
  }

  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;

  @Option(
      names = "--settle",
      paramLabel = "ID",
      description = "Settle the conflict with this id, as the list shows it.")
  private String id;

  @Option(
      names = "--take",
      paramLabel = "WHICH",
      description = "The decision that is to count: standing or refused.")
  private Winner winner;

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "Who settles it; by default you, by your account's name.")
  private String reviewer;

  GoldConflictsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if ((id == null) != (winner == null)) {
      throw new UserException("--settle needs --take, and the other way round");
    }
    try (Project opened =
        id == null ? session.read(project.folder) : session.write(project.folder, reviewer)) {
      if (id != null) {
        Conflict conflict =
            opened.conflicts().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(
                    () -> new UserException("there is no open conflict with the id " + id));
        opened.settle(conflict, winner == Winner.REFUSED);
      }
      List<Conflict> open = opened.conflicts();
      open.forEach(this::tell);
      session.say(
          open.isEmpty()
              ? "no conflicts"
              : open.size() + (open.size() == 1 ? " conflict" : " conflicts"));
      return open.isEmpty() ? Session.DONE : Session.FINDINGS;
    }
  }

  private void tell(Conflict conflict) {
    session.say(conflict.id());
    session.say(
        "  "
            + conflict.document()
            + (conflict.record() == null ? "" : ", " + conflict.record())
            + ", "
            + (conflict.field() == null
                ? conflict.aspect().name().toLowerCase(Locale.ROOT)
                : conflict.field()));
    session.say("  standing: " + decision(conflict.aspect(), conflict.standing()));
    session.say("  refused:  " + decision(conflict.aspect(), conflict.refused()));
  }

  private static String decision(Conflict.Aspect aspect, Conflict.Decision decision) {
    String by =
        decision.event() == null
            ? "the machine"
            : decision.event().reviewer() + ", " + decision.time();
    return what(aspect, decision) + ", " + by;
  }

  private static String what(Conflict.Aspect aspect, Conflict.Decision decision) {
    FieldValue value = decision.value();
    if (value != null) {
      return value.value()
          + " ("
          + value.status().name().toLowerCase(Locale.ROOT)
          + (value.spans().isEmpty() ? "" : " at " + places(value.spans()))
          + ")";
    }
    ParsedRecord record = decision.record();
    if (record == null) {
      return "taken away";
    }
    return switch (aspect) {
      case KIND -> record.kind();
      case PARENT -> record.parent() == null ? "part of none" : "part of " + record.parent();
      case EXTENT -> "at " + places(record.spans());
      case SECTIONS ->
          record.sections().stream()
              .map(s -> s.type() + " at " + places(s.body().isEmpty() ? s.heading() : s.body()))
              .collect(Collectors.joining("; "));
      case VALUE, RECORD, EDITION ->
          record.kind()
              + " at "
              + places(record.spans())
              + ", "
              + record.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  /** Code points, as in the gold files. */
  private static String places(List<Span> spans) {
    return spans.stream()
        .map(s -> "[" + s.begin() + ", " + s.end() + ")")
        .collect(Collectors.joining(" "));
  }
}
