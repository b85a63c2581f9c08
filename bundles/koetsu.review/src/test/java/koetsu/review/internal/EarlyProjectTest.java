package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.pipeline.Monitor;
import koetsu.pipeline.ReplaceablePipeline;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.workbench.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyProjectTest {
  private static final Consumer<SourceDocument> NOT_TOLD =
      text -> {
        throw new AssertionError("told " + text.name());
      };

  private final ReplaceablePipeline pipeline = new ReplaceablePipeline(SheetPlugIns.pipeline());
  private final Remembered preferences = new Remembered();
  @TempDir private Path place;
  private Path folder;
  private Project project;

  @BeforeEach
  void makeProject() throws IOException, ProjectException {
    folder = place.resolve("project");
    Path first = Files.writeString(place.resolve("a.txt"), ReviewDesk.TEXT);
    Path second = Files.writeString(place.resolve("b.txt"), ReviewDesk.TEXT);
    Project.create(folder, List.of(first, second));
  }

  @AfterEach
  void close() throws ProjectException {
    if (project != null) {
      project.close();
    }
  }

  @Test
  void hasWhatWasKeptOfADocumentWithItsDecisions() throws Exception {
    keep("b.txt");
    EarlyProject early = begun();
    project = early.open();
    assertTrue(early.ready(file("a.txt")).isEmpty());
    EarlyProject.Found found = early.ready(file("b.txt")).orElseThrow();
    assertEquals(2, found.parsed().records().size());
    assertEquals(
        found.parsed().records(), found.document().survey().state().records(), "nothing decided");
    assertTrue(early.ready(file("b.txt")).isEmpty(), "it is handed out once");
  }

  @Test
  void looksAgainWhenItIsAskedAgain() throws Exception {
    EarlyProject early = begun();
    project = early.open();
    assertFalse(early.find(project, file("a.txt"), NOT_TOLD).isRead());
    keep(early, "a.txt");
    assertTrue(early.find(project, file("a.txt"), text -> {}).isRead());
  }

  @Test
  void tellsTheTextOfWhatIsKeptAheadOfTheRest() throws Exception {
    keep("a.txt");
    EarlyProject early = early(place.resolve("cache"));
    project = early.open();
    List<String> told = new ArrayList<>();
    assertTrue(
        early
            .find(
                project,
                file("a.txt"),
                text -> told.add(text.text() + project.document(text.name()).isPresent()))
            .isRead());
    assertEquals(List.of(ReviewDesk.TEXT + false), told);
  }

  @Test
  void hasNothingThatOtherPlugInsSaid() throws Exception {
    keep("a.txt");
    EarlyProject early = begun();
    project = early.open();
    pipeline.replaceBy(SheetPlugIns.pipeline());
    assertTrue(early.ready(file("a.txt")).isEmpty());
  }

  @Test
  void tellsWhoeverOpensItWhyItCannotBeOpened() throws IOException {
    Files.writeString(folder.resolve("koetsu.json"), "not what it was");
    EarlyProject early = begun();
    assertThrows(ProjectException.class, early::open);
  }

  @Test
  void tellsWhoeverReadsADocumentWhyItCannotBeRead() throws Exception {
    EarlyProject early = early(place.resolve("cache"));
    project = early.open();
    SourceFile gone = file("a.txt");
    Files.delete(gone.path());
    early.begin();
    assertTrue(early.ready(gone).isEmpty());
    assertThrows(IOException.class, () -> early.find(project, gone, NOT_TOLD));
  }

  @Test
  void keepsNothingWhereNothingIsToBeKept() throws Exception {
    EarlyProject early = early(null);
    project = early.open();
    keep(early, "a.txt");
    assertFalse(early.find(project, file("a.txt"), NOT_TOLD).isRead());
  }

  private EarlyProject begun() {
    EarlyProject early = early(place.resolve("cache"));
    early.begin();
    return early;
  }

  private EarlyProject early(Path cache) {
    return new EarlyProject(folder, place.resolve("data"), cache, preferences, pipeline);
  }

  /** As an earlier start did. */
  private void keep(String name) throws Exception {
    EarlyProject before = early(place.resolve("cache"));
    try (Project opened = before.open()) {
      project = opened;
      keep(before, name);
    }
  }

  private void keep(EarlyProject early, String name)
      throws IOException, LoadException, ProjectException {
    DocumentReader.Input input = early.reader().input(file(name));
    input.keep(early.reader().run(input.load(), Monitor.NONE));
  }

  private SourceFile file(String name) throws ProjectException {
    return project.sources().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static final class Remembered implements Preferences {
    private final Map<String, String> all = new HashMap<>(Map.of(ReviewOpener.REVIEWER, "rin"));

    @Override
    public Optional<String> get(String key) {
      return Optional.ofNullable(all.get(key));
    }

    @Override
    public void put(String key, String value) {
      all.put(key, value);
    }
  }
}
