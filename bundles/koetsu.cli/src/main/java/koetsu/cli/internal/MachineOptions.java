package koetsu.cli.internal;

import java.time.Duration;
import koetsu.pipeline.RunOptions;
import picocli.CommandLine.Option;

/** The options of every command that extracts. */
final class MachineOptions {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many documents to work on at once; by default one per processor.")
  private Integer jobs;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "How long an extractor may work on one record; by default 10 seconds.")
  private Integer seconds;

  int jobs() throws UserException {
    return jobs == null ? Runtime.getRuntime().availableProcessors() : atLeastOne("--jobs", jobs);
  }

  RunOptions runOptions() throws UserException {
    return seconds == null
        ? RunOptions.DEFAULT
        : RunOptions.DEFAULT.withLimit(Duration.ofSeconds(atLeastOne("--time-limit", seconds)));
  }

  private static int atLeastOne(String option, int number) throws UserException {
    if (number < 1) {
      throw new UserException(option + " " + number + ": at least 1 is needed");
    }
    return number;
  }
}
