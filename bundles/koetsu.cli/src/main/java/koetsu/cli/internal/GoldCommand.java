package koetsu.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "gold",
    description = "Takes records into a project as gold, and looks at the gold.",
    synopsisSubcommandLabel = "COMMAND")
final class GoldCommand {
  @Mixin private HelpOption help;

  private GoldCommand() {}

  static CommandLine line(Session session) {
    return new CommandLine(new GoldCommand())
        .addSubcommand(new GoldImportCommand(session))
        .addSubcommand(new GoldExportCommand(session))
        .addSubcommand(new GoldFormatsCommand(session))
        .addSubcommand(new GoldStatusCommand(session))
        .addSubcommand(new GoldVerifyCommand(session))
        .addSubcommand(new GoldRebaseCommand(session))
        .addSubcommand(new GoldConflictsCommand(session))
        .addSubcommand(new GoldAgreementCommand(session))
        .addSubcommand(new GoldBlindCommand(session))
        .addSubcommand(new GoldLogCommand(session));
  }
}
