package koetsu.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.pipeline.internal.ClassNames;
import koetsu.records.FormatException;

/**
 * What a person should know of a bundle before running it.
 *
 * <p>A plug-in is a program like any other: nothing keeps it from what its user may do. {@link
 * #reach()} is what its manifest and its classes name, not a promise: reflection reaches the rest,
 * and is named itself.
 *
 * @param sha256 lower-case hexadecimal digest of the file
 * @param signer who signed it, as the certificate names them, or null; whether to believe the
 *     certificate is for the reader to say
 * @param services simple names of the plug-in interfaces that it offers, sorted
 * @param reach what it uses beyond computing, sorted
 */
public record PlugInFacts(String sha256, String signer, Set<String> services, Set<Reach> reach) {

  /** What the packages and classes of Java open the way to. */
  public enum Reach {
    FILES("java\\.io\\.(?:File|RandomAccessFile).*|java\\.nio\\.(?:file|channels).*"),
    NETWORK("java\\.net.*|javax\\.net.*|java\\.rmi.*|jdk\\.httpserver.*|com\\.sun\\.net.*"),
    /** Other programs of the machine. */
    PROGRAMS("java\\.lang\\.(?:Process|ProcessBuilder|Runtime)"),
    REFLECTION("java\\.lang\\.(?:reflect|instrument|foreign).*"),
    /** The window: SWT, JFace, Swing or AWT. */
    WINDOW("org\\.eclipse\\.(?:swt|jface).*|java\\.awt.*|javax\\.swing.*|koetsu\\.workbench.*"),
    /** Koetsu's own bundles behind the API. */
    INSIDE("koetsu\\.(?!api\\.|workbench).*|sun\\..*|jdk\\.internal.*");

    private final Pattern names;

    Reach(String names) {
      this.names = Pattern.compile(names);
    }
  }

  /** A package of {@code Import-Package}, without its attributes. */
  private static final Pattern IMPORTED =
      Pattern.compile("([\\w.]+)((?:;[\\w:-]+=(?:\"[^\"]*\"|[^,;\"]*))*)(?:,|$)");

  private static final Pattern OFFERED =
      Pattern.compile("objectClass:List<String>=\"koetsu\\.api\\.plugin\\.(\\w+)\"");

  private static final Pattern NAMED =
      Pattern.compile("META-INF/services/koetsu\\.api\\.plugin\\.(\\w+)");

  private static final Pattern DECLARED = Pattern.compile("koetsu/extractors/[^/]+\\.json");

  public PlugInFacts {
    Objects.requireNonNull(sha256);
    services = Collections.unmodifiableSet(new TreeSet<>(services));
    reach = Collections.unmodifiableSet(new TreeSet<>(reach));
  }

  /**
   * Looks into a jar without running anything of it.
   *
   * @throws IOException where it cannot be read, or its signature does not fit its content
   */
  public static PlugInFacts of(PlugInJar plugIn) throws IOException {
    if (plugIn.isDeclaration()) {
      // a declaration is data: it computes nothing of its own
      return new PlugInFacts(
          sha256(Files.readAllBytes(plugIn.file())), null, Set.of("FieldExtractor"), Set.of());
    }
    try (JarFile jar = new JarFile(plugIn.file().toFile(), true)) {
      Attributes main = jar.getManifest().getMainAttributes();
      return new PlugInFacts(
          sha256(Files.readAllBytes(plugIn.file())),
          signer(jar),
          offered(Objects.requireNonNullElse(main.getValue("Provide-Capability"), ""), jar),
          reach(Objects.requireNonNullElse(main.getValue("Import-Package"), ""), jar));
    } catch (SecurityException e) {
      throw new FormatException(
          plugIn.file() + ": signed, and changed since: " + e.getMessage(), e);
    }
  }

  /** The signer of every file in the jar; null where one of them has none. */
  private static String signer(JarFile jar) throws IOException {
    String signer = null;
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
        continue;
      }
      try (InputStream in = jar.getInputStream(entry)) {
        in.readAllBytes(); // signers are known only then
      }
      CodeSigner[] signers = entry.getCodeSigners();
      if (signers == null) {
        return null;
      }
      signer =
          signers[0].getSignerCertPath().getCertificates().get(0) instanceof X509Certificate known
              ? known.getSubjectX500Principal().getName()
              : signers[0].toString();
    }
    return signer;
  }

  private static Set<String> offered(String capabilities, JarFile jar) {
    Set<String> services = new TreeSet<>();
    Matcher offered = OFFERED.matcher(capabilities);
    while (offered.find()) {
      services.add(offered.group(1));
    }
    for (JarEntry entry : Collections.list(jar.entries())) {
      Matcher named = NAMED.matcher(entry.getName());
      if (named.matches()) {
        services.add(named.group(1));
      } else if (DECLARED.matcher(entry.getName()).matches()) {
        services.add("FieldExtractor");
      }
    }
    return services;
  }

  private static Set<Reach> reach(String imports, JarFile jar) throws IOException {
    Set<Reach> reach = new TreeSet<>();
    Matcher imported = IMPORTED.matcher(imports);
    while (imported.find()) {
      add(imported.group(1), reach);
    }
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.getName().endsWith(".class")) {
        try (InputStream in = jar.getInputStream(entry)) {
          for (String name : ClassNames.in(in)) {
            if (jar.getEntry(name.replace('.', '/') + ".class") == null) {
              add(name, reach);
            }
          }
        }
      } else if (entry.getName().endsWith(".jar")) {
        reach.add(Reach.REFLECTION); // classes that nobody looked at
      }
    }
    return reach;
  }

  private static void add(String name, Set<Reach> reach) {
    for (Reach each : Reach.values()) {
      if (each.names.matcher(name).matches()) {
        reach.add(each);
      }
    }
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
