package koetsu.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koetsu.launcher.Application;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** The shipped bundles in a framework of this process. */
class FrameworkTest {

  private static final String EXTRACTOR = "koetsu.api.plugin.FieldExtractor";
  private static final String EXPORTER = "koetsu.api.plugin.Exporter";
  private static final String IMPORTER = "koetsu.api.plugin.Importer";

  @TempDir Path temp;
  private Framework framework;

  @BeforeEach
  void start() throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    temp.resolve("storage").toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "koetsu.launcher;version=1.0.0,org.osgi.service.log;version=1.5.0"));
    framework.start();
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  @Test
  void theCommandLineNeedsNothingOfTheWorkbench() throws Exception {
    assertAllStart(install("bundles/command-line"));
    assertEquals(1, applications(Application.COMMAND_LINE).size());
  }

  @Test
  void everyBundleOfTheWorkbenchStarts() throws Exception {
    List<Bundle> bundles = install("bundles/command-line");
    bundles.addAll(install("bundles/workbench"));
    assertAllStart(bundles);
  }

  @Test
  void extractorsComeAndGoWithTheirBundle() throws Exception {
    assertAllStart(install("bundles/command-line"));
    BundleContext context = framework.getBundleContext();
    int before = services(EXTRACTOR).size();
    assertTrue(before > 0, "no extractor of the house");

    Path jar = PlugInJar.extractor("sample.extractor").in(temp);
    Bundle plugIn = context.installBundle("reference:" + jar.toUri());
    plugIn.start();
    assertEquals(before + 1, services(EXTRACTOR).size());
    assertTrue(plugInsOfPipeline().contains("sample.extractor"), plugInsOfPipeline());

    plugIn.stop();
    assertEquals(before, services(EXTRACTOR).size());
    assertTrue(!plugInsOfPipeline().contains("sample.extractor"), plugInsOfPipeline());

    plugIn.start();
    plugIn.uninstall();
    assertEquals(before, services(EXTRACTOR).size());
    assertTrue(!plugInsOfPipeline().contains("sample.extractor"), plugInsOfPipeline());
  }

  @Test
  void theCommandLineGoesAndComesWithWhatItNeeds() throws Exception {
    List<Bundle> bundles = install("bundles/command-line");
    assertAllStart(bundles);
    Bundle pipeline =
        bundles.stream()
            .filter(bundle -> bundle.getSymbolicName().equals("koetsu.pipeline"))
            .findFirst()
            .orElseThrow();
    pipeline.stop();
    assertEquals(List.of(), applications(Application.COMMAND_LINE));
    pipeline.start();
    assertEquals(1, applications(Application.COMMAND_LINE).size());
  }

  @Test
  void theFrameworkHasTheFormatsOfTheClassPath() throws Exception {
    List<Bundle> bundles = install("bundles/command-line");
    assertAllStart(bundles);
    for (String type : List.of(EXPORTER, IMPORTER)) {
      List<String> named = named(type, bundles);
      assertTrue(named.size() > 1, named::toString);
      List<String> served =
          services(type).stream()
              .map(s -> framework.getBundleContext().getService(s).getClass().getName())
              .sorted()
              .toList();
      assertEquals(named.stream().sorted().toList(), served);
      assertEquals(named.size(), formats(type.equals(EXPORTER) ? "exporters" : "importers"));
    }
  }

  @Test
  void theFrameworkHasTheViewsAndCommandsOfTheClassPath() throws Exception {
    List<Bundle> bundles = install("bundles/command-line");
    bundles.addAll(install("bundles/workbench"));
    assertAllStart(bundles);
    for (String type : List.of("ViewFactory", "CommandProvider", "Perspective", "ProjectOpener")) {
      List<String> named = named("koetsu.workbench." + type, bundles);
      assertFalse(named.isEmpty(), type);
      List<String> served =
          services("koetsu.workbench." + type).stream()
              .map(s -> String.valueOf(s.getProperty("component.name")))
              .sorted()
              .toList();
      assertEquals(named.stream().sorted().toList(), served);
    }
  }

  /** The providers that bundles name for a plain class path. */
  private static List<String> named(String type, List<Bundle> bundles) throws Exception {
    List<String> named = new ArrayList<>();
    for (Bundle bundle : bundles) {
      URL entry = bundle.getEntry("META-INF/services/" + type);
      if (entry != null) {
        try (InputStream in = entry.openStream()) {
          named.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        }
      }
    }
    return named;
  }

  /** How many formats a person is offered; the types belong to the bundles, not to this test. */
  private int formats(String direction) throws Exception {
    Object formats =
        framework.getBundleContext().getService(services("koetsu.export.Formats").get(0));
    return ((List<?>) formats.getClass().getMethod(direction).invoke(formats)).size();
  }

  private List<Bundle> install(String folder) throws Exception {
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : Distribution.jars(folder)) {
      // the fragment for another processor is shipped, and left out by the launcher
      if (!jar.toString().contains("linux.aarch64")) {
        bundles.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
      }
    }
    return bundles;
  }

  private void assertAllStart(List<Bundle> bundles) throws Exception {
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    for (Bundle bundle : bundles) {
      if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
        bundle.start();
        assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.toString());
      } else {
        assertEquals(Bundle.RESOLVED, bundle.getState(), bundle.toString());
      }
    }
  }

  private List<ServiceReference<Application>> applications(String name) throws Exception {
    return List.copyOf(
        framework
            .getBundleContext()
            .getServiceReferences(Application.class, "(" + Application.NAME + "=" + name + ")"));
  }

  private List<ServiceReference<?>> services(String type) throws Exception {
    ServiceReference<?>[] found = framework.getBundleContext().getAllServiceReferences(type, null);
    return Stream.ofNullable(found).flatMap(Arrays::stream).toList();
  }

  /** What the pipeline says of its plug-ins; its types belong to the bundles, not to this test. */
  private String plugInsOfPipeline() throws Exception {
    BundleContext context = framework.getBundleContext();
    Object pipeline = context.getService(services("koetsu.pipeline.Pipeline").get(0));
    Class<?> type = pipeline.getClass().getClassLoader().loadClass("koetsu.pipeline.Pipeline");
    return type.getMethod("plugIns").invoke(pipeline).toString();
  }
}
