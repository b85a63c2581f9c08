package koetsu.review.internal;

import koetsu.project.Project;

/** Says in the language of the window who writes to a project, or why nobody can. */
public final class WriterText {

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
      default -> writer;
    };
  }
}
