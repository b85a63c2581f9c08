package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.function.Supplier;
import koetsu.export.Formats;
import koetsu.launcher.Installation;
import koetsu.launcher.Trust;
import koetsu.pipeline.Pipeline;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.project.ProjectException;

/**
 * What a command has at hand.
 *
 * @param terminal where it reads and writes
 * @param display whether a window could be opened
 * @param installation where this Koetsu and its user's files are
 * @param pipelines gives the plug-ins when a command needs them
 * @param formats gives the exporters and importers when a command needs them
 */
record Session(
    Terminal terminal,
    boolean display,
    Installation installation,
    ProjectPlugIns pipelines,
    Supplier<Formats> formats) {
  /** The command did what it was asked to. */
  static final int DONE = 0;

  /** The command did what it was asked to, and there is something to look at. */
  static final int FINDINGS = 1;

  /** The command could not do all it was asked to. */
  static final int FAILED = 2;

  /** Somebody who never writes; needs no file that names the installation. */
  private static final Author READER = new Author("reader", "reader");

  /** The same with other plug-ins. */
  Session with(Pipeline pipeline) {
    return new Session(
        terminal, display, installation, new ProjectPlugIns(() -> pipeline), formats);
  }

  /** One line for the user on standard error. */
  void complain(String message) {
    terminal.err().println("koetsu: " + message);
  }

  /** One line for the user on standard output. */
  void say(String message) {
    terminal.out().println(message);
  }

  /**
   * The person at this machine.
   *
   * @param reviewer the name to go by, or null for the account's
   */
  Author author(String reviewer) throws ProjectException {
    return Author.here(installation.data(), reviewer);
  }

  /** Which bundles of projects the user trusts. */
  Trust trust() {
    return Trust.in(installation.data());
  }

  /** Lets the trusted plug-ins of a project take part from now on, and names the others. */
  void join(Path project) {
    pipelines.join(project.toAbsolutePath().normalize(), trust(), this::complain);
  }

  /** Opens a project for reading, whoever writes to it. */
  Project read(Path folder) throws ProjectException {
    join(folder);
    return Project.read(folder, READER, pipelines.get().profile());
  }

  /**
   * Opens a project for writing.
   *
   * @param reviewer the name to go by, or null for the account's
   * @throws UserException where somebody else writes to it
   */
  Project write(Path folder, String reviewer) throws ProjectException, UserException {
    join(folder);
    Project project = Project.open(folder, author(reviewer), pipelines.get().profile());
    if (project.readOnly()) {
      project.close();
      throw new UserException(
          project.folder()
              + " is being written by "
              + project.writer()
              + "; try again when it is free");
    }
    return project;
  }
}
