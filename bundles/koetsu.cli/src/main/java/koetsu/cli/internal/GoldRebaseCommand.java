package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.project.Project;
import koetsu.project.drift.Anchor;
import koetsu.project.drift.Outcome;
import koetsu.project.drift.Placement;
import koetsu.project.drift.Rebase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rebase",
    description = {
      "Finds where the decisions on one edition of a document belong in a new one.",
      "Prints what became of every place, and the places that a person should look at. Exit code 1"
          + " as long as something waits for --apply."
    })
final class GoldRebaseCommand implements Callable<Integer> {
  private static final int QUOTED = 40;

  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description =
          "A new edition of the document with this name, which it takes the place of; may be given"
              + " several times.")
  private List<Path> files = List.of();

  @Option(
      names = "--apply",
      description =
          "Move the decisions. A record with a place to look at is under review again, with a note"
              + " at each value that reads differently; undo takes it all back.")
  private boolean apply;

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "Who moves them; by default you, by your account's name.")
  private String reviewer;

  GoldRebaseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    boolean writes = apply || !files.isEmpty();
    int exitCode = Session.DONE;
    try (Project opened =
        writes ? session.write(project.folder, reviewer) : session.read(project.folder)) {
      for (Path file : files) {
        opened.replaceSource(file);
      }
      Table table = new Table("document", "exact", "moved", "changed", "lost", "to look at");
      boolean any = false;
      for (SourceDocument document : Sources.load(session, opened)) {
        Optional<Rebase> rebase = opened.drift(document);
        if (rebase.isPresent()) {
          any = true;
          row(table, document.name(), rebase.get());
          rebase.get().asking().forEach(p -> tell(p, document));
          if (apply) {
            opened.rebase(rebase.get(), document);
          } else {
            exitCode = Session.FINDINGS;
          }
        }
      }
      if (!any) {
        session.say("every decision is about the edition in sources/");
      } else {
        table.print(session.terminal().out());
        session.say(
            apply
                ? "moved; records with places to look at are under review again"
                : "nothing was moved; --apply does it");
      }
      opened.warnings().forEach(session::complain);
    }
    return exitCode;
  }

  private static void row(Table table, String document, Rebase rebase) {
    table.row(
        document,
        "" + rebase.count(Outcome.EXACT),
        "" + rebase.count(Outcome.MOVED),
        "" + rebase.count(Outcome.CHANGED),
        "" + rebase.count(Outcome.LOST),
        "" + rebase.asking().size());
  }

  private void tell(Placement placement, SourceDocument document) {
    Anchor anchor = placement.anchor();
    String what =
        anchor.field() == null
            ? anchor.part().name().toLowerCase(Locale.ROOT)
            : anchor.field() + "[" + anchor.index() + "]";
    session.say(
        document.name()
            + (anchor.record() == null ? "" : ", " + anchor.record())
            + ", "
            + what
            + ": "
            + placement.outcome().name().toLowerCase(Locale.ROOT)
            + String.format(Locale.ROOT, " (%.2f)", placement.score())
            + place(placement.spans(), document));
  }

  private static String place(List<Span> spans, SourceDocument document) {
    if (spans.isEmpty()) {
      return "";
    }
    Span first = spans.get(0);
    String text = document.slice(first.cover(spans.get(spans.size() - 1)));
    return ", line "
        + Sources.line(document, first.begin())
        + ": "
        + Table.shortened(text.replace('\n', '⏎'), QUOTED);
  }
}
