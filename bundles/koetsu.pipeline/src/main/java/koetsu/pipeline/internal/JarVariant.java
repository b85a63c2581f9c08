package koetsu.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import koetsu.api.text.TextServices;
import koetsu.pipeline.DeclarationReader;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.PlugInJar;
import koetsu.records.FormatException;

/** Plug-ins of jars in place of installed ones. */
final class JarVariant implements Pipeline.Variant {
  private final Pipeline pipeline;
  private final JarLoader loader;

  private JarVariant(Pipeline pipeline, JarLoader loader) {
    this.pipeline = pipeline;
    this.loader = loader;
  }

  /** Where bundles declare extractors. */
  private static final Pattern DECLARED = Pattern.compile("koetsu/extractors/([^/]+\\.json)");

  /**
   * @param reader null where nothing can read declarations
   */
  static JarVariant of(
      PlugIns base, TextServices text, List<PlugInJar> jars, DeclarationReader reader) {
    Set<String> replaced = jars.stream().map(PlugInJar::bundle).collect(Collectors.toSet());
    List<Installed<?>> installed = new ArrayList<>();
    for (Installed<?> each : base.installed()) {
      if (!replaced.contains(each.info().bundle())) {
        installed.add(each);
      }
    }
    JarLoader loader = new JarLoader(jars.stream().filter(j -> !j.isDeclaration()).toList());
    installed.addAll(ClassPath.installed(loader));
    for (PlugInJar jar : jars) {
      declarations(jar).forEach((name, bytes) -> declare(jar, name, bytes, reader, installed));
    }
    return new JarVariant(
        new FixedPipeline(PlugIns.of(installed), ClassPath.text(loader).orElse(text)), loader);
  }

  /** The files of a bundle that declare extractors, by name. */
  private static Map<String, byte[]> declarations(PlugInJar jar) {
    Map<String, byte[]> found = new TreeMap<>();
    try {
      if (jar.isDeclaration()) {
        found.put(jar.file().getFileName().toString(), Files.readAllBytes(jar.file()));
        return found;
      }
      try (JarFile file = new JarFile(jar.file().toFile())) {
        for (JarEntry entry : Collections.list(file.entries())) {
          Matcher name = DECLARED.matcher(entry.getName());
          if (name.matches()) {
            try (InputStream in = file.getInputStream(entry)) {
              found.put(name.group(1), in.readAllBytes());
            }
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void declare(
      PlugInJar jar,
      String name,
      byte[] bytes,
      DeclarationReader reader,
      List<Installed<?>> installed) {
    Origin origin = new Origin(jar.bundle(), jar.version(), jar.file());
    String fault =
        "nothing that is installed reads declarations: the bundle koetsu.declared is gone";
    if (reader != null) {
      try {
        DeclarationReader.Declared declared = reader.read(bytes, name);
        declared.contribution().ifPresent(p -> installed.add(Installed.of(p, origin, 0)));
        declared.extractors().forEach(e -> installed.add(Installed.of(e, origin, 0)));
        return;
      } catch (FormatException e) {
        fault = e.getMessage();
      }
    }
    installed.add(
        new Installed<>(
            new PlugIn(PlugIn.Kind.EXTRACTOR, name, jar.bundle(), jar.version(), 0, fault),
            null,
            jar.file()));
  }

  @Override
  public Pipeline pipeline() {
    return pipeline;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks into the jars first, except for the API, which everybody shares. */
  private static final class JarLoader extends URLClassLoader {
    private static final String API = "koetsu.api.";

    JarLoader(List<PlugInJar> jars) {
      super("koetsu jars", urls(jars), JarVariant.class.getClassLoader());
    }

    private static URL[] urls(List<PlugInJar> jars) {
      List<URL> urls = new ArrayList<>();
      for (PlugInJar jar : jars) {
        try {
          urls.add(jar.file().toUri().toURL());
        } catch (MalformedURLException e) {
          throw new UncheckedIOException(e);
        }
      }
      return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(API)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> own = findLoadedClass(name);
        if (own == null) {
          try {
            own = findClass(name);
          } catch (ClassNotFoundException e) {
            return super.loadClass(name, resolve);
          }
        }
        return own;
      }
    }

    /** Only the jars' own: what the house installs is there already. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return findResources(name);
    }

    @Override
    public URL getResource(String name) {
      URL own = findResource(name);
      return own == null ? super.getResource(name) : own;
    }
  }
}
