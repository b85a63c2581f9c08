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
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.Trust;
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
  private final PlugInBundle.Home home;
  private final Trust trust;
  private final Bundles bundles;
  private final Map<Path, Present> present = new TreeMap<>();
  private Map<Path, State> last = Map.of();

  /**
   * What is known of a bundle's file or folder.
   *
   * @param sha256 null for a folder
   * @param bundle null where it is not installed
   * @param fault why it is not installed; null where it is, or is not trusted
   */
  private record Present(State state, String sha256, Bundle bundle, String fault) {}

  /** Tells one content from another without reading it. */
  private record State(long files, long size, FileTime modified) {
    static final State NOTHING = new State(0, 0, FileTime.fromMillis(0));

    State and(BasicFileAttributes file) {
      FileTime later =
          modified.compareTo(file.lastModifiedTime()) < 0 ? file.lastModifiedTime() : modified;
      return new State(files + 1, size + file.size(), later);
    }
  }

  /** A place whose bundles need no yes. */
  PlugInFolder(Path place, PlugInBundle.Home home, Bundles bundles) {
    this(place, home, null, bundles);
  }

  /**
   * @param trust whose yes a bundle needs; null where it needs none
   */
  PlugInFolder(Path place, PlugInBundle.Home home, Trust trust, Bundles bundles) {
    this.place = place;
    this.home = home;
    this.trust = trust;
    this.bundles = bundles;
  }

  /**
   * Whether a folder has no file that could be a plug-in; it may not exist.
   *
   * @throws LaunchException when it cannot be read
   */
  static boolean isEmpty(Path folder) throws LaunchException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PLUG_INS)) {
      return !files.iterator().hasNext();
    } catch (IOException e) {
      throw LaunchException.unreadable(folder, e);
    }
  }

  /**
   * Looks at the place and makes the installed bundles follow.
   *
   * @param settled whether what is there is known to be complete, as at a start
   * @return whether anything changed
   * @throws LaunchException when the place cannot be read
   */
  boolean look(boolean settled) throws LaunchException {
    Map<Path, State> now = states();
    Map<Path, State> before = settled ? now : last;
    last = now;

    List<Bundle> changed = new ArrayList<>();
    Set<Path> gone = new HashSet<>(present.keySet());
    gone.removeAll(now.keySet());
    gone.forEach(path -> takeOut(path, changed));
    boolean news = !gone.isEmpty();
    for (Map.Entry<Path, State> entry : now.entrySet()) {
      Path path = entry.getKey();
      State state = entry.getValue();
      Present known = present.get(path);
      if (!state.equals(before.get(path)) || known != null && known.state().equals(state)) {
        continue;
      }
      news = true;
      present.put(path, follow(path, state, known == null ? null : known.bundle(), changed));
    }
    if (news) {
      bundles.settle(changed);
    }
    return news;
  }

  /**
   * Installs or updates what is at a path.
   *
   * @param bundle what is installed of it already, or null
   * @param changed takes bundles of which something old may be in use
   */
  private Present follow(Path path, State state, Bundle bundle, List<Bundle> changed) {
    String sha256 = null;
    try {
      byte[] content = Files.isDirectory(path) ? null : Files.readAllBytes(path);
      sha256 = content == null ? null : Trust.sha256(content);
      if (trust != null && !trust.holds(sha256)) {
        if (bundle != null) {
          takeOut(path, changed);
        }
        bundles.tell(path + " is not trusted and does not run; see Extractors in the window");
        return new Present(state, sha256, null, null);
      }
      if (bundle == null) {
        return new Present(state, sha256, bundles.install(path, content), null);
      }
      Bundle updated = bundles.update(bundle, path, content);
      if (updated.equals(bundle)) {
        changed.add(bundle);
      }
      return new Present(state, sha256, updated, null);
    } catch (IOException e) {
      return told(state, sha256, bundle, path + " cannot be read: " + Failures.inOneLine(e));
    } catch (LaunchException e) {
      return told(state, sha256, bundle, e.getMessage());
    }
  }

  private Present told(State state, String sha256, Bundle bundle, String fault) {
    bundles.tell(fault);
    return new Present(state, sha256, bundle, fault);
  }

  private void takeOut(Path path, List<Bundle> changed) {
    Bundle bundle = present.remove(path).bundle();
    if (bundle != null && bundles.uninstall(bundle)) {
      changed.add(bundle);
    }
  }

  /** Takes out what is there of a path, so that the next look decides anew. */
  void forget(Path path) {
    if (present.containsKey(path)) {
      List<Bundle> changed = new ArrayList<>();
      takeOut(path, changed);
      bundles.settle(changed);
    }
  }

  /** Takes out all that was installed. */
  void close() {
    List<Bundle> changed = new ArrayList<>();
    List.copyOf(present.keySet()).forEach(path -> takeOut(path, changed));
    if (!changed.isEmpty()) {
      bundles.settle(changed);
    }
  }

  PlugInBundle.Home home() {
    return home;
  }

  /** What is in the place, by file name. */
  List<PlugInBundle> all() {
    List<PlugInBundle> all = new ArrayList<>();
    present.forEach((path, each) -> all.add(describe(path, each)));
    return all;
  }

  private PlugInBundle describe(Path path, Present each) {
    Bundle bundle = each.bundle();
    if (bundle == null || each.fault() != null) {
      BundleName name = BundleName.of(path);
      boolean broken = each.fault() != null;
      return new PlugInBundle(
          path,
          home,
          name.name(),
          name.version(),
          each.sha256(),
          broken ? PlugInBundle.State.BROKEN : PlugInBundle.State.UNTRUSTED,
          each.fault());
    }
    String fault = bundles.fault(bundle);
    PlugInBundle.State state =
        bundles.isStopped(bundle)
            ? PlugInBundle.State.STOPPED
            : fault != null ? PlugInBundle.State.BROKEN : PlugInBundle.State.ACTIVE;
    return new PlugInBundle(
        path,
        home,
        bundle.getSymbolicName(),
        bundle.getVersion().toString(),
        each.sha256(),
        state,
        fault);
  }

  /** The bundle of a path, where it is installed. */
  Bundle bundle(Path path) {
    Present known = present.get(path);
    return known == null ? null : known.bundle();
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
