package koetsu.review.internal;

import java.time.Instant;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.project.Project;

/** Says in the language of the window who writes to a project, or why nobody can. */
public final class WriterText {
  private static final Pattern NAMED =
      Pattern.compile("(.+) \\(process (\\d+), since (\\d{4}-[0-9-]+T[0-9:.]+Z)\\)");

  private WriterText() {}

  public static String of(Project project) {
    return of(project.writer());
  }

  /** The reasons that a project gives are sentences; all else is a name. */
  static String of(String writer) {
    return switch (writer) {
      case "nobody: the folder cannot be read" -> Texts.of("writer.unreadable");
      case "nobody: the folder cannot be written" -> Texts.of("writer.unwritable");
      case "nobody here: a newer Koetsu made it; update this one" -> Texts.of("writer.newer");
      case "nobody here: it was opened for reading" -> Texts.of("writer.reading");
      default -> named(writer);
    };
  }

  private static String named(String writer) {
    Matcher matcher = NAMED.matcher(writer);
    return matcher.matches()
        ? Texts.of(
            "writer.since",
            matcher.group(1),
            matcher.group(2),
            Date.from(Instant.parse(matcher.group(3))))
        : writer;
  }
}
