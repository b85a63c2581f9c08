package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import koetsu.itests.Distribution;
import koetsu.itests.PlugInJar;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;
import koetsu.launcher.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with plug-in bundles while the shipped bundles run. */
class FollowedBundlesTest {

  private static final String EXTRACTOR = "sample.extractor";

  @TempDir Path temp;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger changes = new AtomicInteger();
  private Path plugIns;
  private Path project;
  private Bundles bundles;
  private FollowedBundles followed;

  @BeforeEach
  void start() throws Exception {
    plugIns = temp.resolve("data").resolve("plugins");
    project = Files.createDirectories(temp.resolve("project"));
    bundles = Bundles.start(temp.resolve("cache"), new Journal(told::add));
    bundles.add(Distribution.built().resolve("bundles").resolve("command-line"));
    followed = bundles.follow(plugIns, Trust.in(temp.resolve("data")));
    followed.add(plugIns, PlugInBundle.Home.USER);
    followed.onChange(changes::incrementAndGet);
  }

  @AfterEach
  void stop() throws Exception {
    bundles.stop();
  }

  private PlugInBundle only() {
    List<PlugInBundle> all = followed.all();
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private long extractors() throws Exception {
    return List.of(
            bundles.context().getAllServiceReferences("koetsu.api.plugin.FieldExtractor", null))
        .stream()
        .filter(service -> service.getBundle().getSymbolicName().equals(EXTRACTOR))
        .count();
  }

  private Path jar(String version) throws Exception {
    Path folder = Files.createDirectories(temp.resolve("downloads-" + version));
    return PlugInJar.extractor(EXTRACTOR).version(version).in(folder);
  }

  @Test
  void theFrameworkOffersTheBundlesToTheWindow() {
    assertTrue(bundles.context().getServiceReference(PlugInBundles.class) != null);
  }

  @Test
  void aFileIsInstalledStoppedStartedUpdatedAndRemoved() throws Exception {
    PlugInBundle installed = followed.install(jar("1.0.0"));
    assertEquals(PlugInBundle.State.ACTIVE, installed.state());
    assertEquals(PlugInBundle.Home.USER, installed.home());
    assertEquals(EXTRACTOR + " 1.0.0", installed.name() + " " + installed.version());
    assertEquals(Trust.sha256(Files.readAllBytes(installed.file())), installed.sha256());
    assertEquals(1, extractors());

    followed.stop(installed);
    assertEquals(PlugInBundle.State.STOPPED, only().state());
    assertEquals(0, extractors());
    followed.install(jar("3.0.0"));
    assertEquals("3.0.0", only().version());
    assertEquals(1, extractors(), "what is installed anew runs");

    followed.stop(only());
    bundles.settle(List.of());
    assertEquals(0, extractors(), "stopped stays stopped whatever else happens");
    followed.start(only());
    assertEquals(1, extractors());

    Path renamed = Files.copy(jar("4.0.0"), temp.resolve("other-name.jar"));
    followed.install(renamed);
    assertEquals("4.0.0", only().version(), "one version of a bundle, whatever its file is called");

    followed.remove(only());
    assertEquals(List.of(), followed.all());
    assertEquals(0, extractors());
    assertEquals(List.of(), told);
    assertTrue(changes.get() >= 7, changes + " changes");
  }

  @Test
  void aBundleOfAProjectRunsOnceItIsTrustedAndGoesWithTheProject() throws Exception {
    Path folder = Files.createDirectories(project.resolve("plugins"));
    PlugInJar.extractor(EXTRACTOR).in(folder);
    followed.openProject(project);
    assertEquals(PlugInBundle.State.UNTRUSTED, only().state());
    assertEquals(PlugInBundle.Home.PROJECT, only().home());
    assertEquals(EXTRACTOR + " 1.0.0", only().name() + " " + only().version());
    assertEquals(0, extractors());
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("is not trusted and does not run"), told.toString());

    followed.trust(only());
    assertEquals(PlugInBundle.State.ACTIVE, only().state());
    assertEquals(1, extractors());

    PlugInJar.extractor(EXTRACTOR).version("1.0.1").in(folder);
    followed.look(true);
    assertEquals(PlugInBundle.State.UNTRUSTED, only().state(), "other bytes, another question");
    assertEquals(0, extractors());
    PlugInJar.extractor(EXTRACTOR).in(folder);
    followed.look(true);
    PlugInBundle again = only();
    followed.trust(again);
    assertEquals(1, extractors());

    followed.distrust(only());
    assertEquals(PlugInBundle.State.UNTRUSTED, only().state());
    assertEquals(0, extractors());

    followed.trust(only());
    followed.openProject(null);
    assertEquals(List.of(), followed.all());
    assertEquals(0, extractors());
    followed.openProject(project);
    assertEquals(PlugInBundle.State.ACTIVE, only().state(), "the answer is remembered");
  }

  @Test
  void whatCannotRunSaysWhatIsMissing() throws Exception {
    Path broken = PlugInJar.needing(EXTRACTOR, "no.such.library;version=\"[2,3)\"").in(temp);
    assertEquals(
        "does not start: it needs the package no.such.library (version 2.0.0 or higher, below"
            + " 3.0.0), and no installed bundle has that",
        followed.install(broken).message());
    assertEquals(PlugInBundle.State.BROKEN, only().state());

    Path text = Files.writeString(temp.resolve("notes.jar"), "no jar");
    PlugInBundle noJar = followed.install(text);
    assertEquals(PlugInBundle.State.BROKEN, noJar.state());
    assertTrue(noJar.message().contains("notes.jar cannot be installed: "), noJar.message());
    assertFalse(noJar.message().contains("\n"), noJar.message());
  }

  @Test
  void anUnpackedBundleIsFollowedBesideTheOthers() throws Exception {
    Path classes = Files.createDirectories(temp.resolve("classes").resolve("META-INF"));
    Files.writeString(
        classes.resolve("MANIFEST.MF"),
        "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: dev.made\n");
    followed.add(classes.getParent(), PlugInBundle.Home.DEVELOPED);
    assertEquals(PlugInBundle.Home.DEVELOPED, only().home());
    assertEquals(PlugInBundle.State.ACTIVE, only().state());
    assertEquals("dev.made", only().name());
  }
}
