package koetsu.cli.internal;

import picocli.CommandLine.Option;

/** The option of every command that extracts. */
final class JobsOption {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many documents to work on at once; by default one per processor.")
  private Integer jobs;

  int number() throws UserException {
    if (jobs == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (jobs < 1) {
      throw new UserException("--jobs " + jobs + ": at least 1 is needed");
    }
    return jobs;
  }
}
