package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import koetsu.launcher.PlugInBundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlugInsOnDemandTest {
  @TempDir Path temp;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aProjectWithoutPlugInsNeedsNoFramework() throws Exception {
    PlugInsOnDemand plugIns = plugIns(temp.resolve("none"));
    plugIns.openProject(Files.createDirectories(temp.resolve("project")));
    plugIns.openProject(null);
    assertEquals(List.of(), plugIns.all());
    assertEquals(1, asked.getCount());
  }

  @Test
  void aProjectWithOneBringsItUpBeforeItIsRead() throws Exception {
    Path project = temp.resolve("project");
    Files.createDirectories(project.resolve(PlugInBundles.PROJECT_FOLDER));
    Files.createFile(project.resolve(PlugInBundles.PROJECT_FOLDER).resolve("one.jar"));
    plugIns(temp.resolve("none")).openProject(project);
    assertEquals(0, asked.getCount());
    assertEquals(List.of("no framework here"), told);
  }

  @Test
  void oneThatComesToTheUsersFolderBringsItUp() throws Exception {
    PlugInsOnDemand plugIns = plugIns(temp);
    plugIns.watch();
    Files.createFile(temp.resolve("one.jar"));
    assertTrue(asked.await(10, TimeUnit.SECONDS));
  }

  @Test
  void whatCannotBeInstalledSaysWhy() {
    IOException failure =
        assertThrows(IOException.class, () -> plugIns(temp).install(temp.resolve("one.jar")));
    assertEquals("no framework here", failure.getMessage());
  }

  private PlugInsOnDemand plugIns(Path user) {
    return new PlugInsOnDemand(
        user,
        () -> {
          asked.countDown();
          throw new LaunchException("no framework here");
        },
        told::add);
  }
}
