package koetsu.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import koetsu.api.plugin.LoadException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command without a name, and the way from arguments to a command. */
@Command(
    name = "koetsu",
    description = "Turns documents into records, and reviewers' corrections into regression tests.",
    versionProvider = KoetsuVersion.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KoetsuCommand {
  private KoetsuCommand() {}

  /** Runs what the arguments ask for and returns the exit code; nothing is ever thrown. */
  static int run(List<String> arguments, Session session) {
    Terminal terminal = session.terminal();
    CommandLine line =
        new CommandLine(new KoetsuCommand())
            .addSubcommand(new ExtractCommand(session))
            .addSubcommand(new BundlesCommand(session))
            .setOut(new PrintWriter(terminal.out(), true))
            .setErr(new PrintWriter(terminal.err(), true))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (e, wrong) -> {
          session.complain(e.getMessage());
          CommandLine at = e.getCommandLine();
          terminal.err().println("Try `" + at.getCommandSpec().qualifiedName() + " --help`.");
          return Session.FAILED;
        });
    line.setExecutionExceptionHandler(
        (e, at, parsed) -> {
          session.complain(message(e));
          return Session.FAILED;
        });
    int exit = line.execute(arguments.toArray(String[]::new));
    terminal.out().flush();
    terminal.err().flush();
    return exit;
  }

  private static String message(Exception e) {
    boolean said =
        e instanceof UserException
            || e instanceof LoadException
            || e instanceof IOException
            || e instanceof CancellationException
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
