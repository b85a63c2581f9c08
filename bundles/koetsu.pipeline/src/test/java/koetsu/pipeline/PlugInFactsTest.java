package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import koetsu.pipeline.PlugInFacts.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlugInFactsTest {
  private static final String OFFERED =
      "osgi.service;objectClass:List<String>=\"koetsu.api.plugin.FieldExtractor\";"
          + "uses:=\"koetsu.api.plugin\"";

  @TempDir private Path folder;

  @Test
  void importsSayWhatABundleReaches() throws Exception {
    PlugInFacts facts =
        PlugInFacts.of(
            jar(
                "java.lang,java.util;version=\"[1,2)\";uses:=\"java.net,java.io\","
                    + "java.nio.file,java.net.http,koetsu.api.plugin;version=\"[1.0,2)\""));
    assertEquals(Set.of(Reach.FILES, Reach.NETWORK), facts.reach());
    assertEquals(Set.of("FieldExtractor"), facts.services());
    assertNull(facts.signer());
    assertTrue(facts.sha256().matches("[0-9a-f]{64}"), facts.sha256());
  }

  @Test
  void computingAloneReachesNothing() throws Exception {
    assertEquals(
        Set.of(),
        PlugInFacts.of(jar("java.lang,java.util.regex,koetsu.api.record,koetsu.api.text")).reach());
    assertEquals(Set.of(Reach.INSIDE), PlugInFacts.of(jar("koetsu.records")).reach());
    assertEquals(Set.of(Reach.WINDOW), PlugInFacts.of(jar("org.eclipse.swt.widgets")).reach());
  }

  @Test
  void classesSayWhatTheManifestKeepsToItself() throws Exception {
    PlugInJar jar =
        jar("java.lang", Reacher.class, "META-INF/services/koetsu.api.plugin.Segmenter");
    PlugInFacts facts = PlugInFacts.of(jar);
    // the class around it is one of ours, and not in the jar
    assertEquals(Set.of(Reach.FILES, Reach.NETWORK, Reach.PROGRAMS, Reach.INSIDE), facts.reach());
    assertEquals(Set.of("FieldExtractor", "Segmenter"), facts.services());
  }

  /** Names what a plug-in may do beyond computing. */
  static final class Reacher {
    private Reacher() {}

    static String reach(String name) throws IOException {
      java.net.URI.create(name).toURL().openStream().close();
      new ProcessBuilder(name).start();
      return Files.readString(Path.of(name));
    }
  }

  @Test
  void aDeclarationIsDataWithANameAndAVersion() throws Exception {
    PlugInJar jar = PlugInJar.of(Files.writeString(folder.resolve("quays-1.2.0.json"), "{}"));
    assertEquals("quays", jar.bundle());
    assertEquals("1.2.0", jar.version());
    PlugInFacts facts = PlugInFacts.of(jar);
    assertEquals(Set.of(), facts.reach());
    assertEquals(Set.of("FieldExtractor"), facts.services());
  }

  @Test
  void theSignerIsNamedAndATouchedJarIsRefused() throws Exception {
    PlugInJar jar = jar("java.lang");
    Path keys = folder.resolve("keys");
    run(
        "keytool",
        "-genkeypair",
        "-alias",
        "hana",
        "-keyalg",
        "EC",
        "-dname",
        "CN=Hana",
        "-storepass",
        "secret",
        "-keystore",
        keys.toString());
    run(
        "jarsigner",
        "-keystore",
        keys.toString(),
        "-storepass",
        "secret",
        jar.file().toString(),
        "hana");
    assertEquals("CN=Hana", PlugInFacts.of(jar).signer());

    Path touched = folder.resolve("touched.jar");
    try (ZipFile signed = new ZipFile(jar.file().toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(touched))) {
      for (ZipEntry entry : Collections.list(signed.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        boolean words = entry.getName().equals("words.txt");
        out.write(words ? new byte[] {'c'} : signed.getInputStream(entry).readAllBytes());
      }
    }
    IOException e = assertThrows(IOException.class, () -> PlugInFacts.of(PlugInJar.of(touched)));
    assertTrue(e.getMessage().startsWith(touched + ": signed, and changed since"), e.getMessage());
  }

  private PlugInJar jar(String imports) throws IOException {
    return jar(imports, null, "words2.txt");
  }

  private PlugInJar jar(String imports, Class<?> type, String entry) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.putValue("Manifest-Version", "1.0");
    headers.putValue("Bundle-SymbolicName", "a.b;singleton:=true");
    headers.putValue("Import-Package", imports);
    headers.putValue("Provide-Capability", OFFERED);
    Path file = folder.resolve("a.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.setLevel(0);
      jar.putNextEntry(new JarEntry("words.txt"));
      jar.write("ab12".getBytes("US-ASCII"));
      jar.closeEntry();
      jar.putNextEntry(new JarEntry(entry));
      jar.closeEntry();
      if (type != null) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(jar);
        }
        jar.closeEntry();
      }
    }
    return PlugInJar.of(file);
  }

  private static void run(String tool, String... arguments) throws Exception {
    Path program = Path.of(System.getProperty("java.home"), "bin", tool);
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, process.waitFor(), tool);
  }
}
