package koetsu.launcher.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Makes bundles of the jars of the process's class path (OSGi Core 8, 60 Connect). Java keeps the
 * classes of its class path in an archive from one start to the next, which it does not do for
 * classes that a framework loads; plug-ins remain bundles with class loaders of their own.
 */
final class ClassPathBundles implements ModuleConnector {

  private static final String SCHEME = "classpath:";

  private final Set<Path> classPath =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(entry -> entry.endsWith(".jar"))
          .map(entry -> Path.of(entry).toAbsolutePath().normalize())
          .collect(Collectors.toCollection(HashSet::new));

  /** Where to install a jar from; empty when it is not on the class path. */
  Optional<String> location(Path jar) {
    Path path = jar.toAbsolutePath().normalize();
    return classPath.contains(path) ? Optional.of(SCHEME + path) : Optional.empty();
  }

  /** Whether a bundle is one of these; nothing notices the first use of their classes. */
  static boolean has(String location) {
    return location.startsWith(SCHEME);
  }

  @Override
  public void initialize(File storage, Map<String, String> configuration) {
    // nothing is kept
  }

  @Override
  public Optional<ConnectModule> connect(String location) throws BundleException {
    if (!has(location)) {
      return Optional.empty();
    }
    Path jar = Path.of(location.substring(SCHEME.length()));
    return Optional.of(() -> new Content(jar));
  }

  @Override
  public Optional<BundleActivator> newBundleActivator() {
    return Optional.empty();
  }

  /** A jar whose classes the class path has. */
  private static final class Content implements ConnectContent {
    private final Path path;
    private JarFile jar;

    Content(Path path) {
      this.path = path;
    }

    @Override
    public Optional<Map<String, String>> getHeaders() {
      return Optional.empty();
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
      return Optional.of(Content.class.getClassLoader());
    }

    @Override
    public Iterable<String> getEntries() {
      return jar.stream().map(JarEntry::getName).toList();
    }

    @Override
    public Optional<ConnectEntry> getEntry(String name) {
      return Optional.ofNullable(jar.getJarEntry(name)).map(entry -> new Entry(jar, entry));
    }

    @Override
    public void open() throws IOException {
      if (jar == null) {
        jar = new JarFile(path.toFile(), false);
      }
    }

    @Override
    public void close() throws IOException {
      if (jar != null) {
        jar.close();
        jar = null;
      }
    }
  }

  private record Entry(JarFile jar, JarEntry entry) implements ConnectContent.ConnectEntry {

    @Override
    public String getName() {
      return entry.getName();
    }

    @Override
    public long getContentLength() {
      return entry.getSize();
    }

    @Override
    public long getLastModified() {
      return entry.getTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return jar.getInputStream(entry);
    }
  }
}
