package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import koetsu.itests.Distribution;
import koetsu.itests.PlugInJar;
import koetsu.launcher.PlugInBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/** Plug-ins that come, change and go while the shipped bundles run. */
class HotSwapTest {

  private static final String EXTRACTOR = "sample.extractor";

  @TempDir Path temp;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Path plugIns;
  private Bundles bundles;
  private PlugInFolder folder;

  @BeforeEach
  void start() throws Exception {
    plugIns = Files.createDirectory(temp.resolve("plugins"));
    bundles = Bundles.start(temp.resolve("cache"), new Journal(told::add));
    bundles.add(Distribution.built().resolve("bundles").resolve("command-line"));
    folder = new PlugInFolder(plugIns, PlugInBundle.Home.USER, bundles);
  }

  @AfterEach
  void stop() throws Exception {
    bundles.stop();
  }

  @Test
  void aJarIsUsedOnceItRestsAndNoLongerWhenItIsGone() throws Exception {
    Path jar = PlugInJar.extractor(EXTRACTOR).in(plugIns);
    folder.look(false);
    assertFalse(plugInsOfPipeline().contains(EXTRACTOR), "may still be copied");
    folder.look(false);
    assertTrue(plugInsOfPipeline().contains(EXTRACTOR + ", version=1.0.0"), plugInsOfPipeline());

    PlugInJar.extractor(EXTRACTOR).version("1.10.0").in(plugIns);
    folder.look(false);
    folder.look(false);
    assertTrue(plugInsOfPipeline().contains(EXTRACTOR + ", version=1.10.0"), plugInsOfPipeline());
    assertFalse(plugInsOfPipeline().contains("version=1.0.0"), plugInsOfPipeline());

    Files.delete(jar);
    folder.look(false);
    assertFalse(plugInsOfPipeline().contains(EXTRACTOR), plugInsOfPipeline());
    assertEquals(List.of(), told);
  }

  @Test
  void twoVersionsWorkSideBySide() throws Exception {
    Path other = Files.createDirectory(plugIns.resolve("other"));
    PlugInJar.extractor(EXTRACTOR).in(plugIns);
    Files.move(
        PlugInJar.extractor(EXTRACTOR).version("2.0.0").in(other), plugIns.resolve("second.jar"));
    folder.look(true);
    assertTrue(plugInsOfPipeline().contains(EXTRACTOR + ", version=1.0.0"), plugInsOfPipeline());
    assertTrue(plugInsOfPipeline().contains(EXTRACTOR + ", version=2.0.0"), plugInsOfPipeline());
    assertEquals(List.of(), told);
  }

  @Test
  void aJarThatIsNoBundleIsToldOnceAndWorksWhenItIsMended() throws Exception {
    Path jar = Files.writeString(plugIns.resolve(EXTRACTOR + ".jar"), "half a jar");
    folder.look(true);
    folder.look(false);
    folder.look(false);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains(jar + " cannot be installed"), told.toString());

    PlugInJar.extractor(EXTRACTOR).in(plugIns);
    folder.look(false);
    folder.look(false);
    assertTrue(plugInsOfPipeline().contains(EXTRACTOR), plugInsOfPipeline());
  }

  @Test
  void aDeclarationIsAPlugInAndASlipInItIsNamed() throws Exception {
    Path file = plugIns.resolve("harbours-1.2.0.json");
    Files.writeString(
        file,
        """
        {"schema": "koetsu.extractor/1", "id": "harbours",
         "dictionaries": [{"field": "name", "entries": [{"value": "a", "words": ["湾"]}]}]}
        """);
    folder.look(true);
    String found = plugInsOfPipeline();
    assertTrue(found.contains("id=harbours.name, bundle=harbours, version=1.2.0"), found);

    Files.writeString(file, "{\"schema\": \"koetsu.extractor/1\",\n \"id\": 5}");
    folder.look(true);
    assertFalse(plugInsOfPipeline().contains("harbours.name"), plugInsOfPipeline());
    for (int i = 0; i < 200 && told.isEmpty(); i++) {
      Thread.sleep(20); // the log service tells on a thread of its own
    }
    assertEquals(1, told.size(), told.toString());
    assertTrue(
        told.get(0).endsWith("harbours: harbours-1.2.0.json, line 2, column 8: id is not a string"),
        told.toString());

    Files.delete(file);
    folder.look(true);
    assertFalse(plugInsOfPipeline().contains("harbours"), plugInsOfPipeline());
  }

  @Test
  void aFolderThatComesLaterIsFollowedTo() throws Exception {
    Path later = temp.resolve("later");
    PlugInFolder place = new PlugInFolder(later, PlugInBundle.Home.USER, bundles);
    place.look(true);
    Files.createDirectory(later);
    PlugInJar.extractor(EXTRACTOR).in(later);
    place.look(false);
    place.look(false);
    assertTrue(plugInsOfPipeline().contains(EXTRACTOR), plugInsOfPipeline());
  }

  @Test
  void swappingLeaksNoClassLoader() throws Exception {
    swap(25);
  }

  @Test
  @Tag("long")
  void swappingOftenLeaksNoClassLoader() throws Exception {
    swap(1000);
  }

  /** Brings, changes and takes out a plug-in, again and again. */
  private void swap(int cycles) throws Exception {
    int services = services().size();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < cycles; i++) {
      Path jar = PlugInJar.extractor(EXTRACTOR).version("1.0." + i).in(plugIns);
      folder.look(true);
      loaders.add(loader("1.0." + i));
      PlugInJar.extractor(EXTRACTOR).version("1.10." + i).in(plugIns);
      folder.look(true);
      loaders.add(loader("1.10." + i));
      Files.delete(jar);
      folder.look(true);
    }
    assertEquals(2 * cycles, loaders.size());
    assertEquals(services, services().size());
    assertEquals(List.of(), told);
    for (int i = 0; i < 20 && loaders.stream().anyMatch(l -> l.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    long kept = loaders.stream().filter(loader -> loader.get() != null).count();
    System.out.println(
        cycles + " swap cycles: " + kept + " of " + loaders.size() + " loaders kept");
    assertEquals(0, kept, "class loaders of plug-ins that are gone");
  }

  private WeakReference<ClassLoader> loader(String version) throws Exception {
    for (ServiceReference<?> service : services()) {
      if (service.getBundle().getSymbolicName().equals(EXTRACTOR)) {
        assertEquals(version, service.getBundle().getVersion().toString());
        assertTrue(plugInsOfPipeline().contains(version), plugInsOfPipeline());
        return new WeakReference<>(service.getBundle().adapt(BundleWiring.class).getClassLoader());
      }
    }
    throw new AssertionError("no extractor of version " + version + "; told: " + told);
  }

  private List<ServiceReference<?>> services() throws Exception {
    return List.of(
        bundles.context().getAllServiceReferences("koetsu.api.plugin.FieldExtractor", null));
  }

  /** What the pipeline says of its plug-ins; its types belong to the bundles, not to this test. */
  private String plugInsOfPipeline() throws Exception {
    BundleContext context = bundles.context();
    Object pipeline =
        context.getService(context.getAllServiceReferences("koetsu.pipeline.Pipeline", null)[0]);
    Class<?> type = pipeline.getClass().getClassLoader().loadClass("koetsu.pipeline.Pipeline");
    return type.getMethod("plugIns").invoke(pipeline).toString();
  }
}
