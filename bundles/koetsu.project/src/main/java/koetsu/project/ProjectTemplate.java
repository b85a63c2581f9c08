package koetsu.project;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import koetsu.api.profile.Profile;
import koetsu.records.FileTrouble;
import koetsu.records.RecordFile;

/**
 * A folder with documents in {@code sources/} and their records in {@code gold/}, from which a
 * project can be made; it is only read. The shipped sample is one.
 */
public final class ProjectTemplate {
  private final Path template;

  public ProjectTemplate(Path template) {
    this.template = template;
  }

  /**
   * Makes a project of copies of the documents, with the records as gold that the author imports.
   * It appears as a whole or not at all. Does nothing where the folder is a project already.
   *
   * @param folder a folder that does not exist or is empty, or a project
   * @return whether a project was made
   */
  public boolean copyTo(Path folder, Author author, Profile profile) throws ProjectException {
    if (Project.isProject(folder)) {
      return false;
    }
    Path target = folder.toAbsolutePath().normalize();
    Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
    try {
      delete(fresh); // what a crash may have left
      try {
        Project.create(fresh, files("sources", ""));
        try (Project project = Project.open(fresh, author, profile)) {
          for (Path gold : files("gold", RecordFile.SUFFIX)) {
            project.importGold(RecordFile.read(gold));
          }
        }
        Files.deleteIfExists(target); // an empty folder gives way
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(fresh);
      }
      return true;
    } catch (DirectoryNotEmptyException e) {
      throw new ProjectException(folder + " is not empty; choose another folder", e);
    } catch (IOException e) {
      throw new ProjectException(
          folder
              + ": no project can be made from "
              + template
              + ": "
              + FileTrouble.sentence(e, template.toString()),
          e);
    }
  }

  private List<Path> files(String folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(template.resolve(folder))) {
      return files
          .filter(f -> Files.isRegularFile(f) && f.getFileName().toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      Files.walkFileTree(
          tree,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failed)
                throws IOException {
              if (failed != null) {
                throw failed;
              }
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }
}
