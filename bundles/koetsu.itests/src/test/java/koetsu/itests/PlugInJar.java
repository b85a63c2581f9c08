package koetsu.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import koetsu.api.plugin.FieldExtractor;
import koetsu.itests.plugin.Failing;
import koetsu.itests.plugin.HangingDeactivation;
import koetsu.itests.plugin.Silent;
import org.osgi.framework.BundleActivator;

/** A plug-in made for a test: a bundle with at most one component. */
public final class PlugInJar {

  private final String symbolicName;
  private final Class<?> component;
  private final Class<?> service;
  private String imports;
  private String version = "1.0.0";
  private boolean activator;

  private PlugInJar(String symbolicName, Class<?> component, Class<?> service, String imports) {
    this.symbolicName = symbolicName;
    this.component = component;
    this.service = service;
    this.imports = imports;
  }

  /** A bundle that does nothing. */
  static PlugInJar empty(String symbolicName) {
    return new PlugInJar(symbolicName, null, null, null);
  }

  /** A bundle with an extractor that finds nothing. */
  public static PlugInJar extractor(String symbolicName) {
    return new PlugInJar(
        symbolicName, Silent.class, FieldExtractor.class, FieldExtractor.class.getPackageName());
  }

  /** A bundle with an extractor that does something else than to find nothing. */
  public static PlugInJar extractor(String symbolicName, Class<? extends Silent> type) {
    return new PlugInJar(
        symbolicName, type, FieldExtractor.class, FieldExtractor.class.getPackageName());
  }

  /** A bundle that does by itself what it does. */
  public static PlugInJar activator(String symbolicName, Class<? extends BundleActivator> type) {
    PlugInJar jar =
        new PlugInJar(
            symbolicName,
            type,
            null,
            FieldExtractor.class.getPackageName() + "," + BundleActivator.class.getPackageName());
    jar.activator = true;
    return jar;
  }

  /** A bundle that needs packages. */
  public static PlugInJar needing(String symbolicName, String packages) {
    return new PlugInJar(symbolicName, null, null, packages);
  }

  /** A bundle whose component throws when it is made. */
  static PlugInJar failing(String symbolicName) {
    return new PlugInJar(symbolicName, Failing.class, null, null);
  }

  PlugInJar importing(String clause) {
    imports = clause;
    return this;
  }

  public PlugInJar version(String changed) {
    version = changed;
    return this;
  }

  /** Writes the jar into a folder. */
  public Path in(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.putValue("Manifest-Version", "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", symbolicName);
    headers.putValue("Bundle-Version", version);
    if (imports != null) {
      headers.putValue("Import-Package", imports);
    }
    if (activator) {
      headers.putValue("Bundle-Activator", component.getName());
    } else if (component != null) {
      headers.putValue("Service-Component", "OSGI-INF/component.xml");
    }
    Path file = folder.resolve(symbolicName + ".jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      if (component != null) {
        write(jar, "OSGI-INF/component.xml", description().getBytes(StandardCharsets.UTF_8));
        for (String name : classes()) {
          String entry = name.replace('.', '/') + ".class";
          try (InputStream in = component.getClassLoader().getResourceAsStream(entry)) {
            write(jar, entry, in.readAllBytes());
          }
        }
      }
    }
    return file;
  }

  /** The component and what such components are made of. */
  private Set<String> classes() {
    return new TreeSet<>(
        List.of(component.getName(), Silent.class.getName(), component.getPackageName() + ".Hang"));
  }

  private String description() {
    String provided =
        service == null
            ? ""
            : "<service><provide interface=\"" + service.getName() + "\"/></service>";
    return """
    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s" immediate="true"%s>
      <implementation class="%s"/>%s
    </scr:component>
    """
        .formatted(
            component.getName(),
            component == HangingDeactivation.class ? " deactivate=\"deactivate\"" : "",
            component.getName(),
            provided);
  }

  private static void write(JarOutputStream jar, String entry, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(entry));
    jar.write(content);
    jar.closeEntry();
  }
}
