package koetsu.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import koetsu.api.plugin.LoadException;
import koetsu.api.record.Problem;
import koetsu.pipeline.Batch;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "extract", description = "Reads documents and writes NAME.records.jsonl for each.")
final class ExtractCommand implements Callable<Integer> {
  private static final String STREAM = "-";

  private final Session session;

  @Mixin private HelpOption help;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write to, made where it is missing; - is standard output.",
      defaultValue = ".",
      showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS)
  private String out;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many documents to work on at once; by default one per processor.")
  private Integer jobs;

  @Option(
      names = "--encoding",
      paramLabel = "E",
      description = "Encoding of every input, for example CP932; by default it is detected.")
  private String encoding;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "Files, folders (with all folders below, hidden files left out), or - for standard input.")
  private List<String> inputs;

  ExtractCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (jobs != null && jobs < 1) {
      throw new UserException("--jobs " + jobs + ": at least 1 is needed");
    }
    boolean[] failed = {false};
    boolean[] found = {false};
    List<Input> all = new ArrayList<>();
    for (String input : inputs) {
      try {
        all.addAll(
            input.equals(STREAM)
                ? List.of(Input.of(session.terminal().in()))
                : Input.under(Path.of(input)));
      } catch (LoadException e) {
        session.complain(e.getMessage());
        failed[0] = true;
      }
    }
    Input.requireDistinctNames(all);
    if (!out.equals(STREAM)) {
      makeFolder(Path.of(out));
    }
    Pipeline pipeline = session.pipelines().get();
    for (Problem problem : pipeline.problems()) {
      session.complain(problem.source() + ": " + problem.message());
      found[0] = true;
    }
    ProgressLine progress = new ProgressLine(session.terminal());
    new Batch(
            pipeline,
            RunOptions.DEFAULT.withMonitor(progress),
            encoding,
            jobs == null ? Runtime.getRuntime().availableProcessors() : jobs)
        .<IOException>run(
            all,
            result -> {
              if (result.error() != null) {
                progress.clear();
                session.complain(result.error());
                failed[0] = true;
                return;
              }
              for (Problem problem : result.parsed().problems()) {
                if (problem.severity() == Problem.Severity.ERROR) {
                  progress.clear();
                  session.complain(problem.message());
                  found[0] = true;
                }
              }
              write(RecordFile.of(result.parsed()), result.input());
            });
    progress.clear();
    return failed[0] ? Session.FAILED : found[0] ? Session.FINDINGS : Session.DONE;
  }

  private void write(RecordFile file, Input input) throws IOException {
    if (out.equals(STREAM)) {
      session.terminal().out().write(file.toBytes());
    } else {
      file.write(Path.of(out).resolve(input.baseName() + RecordFile.SUFFIX));
    }
  }

  private static void makeFolder(Path folder) throws UserException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserException(folder + ": cannot be made a folder to write to: " + e.getMessage());
    }
  }
}
