package koetsu.pipeline.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import koetsu.api.text.TextServices;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugInJar;

/** Plug-ins of jars in place of installed ones. */
final class JarVariant implements Pipeline.Variant {
  private final Pipeline pipeline;
  private final JarLoader loader;

  private JarVariant(Pipeline pipeline, JarLoader loader) {
    this.pipeline = pipeline;
    this.loader = loader;
  }

  static JarVariant of(PlugIns base, TextServices text, List<PlugInJar> jars) {
    Set<String> replaced = jars.stream().map(PlugInJar::bundle).collect(Collectors.toSet());
    List<Installed<?>> installed = new ArrayList<>();
    for (Installed<?> each : base.installed()) {
      if (!replaced.contains(each.info().bundle())) {
        installed.add(each);
      }
    }
    JarLoader loader = new JarLoader(jars);
    installed.addAll(ClassPath.installed(loader));
    return new JarVariant(
        new FixedPipeline(PlugIns.of(installed), ClassPath.text(loader).orElse(text)), loader);
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
