package koetsu.cli.internal;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The parameter of every command that works on one project. */
final class ProjectParameter {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "Project folder; by default the current one.",
      defaultValue = "")
  Path folder;
}
