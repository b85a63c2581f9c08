package koetsu.project.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import koetsu.project.ProjectException;
import koetsu.records.Disk;

/**
 * Brings the folder of an older project to today's format, after a copy of everything but the
 * sources was put aside.
 */
final class Migrations {

  /** Brings a project from one format to the next. */
  interface Step {
    /** Rewrites logs and settings in place; the manifest's version is none of its business. */
    void migrate(Path folder, Disk disk) throws IOException, ProjectException;
  }

  /** The step from format {@code n} to {@code n + 1} is at index {@code n - 1}. */
  static final List<Step> STEPS = List.of();

  private static final String BACKUPS = ".backup";

  private Migrations() {}

  /**
   * @param steps one for each format before today's
   * @param today version of today's format
   * @return the manifest after the migration
   */
  static Manifest run(Path folder, Manifest manifest, List<Step> steps, int today, Disk disk)
      throws ProjectException {
    if (manifest.version() == today) {
      return manifest;
    }
    if (manifest.version() < 1) {
      throw new ProjectException(
          folder
              + " says that it is a project of format "
              + manifest.version()
              + ", which never was");
    }
    Path backup = folder.resolve(BACKUPS).resolve("format-" + manifest.version());
    try {
      if (Files.exists(backup)) {
        // An earlier attempt was cut short: it starts again from what the project was.
        copy(backup, folder);
      } else {
        // A half-made copy gets its name only when it is whole.
        Path half = backup.resolveSibling(backup.getFileName() + ".part");
        copy(folder, half);
        disk.rename(half, backup);
      }
      for (int version = manifest.version(); version < today; version++) {
        steps.get(version - 1).migrate(folder, disk);
      }
      Manifest migrated =
          new Manifest(today, manifest.encodings(), manifest.blind(), manifest.extra());
      migrated.write(folder, disk);
      return migrated;
    } catch (IOException e) {
      throw new ProjectException(
          folder
              + " could not be brought to today's format: "
              + e.getMessage()
              + "; what it was is in "
              + backup,
          e);
    }
  }

  private static void copy(Path folder, Path to) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes)
              throws IOException {
            Path name = folder.relativize(inside);
            if (name.startsWith("sources") || name.toString().startsWith(".")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(name));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path name = folder.relativize(file);
            if (!name.toString().startsWith(".")) {
              Path copied = to.resolve(name);
              Files.deleteIfExists(copied);
              Files.copy(file, copied);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
