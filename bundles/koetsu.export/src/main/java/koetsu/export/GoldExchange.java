package koetsu.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.Loss;
import koetsu.api.plugin.Sources;
import koetsu.export.internal.FolderOutput;
import koetsu.export.internal.Named;
import koetsu.pipeline.Fence;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;

/** Carries a project's gold to other tools and back. */
public final class GoldExchange {
  /** How long a format may take; far more than a hundred thousand records need. */
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final Project project;
  private final Pipeline pipeline;
  private final Duration limit;

  public GoldExchange(Project project, Pipeline pipeline) {
    this(project, pipeline, LIMIT);
  }

  GoldExchange(Project project, Pipeline pipeline, Duration limit) {
    this.project = project;
    this.pipeline = pipeline;
    this.limit = limit;
  }

  /**
   * Writes gold into a folder, all files or none.
   *
   * @param gold of any time; each file about an edition that the project still has
   * @param folder made where it is missing; files of the same names are replaced
   * @throws LoadException where an edition cannot be read
   * @throws IllegalStateException where the exporter fails or does not come back
   */
  public List<Loss> export(Exporter exporter, List<RecordFile> gold, Path folder)
      throws LoadException, ProjectException, IOException {
    try (FolderOutput output = new FolderOutput(folder)) {
      List<Loss> losses = export(exporter, gold, output);
      output.keep();
      return losses;
    }
  }

  /** The same to any output. */
  public List<Loss> export(Exporter exporter, List<RecordFile> gold, ExportOutput output)
      throws LoadException, ProjectException, IOException {
    List<AnnotatedDocument> documents = new ArrayList<>();
    for (RecordFile file : gold) {
      documents.add(
          new AnnotatedDocument(edition(file.document()), file.records(), file.document().extra()));
    }
    documents.sort(Comparator.comparing(d -> d.document().name()));
    ExportRequest request = new ExportRequest(documents, pipeline.profile());
    return fenced(
        () -> List.copyOf(exporter.export(request, output)),
        "the exporter " + Named.of(exporter, exporter.id()),
        "nothing was kept of it");
  }

  /** Lets a plug-in do its whole work; an I/O error is the machine's, not its fault. */
  private <T> T fenced(Callable<T> work, String who, String what) throws IOException {
    try (Fence fence = new Fence()) {
      return fence.call(work, limit);
    } catch (Fence.Breach e) {
      if (e.getCause() instanceof IOException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(who + " " + e.getMessage() + "; " + what, e.getCause());
    }
  }

  private SourceDocument edition(DocumentInfo about) throws LoadException, ProjectException {
    Optional<SourceFile> kept = project.edition(about);
    SourceFile file = kept.isPresent() ? kept.get() : current(about.name());
    SourceDocument document = load(file);
    List<String> differences = about.verify(document);
    if (!differences.isEmpty()) {
      throw new LoadException("the gold of " + about.name() + " " + differences.get(0));
    }
    return document;
  }

  private SourceFile current(String name) throws LoadException, ProjectException {
    return project.sources().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new LoadException(name + " is no longer in the project; put it back to export"));
  }

  private SourceDocument load(SourceFile file) throws LoadException {
    // a kept edition has a digest for its file's name
    LoadRequest read = Input.of(file.path(), file.encoding()).read();
    return pipeline.load(new LoadRequest(file.name(), read.bytes(), read.encoding()));
  }

  /**
   * Reads files of another tool about the project's documents, and changes nothing.
   *
   * @return what {@link Project#importGold(List)} takes
   * @throws IllegalStateException where the importer fails or does not come back
   */
  public List<RecordFile> read(Importer importer, Path input)
      throws ImportException, ProjectException, IOException {
    List<RecordFile> files = new ArrayList<>();
    Sources sources = new ProjectSources(project.sources());
    ImportRequest request = new ImportRequest(input, sources, pipeline.profile());
    List<AnnotatedDocument> read;
    try {
      read =
          fenced(
              () -> List.copyOf(importer.read(request)),
              "the importer " + Named.of(importer, importer.id()),
              "nothing was imported");
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof ImportException said) {
        throw said;
      }
      throw e;
    }
    for (AnnotatedDocument each : read) {
      files.add(new RecordFile(DocumentInfo.of(each.document(), each.extra()), each.records()));
    }
    return files;
  }

  private final class ProjectSources implements Sources {
    private final List<SourceFile> files;

    ProjectSources(List<SourceFile> files) {
      this.files = files;
    }

    @Override
    public List<String> names() {
      return files.stream().map(SourceFile::name).sorted().toList();
    }

    @Override
    public Optional<SourceDocument> find(String name) throws ImportException {
      for (SourceFile file : files) {
        if (file.name().equals(name)) {
          try {
            return Optional.of(load(file));
          } catch (LoadException e) {
            throw new ImportException(e.getMessage(), e);
          }
        }
      }
      return Optional.empty();
    }
  }
}
