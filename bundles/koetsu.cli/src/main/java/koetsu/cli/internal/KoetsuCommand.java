package koetsu.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import koetsu.api.plugin.LoadException;
import koetsu.gate.GoldException;
import koetsu.project.ProjectException;
import koetsu.records.FileTrouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command without a name, and the way from arguments to a command. */
@Command(
    name = "koetsu",
    description = {
      "Turns documents into records, and reviewers' corrections into regression tests.",
      "Without a command it opens the workbench on the sample project, or, where there is no"
          + " display, extracts and tests the sample here."
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 done, and something is to be looked at (a regression, a failed"
          + " plug-in); 2 could not be done."
    },
    versionProvider = KoetsuVersion.class,
    synopsisSubcommandLabel = "[COMMAND]")
final class KoetsuCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  private boolean version;

  private KoetsuCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return new Showcase(session).run();
  }

  /** Runs what the arguments ask for and returns the exit code; nothing is ever thrown. */
  static int run(List<String> arguments, Session session) {
    Terminal terminal = session.terminal();
    Optional<Callable<Integer>> window = window(arguments, session);
    if (window.isPresent()) {
      return run(window.get(), session);
    }
    CommandLine line =
        new CommandLine(new KoetsuCommand(session))
            .addSubcommand(new ExtractCommand(session))
            .addSubcommand(new CreateCommand(session))
            .addSubcommand(new SampleCommand(session))
            .addSubcommand(new ReviewCommand(session))
            .addSubcommand(GoldCommand.line(session))
            .addSubcommand(new TestCommand(session))
            .addSubcommand(new BisectCommand(session))
            .addSubcommand(new WhyCommand(session))
            .addSubcommand(new CalibrateCommand(session))
            .addSubcommand(new BundlesCommand(session))
            .addSubcommand(new NewCommand(session))
            .addSubcommand(new RunCommand(session))
            .addSubcommand(new TryCommand(session))
            .setOut(new PrintWriter(terminal.out(), true))
            .setErr(new PrintWriter(terminal.err(), true))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, wrong) -> misused(e, session))
            .setExecutionExceptionHandler((e, at, parsed) -> failed(e, session));
    int exit = line.execute(arguments.toArray(String[]::new));
    terminal.out().flush();
    terminal.err().flush();
    return exit;
  }

  /**
   * What opens a window without options: a person waits for it, and reading the commands of the
   * parser takes longer than the empty window.
   */
  private static Optional<Callable<Integer>> window(List<String> arguments, Session session) {
    if (!opensWindow(arguments)) {
      return Optional.empty();
    }
    return Optional.of(
        arguments.isEmpty()
            ? () -> new Showcase(session).run()
            : () -> ReviewCommand.open(session, Path.of(arguments.get(1)), null));
  }

  /** Whether these are the arguments of a window without options, where one can be opened. */
  static boolean opensWindow(List<String> arguments) {
    return arguments.isEmpty()
        || arguments.size() == 2
            && arguments.get(0).equals("review")
            && !arguments.get(1).startsWith("-")
            && !arguments.get(1).startsWith("@");
  }

  private static int run(Callable<Integer> program, Session session) {
    try {
      return program.call();
    } catch (Exception e) {
      return failed(e, session);
    }
  }

  private static int failed(Exception e, Session session) {
    if (!(e instanceof Interruption.Told)) {
      session.complain(message(e));
    }
    return Session.FAILED;
  }

  private static int misused(CommandLine.ParameterException e, Session session) {
    session.complain(
        e.getMessage()
            + "; see `"
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help`");
    return Session.FAILED;
  }

  private static String message(Exception e) {
    if (e instanceof IOException failure) {
      return FileTrouble.sentence(failure, "reading or writing failed");
    }
    if (e instanceof CancellationException) {
      return Interruption.SENTENCE;
    }
    boolean said =
        e instanceof UserException
            || e instanceof GoldException
            || e instanceof LoadException
            || e instanceof ProjectException
            || e instanceof IllegalStateException;
    if (said && e.getMessage() != null) {
      return e.getMessage();
    }
    StackTraceElement[] trace = e.getStackTrace();
    return "something unforeseen happened: "
        + e
        + (trace.length == 0 ? "" : " (" + trace[0] + ")")
        + "; please report it";
  }
}
