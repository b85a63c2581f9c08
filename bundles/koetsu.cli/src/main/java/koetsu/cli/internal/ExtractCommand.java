package koetsu.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import koetsu.pipeline.Input;
import koetsu.pipeline.RunOptions;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "extract", description = "Reads documents and writes NAME.records.jsonl for each.")
final class ExtractCommand implements Callable<Integer> {
  /** What stands for standard input or output where a path is expected. */
  static final String STREAM = "-";

  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private MachineOptions machine;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write to, made where it is missing; - is standard output.",
      defaultValue = ".",
      showDefaultValue = Help.Visibility.ALWAYS)
  private String out;

  @Option(
      names = "--encoding",
      paramLabel = "E",
      description = "Encoding of every input, for example CP932; by default it is detected.")
  private String encoding;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "Files, folders (with all folders below, hidden files left out), or - for standard"
              + " input.")
  private List<String> inputs;

  ExtractCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    int jobs = machine.jobs();
    RunOptions options = machine.runOptions();
    Outcome outcome = new Outcome(session);
    List<Input> all = new ArrayList<>();
    Set<Path> projects = new LinkedHashSet<>();
    for (String input : inputs) {
      if (input.equals(STREAM)) {
        all.add(Input.of(session.terminal().in(), encoding));
      } else {
        ProjectPlugIns.project(Path.of(input)).ifPresent(projects::add);
        Input.files(Path.of(input), outcome::failed)
            .forEach(file -> all.add(Input.of(file, encoding)));
      }
    }
    Input.requireDistinctNames(all);
    if (projects.size() > 1) {
      throw new UserException(
          "the inputs lie in several projects, which may have plug-ins of their own; extract one"
              + " project at a time");
    }
    projects.forEach(session::join);
    if (!out.equals(STREAM)) {
      Files.createDirectories(Path.of(out));
    }
    new Extraction(session, outcome)
        .run(all, jobs, options, (input, parsed) -> write(RecordFile.of(parsed), input));
    return outcome.exitCode();
  }

  private void write(RecordFile file, Input input) throws IOException {
    if (out.equals(STREAM)) {
      session.terminal().out().write(file.toBytes());
    } else {
      file.write(Path.of(out).resolve(RecordFile.name(input.name())));
    }
  }
}
