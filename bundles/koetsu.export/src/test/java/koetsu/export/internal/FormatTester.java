package koetsu.export.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.api.plugin.Loss;
import koetsu.api.plugin.Sources;
import koetsu.api.profile.Profile;

/** A folder that documents of a profile go to and come back from. */
record FormatTester(Path folder, Profile profile) {

  /** For documents of {@link Samples}. */
  FormatTester(Path folder) {
    this(folder, Samples.PROFILE);
  }

  List<Loss> export(Exporter exporter, AnnotatedDocument... documents) throws IOException {
    Files.createDirectories(folder);
    return exporter.export(
        new ExportRequest(List.of(documents), profile), new FolderOutput(folder));
  }

  /** Reads the whole folder. */
  List<AnnotatedDocument> read(Importer importer, AnnotatedDocument... known)
      throws ImportException, IOException {
    return read(importer, folder, profile, known);
  }

  static List<AnnotatedDocument> read(Importer importer, Path input, AnnotatedDocument... known)
      throws ImportException, IOException {
    return read(importer, input, Samples.PROFILE, known);
  }

  private static List<AnnotatedDocument> read(
      Importer importer, Path input, Profile profile, AnnotatedDocument... known)
      throws ImportException, IOException {
    return importer.read(new ImportRequest(input, new Known(List.of(known)), profile));
  }

  /** Replaces something that must be in a file. */
  void edit(String file, String old, String changed) throws IOException {
    String text = Files.readString(folder.resolve(file));
    if (!text.contains(old)) {
      throw new AssertionError(file + " has no " + old + ":\n" + text);
    }
    Files.writeString(folder.resolve(file), text.replace(old, changed));
  }

  private record Known(List<AnnotatedDocument> documents) implements Sources {
    @Override
    public List<String> names() {
      return documents.stream().map(d -> d.document().name()).sorted().toList();
    }

    @Override
    public Optional<SourceDocument> find(String name) {
      return documents.stream()
          .map(AnnotatedDocument::document)
          .filter(d -> d.name().equals(name))
          .findFirst();
    }
  }

  private record FolderOutput(Path folder) implements ExportOutput {
    @Override
    public OutputStream create(String name) throws IOException {
      return Files.newOutputStream(
          folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
  }
}
