package koetsu.cli.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plug-in as its author would build it: a field of its own and one extractor with one rule. */
final class SampleBundle {
  private static final String SOURCE =
      """
      package NAME;

      import java.io.ByteArrayInputStream;
      import java.io.InputStream;
      import java.nio.charset.StandardCharsets;
      import java.util.*;
      import java.util.regex.*;
      import koetsu.api.document.Span;
      import koetsu.api.plugin.*;
      import koetsu.api.record.*;

      public final class Plugin implements FieldExtractor, ProfileContribution {
        private static final Pattern RULE = Pattern.compile("LABEL PATTERN");

        @Override public String id() { return "NAME"; }
        @Override public Set<String> fields() { return Set.of("FIELD"); }
        @Override public InputStream open() {
          return new ByteArrayInputStream(
              "{\\"schema\\":\\"koetsu.profile/1\\",\\"id\\":\\"NAME\\",\\"version\\":\\"1.0.0\\",\\"fields\\":[{\\"id\\":\\"FIELD\\"}]}"
                  .getBytes(StandardCharsets.UTF_8));
        }
        @Override public List<Extraction> extract(ExtractionContext context) {
          List<Extraction> found = new ArrayList<>();
          for (Span lines : context.record().spans()) {
            String text = context.slice(lines);
            for (int at = text.indexOf("LABEL"); at >= 0; at = text.indexOf("LABEL", at + 1)) {
              Matcher value = RULE.matcher(text).region(at, text.length());
              int begin = lines.begin() + text.codePointCount(0, at);
              if (!value.lookingAt()) {
                context.in().trace().failed("labelled", new Span(begin, begin + text.codePointCount(at, text.indexOf('\\n', at))), "no mark behind the label");
                continue;
              }
              int from = lines.begin() + text.codePointCount(0, value.start(1));
              Span place = new Span(from, from + value.group(1).codePointCount(0, value.group(1).length()));
              found.add(new Extraction("FIELD", FieldValue.machine(Value.of(value.group(1)), value.group(1), List.of(place), 0.9, new Why("labelled", List.of(), List.of()))));
            }
          }
          return found;
        }
      }
      """;

  private SampleBundle() {}

  /**
   * Builds a bundle whose extractor reads what a pattern finds behind a label.
   *
   * @param name symbolic name, package and id
   * @param pattern its group 1 is the value
   */
  static void build(
      Path folder, String name, String version, String field, String label, String pattern)
      throws IOException {
    String source =
        SOURCE
            .replace("NAME", name)
            .replace("FIELD", field)
            .replace("LABEL PATTERN", label + pattern)
            .replace("LABEL", label);
    Path classes = Files.createDirectories(folder.resolveSibling("classes-" + name + version));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name.replace('.', '/') + "/Plugin.java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignored) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
    if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
      throw new IllegalStateException("the sample plug-in does not compile");
    }
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.putValue("Manifest-Version", "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", name);
    headers.putValue("Bundle-Version", version);
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + "-" + version + ".jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest);
        Stream<Path> built = Files.walk(classes)) {
      for (Path each : built.filter(Files::isRegularFile).sorted().toList()) {
        write(jar, classes.relativize(each).toString(), Files.readAllBytes(each));
      }
      byte[] provider = (name + ".Plugin").getBytes(StandardCharsets.UTF_8);
      write(jar, "META-INF/services/koetsu.api.plugin.FieldExtractor", provider);
      write(jar, "META-INF/services/koetsu.api.plugin.ProfileContribution", provider);
    }
  }

  private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
