package koetsu.launcher.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * Keeps the installed bundles as a place in the file system is: what comes is installed, what
 * changes is updated, what goes is uninstalled.
 *
 * <p>The place is a folder of jars and declarations, or the folder of one bundle that is not
 * packed, as a build leaves its classes. A jar or class file that is still being written is left
 * alone until two looks find it the same.
 */
final class PlugInFolder {

  /** Bundles, and files that declare extractors and become bundles on the way. */
  static final String PLUG_INS = "*.{jar,json}";

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Path place;
  private final Bundles bundles;
  private final Map<Path, Present> present = new TreeMap<>();
  private Map<Path, State> last = Map.of();

  /**
   * What is known of a bundle's file or folder.
   *
   * @param bundle null where it could not be installed
   */
  private record Present(State state, Bundle bundle) {}

  /** Tells one content from another without reading it. */
  private record State(long files, long size, FileTime modified) {
    static final State NOTHING = new State(0, 0, FileTime.fromMillis(0));

    State and(BasicFileAttributes file) {
      FileTime later =
          modified.compareTo(file.lastModifiedTime()) < 0 ? file.lastModifiedTime() : modified;
      return new State(files + 1, size + file.size(), later);
    }
  }

  PlugInFolder(Path place, Bundles bundles) {
    this.place = place;
    this.bundles = bundles;
  }

  /**
   * Looks at the place and makes the installed bundles follow.
   *
   * @param settled whether what is there is known to be complete, as at a start
   * @throws LaunchException when the place cannot be read
   */
  synchronized void look(boolean settled) throws LaunchException {
    Map<Path, State> now = states();
    Map<Path, State> before = settled ? now : last;
    last = now;

    List<Bundle> changed = new ArrayList<>();
    Set<Path> gone = new HashSet<>(present.keySet());
    gone.removeAll(now.keySet());
    for (Path path : gone) {
      Bundle bundle = present.remove(path).bundle();
      if (bundle != null && bundles.uninstall(bundle)) {
        changed.add(bundle);
      }
    }
    boolean news = !gone.isEmpty();
    for (Map.Entry<Path, State> entry : now.entrySet()) {
      Path path = entry.getKey();
      State state = entry.getValue();
      Present known = present.get(path);
      if (!state.equals(before.get(path)) || known != null && known.state().equals(state)) {
        continue;
      }
      news = true;
      Bundle bundle = known == null ? null : known.bundle();
      if (bundle == null) {
        bundle = bundles.install(path);
      } else if (bundles.update(bundle, path)) {
        changed.add(bundle);
      }
      present.put(path, new Present(state, bundle));
    }
    if (news) {
      bundles.settle(changed);
    }
  }

  private Map<Path, State> states() throws LaunchException {
    Map<Path, State> states = new TreeMap<>();
    try {
      if (Files.isRegularFile(place.resolve(MANIFEST))) {
        states.put(place, below(place));
      } else if (Files.isDirectory(place)) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(place, PLUG_INS)) {
          for (Path jar : jars) {
            states.put(jar, State.NOTHING.and(attributes(jar)));
          }
        }
      }
      return states;
    } catch (IOException e) {
      throw LaunchException.unreadable(place, e);
    }
  }

  private static State below(Path folder) throws IOException {
    State state = State.NOTHING;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        state = state.and(attributes(file));
      }
    }
    return state;
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }
}
