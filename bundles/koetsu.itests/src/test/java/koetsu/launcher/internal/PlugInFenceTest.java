package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import koetsu.itests.Distribution;
import koetsu.itests.PlugInJar;
import koetsu.itests.plugin.HangingClass;
import koetsu.itests.plugin.HangingConstructor;
import koetsu.itests.plugin.HangingDeactivation;
import koetsu.itests.plugin.HangingId;
import koetsu.itests.plugin.HangingStart;
import koetsu.itests.plugin.HangingStop;
import koetsu.itests.plugin.SleepingStart;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundle.State;
import koetsu.launcher.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** Bundles that hang when they come or go, while the shipped bundles run. */
class PlugInFenceTest {
  private static final String PACKAGE = "koetsu.itests.plugin.";
  private static final String HANGING = "sample.hanging";
  private static final String GOOD = "sample.zealous";

  /** Far below the time of two that hang one after the other, on a machine with other work. */
  private static final Duration SOON = Duration.ofSeconds(8);

  @TempDir Path temp;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Path plugIns;
  private Bundles bundles;
  private FollowedBundles followed;

  @BeforeEach
  void start() throws Exception {
    plugIns = Files.createDirectory(temp.resolve("plugins"));
    bundles = Bundles.start(temp.resolve("cache"), new Journal(told::add), Duration.ofSeconds(1));
    bundles.add(Distribution.built().resolve("bundles").resolve("command-line"));
    followed = bundles.follow(plugIns, Trust.in(temp.resolve("data")));
  }

  @AfterEach
  void stop() throws Exception {
    long begun = System.nanoTime();
    bundles.stop();
    assertTrue(since(begun).compareTo(SOON) < 0, "the end took " + since(begun));
    try (var left = Files.list(temp.resolve("cache"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private PlugInBundle bundle(String name) {
    List<PlugInBundle> found =
        followed.all().stream().filter(each -> each.name().equals(name)).toList();
    assertEquals(1, found.size(), followed.all().toString());
    return found.get(0);
  }

  /** What the pipeline says of its plug-ins; its types belong to the bundles, not to this test. */
  private String plugInsOfPipeline() throws Exception {
    BundleContext context = bundles.context();
    Object pipeline =
        context.getService(context.getAllServiceReferences("koetsu.pipeline.Pipeline", null)[0]);
    Class<?> type = pipeline.getClass().getClassLoader().loadClass("koetsu.pipeline.Pipeline");
    return type.getMethod("plugIns").invoke(pipeline).toString();
  }

  private void assertGivenUp(String what, Path jar) throws Exception {
    PlugInBundle given = bundle(HANGING);
    assertEquals(State.BROKEN, given.state());
    String fault = given.message();
    assertTrue(fault.startsWith("is given up: " + what), fault);
    assertTrue(
        fault.endsWith(") did not return within 1 s; mend the plug-in or remove its file"), fault);
    assertEquals(
        List.of("bundle " + HANGING + " 1.0.0 (" + jar + ") " + fault), told, told.toString());
    assertFalse(plugInsOfPipeline().contains(HANGING), plugInsOfPipeline());
  }

  /** The rest goes on, and a mended file of the same version takes the place of the bad one. */
  private void assertTheRestGoesOn() throws Exception {
    PlugInJar.extractor(GOOD).in(plugIns);
    followed.look(true);
    assertEquals(State.ACTIVE, bundle(GOOD).state());
    assertTrue(plugInsOfPipeline().contains(GOOD), plugInsOfPipeline());
    assertEquals(State.BROKEN, bundle(HANGING).state(), "not tried again");

    PlugInJar.extractor(HANGING).in(plugIns);
    followed.look(true);
    assertEquals(State.ACTIVE, bundle(HANGING).state(), () -> bundle(HANGING).message());
    assertNull(bundle(HANGING).message());
    assertTrue(plugInsOfPipeline().contains(HANGING + ", version=1.0.0"), plugInsOfPipeline());

    followed.remove(bundle(HANGING));
    assertFalse(plugInsOfPipeline().contains(HANGING), plugInsOfPipeline());
    assertEquals(State.ACTIVE, bundle(GOOD).state());
    assertEquals(1, told.size(), told.toString());
  }

  private void starts(PlugInJar plugIn, String what) throws Exception {
    Path jar = plugIn.in(plugIns);
    long begun = System.nanoTime();
    followed.add(plugIns, PlugInBundle.Home.USER);
    assertTrue(since(begun).compareTo(SOON) < 0, "it took " + since(begun));
    assertGivenUp(what, jar);
    assertTheRestGoesOn();
  }

  @Test
  void anActivatorThatNeverStarts() throws Exception {
    starts(
        PlugInJar.activator(HANGING, HangingStart.class),
        PACKAGE + "HangingStart.start() (Hang.java:");
  }

  @Test
  void anActivatorThatHearsTheInterruption() throws Exception {
    starts(
        PlugInJar.activator(HANGING, SleepingStart.class),
        PACKAGE + "SleepingStart.start() (SleepingStart.java:");
  }

  @Test
  void aConstructorThatNeverReturns() throws Exception {
    starts(
        PlugInJar.extractor(HANGING, HangingConstructor.class),
        "new " + PACKAGE + "HangingConstructor() (Hang.java:");
  }

  @Test
  void aStaticInitialiserThatNeverReturns() throws Exception {
    starts(
        PlugInJar.extractor(HANGING, HangingClass.class),
        "static " + PACKAGE + "HangingClass (Hang.java:");
  }

  @Test
  void anIdThatNeverReturns() throws Exception {
    starts(PlugInJar.extractor(HANGING, HangingId.class), PACKAGE + "HangingId.id() (Hang.java:");
  }

  private void stops(PlugInJar plugIn, String what) throws Exception {
    Path jar = plugIn.in(plugIns);
    followed.add(plugIns, PlugInBundle.Home.USER);
    assertEquals(State.ACTIVE, bundle(HANGING).state());
    assertTrue(plugInsOfPipeline().contains(HANGING), plugInsOfPipeline());
    followed.stop(bundle(HANGING));
    assertGivenUp(what, jar);
    assertTheRestGoesOn();
  }

  @Test
  void anActivatorThatNeverStops() throws Exception {
    stops(
        PlugInJar.activator(HANGING, HangingStop.class),
        PACKAGE + "HangingStop.stop() (Hang.java:");
  }

  @Test
  void aComponentThatIsNeverDeactivated() throws Exception {
    stops(
        PlugInJar.extractor(HANGING, HangingDeactivation.class),
        PACKAGE + "HangingDeactivation.deactivate() (Hang.java:");
  }

  @Test
  void aFileThatIsTakenAwayFromABundleThatNeverStops() throws Exception {
    Path jar = PlugInJar.activator(HANGING, HangingStop.class).in(plugIns);
    followed.add(plugIns, PlugInBundle.Home.USER);
    Files.delete(jar);
    followed.look(true);
    assertEquals(List.of(), followed.all());
    assertFalse(plugInsOfPipeline().contains(HANGING), plugInsOfPipeline());
    assertEquals(1, told.size(), told.toString());
  }

  @Test
  void severalThatHangCostTheTimeOfOne() throws Exception {
    for (int i = 0; i < 4; i++) {
      PlugInJar.extractor("sample.bad" + i, HangingConstructor.class).in(plugIns);
    }
    PlugInJar.extractor(GOOD).in(plugIns);
    long begun = System.nanoTime();
    followed.add(plugIns, PlugInBundle.Home.USER);
    assertTrue(since(begun).compareTo(SOON) < 0, "it took " + since(begun));
    assertEquals(4, told.size(), told.toString());
    assertEquals(State.ACTIVE, bundle(GOOD).state());
  }

  @Test
  void nobodyWhoOnlyAsksOrOpensAProjectWaits() throws Exception {
    Path project = Files.createDirectories(temp.resolve("project"));
    Path folder = Files.createDirectories(project.resolve("plugins"));
    Path jar = PlugInJar.extractor(HANGING, HangingConstructor.class).in(folder);
    Trust.in(temp.resolve("data")).give(Trust.sha256(Files.readAllBytes(jar)), HANGING);
    followed.watch();
    for (int i = 0; i < 3; i++) {
      PlugInJar.extractor("sample.bad" + i, HangingConstructor.class).in(plugIns);
    }
    followed.addInTime(plugIns, PlugInBundle.Home.USER);

    long begun = System.nanoTime();
    followed.all();
    assertTrue(since(begun).toMillis() < 500, "asking took " + since(begun));
    begun = System.nanoTime();
    followed.openProject(project);
    assertTrue(since(begun).toMillis() < 3500, "opening took " + since(begun));

    for (int i = 0; i < 300 && followed.all().size() < 4; i++) {
      Thread.sleep(100);
    }
    assertEquals(4, told.size(), told.toString());
    assertEquals(State.BROKEN, bundle(HANGING).state());
  }
}
