package koetsu.launcher;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A plug-in bundle in one of the places that a window follows.
 *
 * @param file the jar, the file that declares extractors, or the folder of an unpacked bundle
 * @param home whose place it is in
 * @param name symbolic name; the file's name where it has none
 * @param version empty where it has none
 * @param sha256 lower-case hexadecimal digest of the file; null for a folder
 * @param state whether it runs
 * @param message why it does not run, a sentence; null where there is nothing to say
 */
public record PlugInBundle(
    Path file, Home home, String name, String version, String sha256, State state, String message) {

  /** Whose place a bundle is in. */
  public enum Home {
    /** The user's own folder: what is put there is trusted by the act. */
    USER,
    /** The folder of the open project, which may come from somebody else. */
    PROJECT,
    /** The build's folder of a bundle that is being written. */
    DEVELOPED
  }

  /** Whether a bundle runs, and if not, who could change that. */
  public enum State {
    ACTIVE,
    /** Stopped by the user, until Koetsu ends. */
    STOPPED,
    /** In a project's folder, and the user has not said yes to it. */
    UNTRUSTED,
    /** Cannot be installed, resolved or started. */
    BROKEN
  }

  public PlugInBundle {
    Objects.requireNonNull(file);
    Objects.requireNonNull(home);
    Objects.requireNonNull(name);
    Objects.requireNonNull(version);
    Objects.requireNonNull(state);
  }
}
