package koetsu.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of plug-in that the tutorial does not make. */
class TemplateTest {
  @TempDir Path home;

  @Test
  void aDeclarationIsAtWorkAsItIsMade() throws Exception {
    try (AuthorShell shell = AuthorShell.in(home)) {
      shell.expect("koetsu new declared berth-count");
      shell.expect("mkdir -p ~/.local/share/koetsu/plugins");
      shell.expect("cp berth-count/*.json ~/.local/share/koetsu/plugins/");
      String bundles = shell.expect("koetsu bundles");
      assertTrue(bundles.contains("berth-count.berthCount"), bundles);
    }
  }

  @ParameterizedTest
  @CsvSource({"validator, koetsu.api.plugin.Validator", "view, koetsu.workbench.ViewFactory"})
  @Tag("long")
  void aJavaKindBuildsAndOffersItsService(String kind, String service) throws Exception {
    try (AuthorShell shell = AuthorShell.in(home)) {
      shell.expect("koetsu new " + kind + " harbour-master --package org.harbour.master");
      shell.expect("cd harbour-master");
      shell.expect("mvn -q verify");
      Path jar = shell.folder().resolve("target/org.harbour.master-1.0.0.jar");
      assertTrue(Files.exists(jar));
      String offers = BundleJar.of(jar).headers().getValue("Provide-Capability");
      assertTrue(offers.contains(service), offers);
      assertEquals("org.harbour.master", BundleJar.of(jar).symbolicName());
    }
  }
}
