package koetsu.cli.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.project.Project;
import koetsu.project.SourceFile;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Counts a project's gold, document by document.")
final class GoldStatusCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;

  GoldStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Table table =
        new Table(
            "document", "reviewed", "locked", "accepted", "corrected", "added", "empty fields");
    try (Project opened = session.read(project.folder)) {
      Map<String, RecordFile> gold =
          opened.gold().stream()
              .collect(Collectors.toMap(f -> f.document().name(), Function.identity()));
      for (SourceFile source : opened.sources()) {
        RecordFile file = gold.get(source.name());
        row(table, source.name(), file == null ? List.of() : file.records());
      }
      row(table, "all", gold.values().stream().flatMap(f -> f.records().stream()).toList());
      opened.warnings().forEach(session::complain);
    }
    table.print(session.terminal().out());
    return Session.DONE;
  }

  private static void row(Table table, String document, Collection<ParsedRecord> records) {
    table.row(
        document,
        count(records, RecordState.REVIEWED),
        count(records, RecordState.LOCKED),
        count(records, Status.ACCEPTED),
        count(records, Status.CORRECTED),
        count(records, Status.ADDED),
        String.valueOf(
            records.stream()
                .flatMap(r -> r.fields().values().stream())
                .filter(List::isEmpty)
                .count()));
  }

  private static String count(Collection<ParsedRecord> records, RecordState state) {
    return String.valueOf(records.stream().filter(r -> r.state() == state).count());
  }

  private static String count(Collection<ParsedRecord> records, Status status) {
    return String.valueOf(
        records.stream()
            .flatMap(r -> r.fields().values().stream())
            .flatMap(List::stream)
            .filter(v -> v.status() == status)
            .count());
  }
}
