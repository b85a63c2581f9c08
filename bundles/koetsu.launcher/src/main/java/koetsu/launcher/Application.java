package koetsu.launcher;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A program of the distribution, chosen by name: the command line at every start, the workbench
 * when the command line asks for it.
 *
 * <p>In the framework an application is a service with the property {@link #NAME}; of several with
 * one name the highest ranking wins. The command line is, beside that, a {@link
 * java.util.ServiceLoader} provider with a public constructor without parameters, because it also
 * runs without a framework.
 */
@ConsumerType
public interface Application {

  /** Service property: the name by which {@link Installation#run} finds the application. */
  String NAME = "koetsu.application";

  /** The application that every start runs first; its bundles need neither SWT nor JFace. */
  String COMMAND_LINE = "command-line";

  /** The application that opens the workbench window. */
  String WORKBENCH = "workbench";

  /**
   * Whether the command line itself runs plug-ins for these arguments; asked on the class path,
   * before it is run. Where it does not, it runs there, and the framework comes up with the
   * application that it starts.
   *
   * @param arguments as of {@link #run}
   * @param installation as of {@link #run}
   */
  default boolean usesPlugIns(List<String> arguments, Installation installation) {
    return true;
  }

  /**
   * Begins what can be done while the main thread is busy with an {@link EarlyStart}; called once
   * before {@link #run}, on another thread than that, and returns at once. What fails is for {@link
   * #run} to tell.
   *
   * @param arguments as of {@link #run}
   * @param installation as of {@link #run}
   */
  default void prepare(List<String> arguments, Installation installation) {}

  /**
   * Does the whole work of the program and returns when it is done. Called once per start, on the
   * main thread of the process, which is the one a user interface must run on.
   *
   * @param arguments what the user typed after the command's name, never null, unmodifiable
   * @param installation the folders and the other applications of this start, never null
   * @return the exit code of the process: 0 done, 1 done with findings (differences, problems), 2
   *     could not be done
   * @throws Exception when something unforeseen happened; the launcher prints one line about it and
   *     ends with exit code 2. What a user can mend is the application's own to say.
   */
  int run(List<String> arguments, Installation installation) throws Exception;
}
