package koetsu.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "verify",
    description =
        "Holds a project's gold against its documents, its log and the profile; exit code 1 where"
            + " they disagree.")
final class GoldVerifyCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;

  GoldVerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Outcome outcome = new Outcome(session);
    int records = 0;
    try (Project opened = session.read(project.folder)) {
      opened.warnings().forEach(outcome::found);
      GoldCheck check = new GoldCheck(opened, session.pipelines().get());
      for (RecordFile gold : opened.gold()) {
        records += gold.records().size();
        Path file = opened.folder().resolve("gold").resolve(gold.fileName());
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), gold.toBytes())) {
          outcome.found(
              file
                  + " is not what the log says; nobody should write there; opening the project for"
                  + " writing makes it anew");
        }
        check.faults(gold).forEach(f -> outcome.found(file + ": " + f));
      }
    }
    if (outcome.exitCode() == Session.DONE) {
      session.say(records + " gold records agree with their documents, the log and the profile");
    }
    return outcome.exitCode();
  }
}
