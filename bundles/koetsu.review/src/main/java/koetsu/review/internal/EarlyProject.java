package koetsu.review.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import koetsu.api.document.SourceDocument;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.pipeline.Pipeline;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.review.OpenDocument;
import koetsu.workbench.Preferences;

/**
 * A project that is opened, and what was kept of its documents, while the window system wakes up:
 * what is there by then is in the first picture of the window. Any thread.
 */
public final class EarlyProject {

  /**
   * What is known of a document without asking a plug-in.
   *
   * @param input its bytes
   * @param parsed what the machine says; null where that is not kept
   * @param document the same with every decision in its place, or null
   */
  public record Found(DocumentReader.Input input, ParsedDocument parsed, OpenDocument document) {
    /** Whether no plug-in need be asked. */
    public boolean isRead() {
      return document != null;
    }
  }

  /** The search for what is kept of a document, which comes across its text first. */
  private final class Look extends FutureTask<Found> {
    private final CompletableFuture<SourceDocument> text;

    Look(Project project, SourceFile file) {
      this(project, file, new CompletableFuture<>());
    }

    private Look(Project project, SourceFile file, CompletableFuture<SourceDocument> text) {
      super(() -> look(project, file, text));
      this.text = text;
    }
  }

  private final Pipeline pipeline;
  private final Profile profile;
  private final Path folder;
  private final Path data;
  private final Preferences preferences;
  private final LastPlace last;
  private final DocumentReader reader;
  private final FutureTask<Project> opening = new FutureTask<>(this::opened);

  /** Documents in the order in which they are looked for; each is taken out by who needs it. */
  private final Map<String, Look> looking = Collections.synchronizedMap(new LinkedHashMap<>());

  /**
   * @param data the user's data folder
   * @param cache the user's folder for what only saves time; null where nothing is to be kept
   */
  EarlyProject(Path folder, Path data, Path cache, Preferences preferences, Pipeline pipeline) {
    this.folder = folder.toAbsolutePath().normalize();
    this.data = data;
    this.preferences = preferences;
    this.pipeline = pipeline;
    this.profile = pipeline.profile();
    this.reader = new DocumentReader(pipeline, cache);
    this.last = new LastPlace(preferences, this.folder);
  }

  boolean isOf(Path other) {
    return folder.equals(other.toAbsolutePath().normalize());
  }

  /** Whether the plug-ins still are those that it is opened for. */
  boolean isOfToday() {
    return pipeline.profile() == profile;
  }

  /** Opens the project and looks for what is kept of its documents; a failure waits to be told. */
  void begin() {
    opening.run();
    List.copyOf(looking.values()).forEach(Look::run);
  }

  private Project opened() throws ProjectException {
    Author author = Author.here(data, preferences.get(ReviewOpener.REVIEWER).orElse(null));
    Project project = Project.open(folder, author, profile);
    for (SourceFile file : last.inOrder(project.sources())) {
      looking.put(file.name(), new Look(project, file));
    }
    return project;
  }

  /** The project; waits for it. */
  Project open() throws ProjectException {
    opening.run(); // nothing where it was
    try {
      return opening.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProjectException failure) {
        throw failure;
      }
      throw new IllegalStateException(folder + ": cannot be opened", e.getCause());
    } catch (InterruptedException e) {
      throw new ProjectException(folder + ": interrupted while it was opened", e);
    }
  }

  public DocumentReader reader() {
    return reader;
  }

  /** What is kept of a document, if that is known without waiting. */
  public Optional<Found> ready(SourceFile file) {
    Look task = looking.get(file.name());
    if (task == null || !task.isDone() || !isOfToday()) {
      return Optional.empty();
    }
    try {
      Found found = task.get();
      if (found.isRead()) {
        looking.remove(file.name());
        return Optional.of(found);
      }
      return Optional.empty();
    } catch (ExecutionException | InterruptedException unreadable) {
      return Optional.empty(); // find() says so
    }
  }

  /**
   * What is kept of a document, once for all; waits for it where it is looked for already.
   *
   * @param text is given the text of what is kept as soon as it is there; on any thread
   * @throws IOException where the document cannot be read
   */
  public Found find(Project project, SourceFile file, Consumer<SourceDocument> text)
      throws IOException {
    Look early = looking.remove(file.name());
    Look task = early == null || !isOfToday() ? new Look(project, file) : early;
    task.text.thenAccept(text);
    task.run(); // nothing where it was
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(file.name() + ": cannot be read", e.getCause());
    } catch (InterruptedException e) {
      throw new IOException(file.name() + ": interrupted while it was read", e);
    }
  }

  private Found look(Project project, SourceFile file, CompletableFuture<SourceDocument> text)
      throws IOException {
    DocumentReader.Input input = reader.input(file);
    ParsedDocument kept = input.kept(text::complete).orElse(null);
    return new Found(
        input, kept, kept == null ? null : OpenDocument.read(file, project.present(kept)));
  }
}
