package koetsu.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import koetsu.launcher.PlugInBundles;
import koetsu.launcher.Trust;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugInJar;
import koetsu.project.Project;
import koetsu.records.FileTrouble;

/**
 * The plug-ins of today and, once a project is at work, those in its folder that the user trusts. A
 * bundle of the project takes the place of an installed one of the same name.
 */
final class ProjectPlugIns implements Supplier<Pipeline> {
  private final Supplier<Pipeline> installed;
  private Path project;
  private Pipeline pipeline;

  /**
   * A bundle in a project's folder.
   *
   * @param jar a copy of the very bytes of the digest; null where the file is no bundle
   * @param sha256 of the file
   * @param trusted whether the user said yes to these bytes
   */
  record ProjectBundle(Path file, PlugInJar jar, String sha256, boolean trusted) {}

  ProjectPlugIns(Supplier<Pipeline> installed) {
    this.installed = installed;
  }

  @Override
  public Pipeline get() {
    if (pipeline == null) {
      pipeline = installed.get();
    }
    return pipeline;
  }

  /**
   * Lets the trusted bundles of a project take part from now on, and names the others.
   *
   * @throws IllegalStateException where its folder cannot be read
   */
  void join(Path folder, Trust trust, Consumer<String> complain) {
    if (folder.equals(project)) {
      return;
    }
    project = folder;
    pipeline = null;
    List<PlugInJar> jars = new ArrayList<>();
    try {
      for (ProjectBundle bundle : of(folder, trust)) {
        if (bundle.jar() == null) {
          complain.accept(bundle.file() + " is no bundle and takes no part");
        } else if (bundle.trusted()) {
          jars.add(bundle.jar());
        } else {
          complain.accept(
              bundle.file()
                  + " comes with the project, is not trusted and takes no part; to look at it:"
                  + " koetsu bundles "
                  + folder);
        }
      }
      if (!jars.isEmpty()) {
        // let go at the end of the process: the command works with it to its end
        pipeline = installed.get().with(jars).pipeline();
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          FileTrouble.sentence(e, "reading the project's plug-ins failed"), e);
    } catch (UncheckedIOException e) {
      throw new IllegalStateException(
          FileTrouble.sentence(e.getCause(), "reading the project's plug-ins failed"), e);
    }
  }

  /** The project that a path lies in, where that has plug-ins of its own. */
  static Optional<Path> project(Path path) {
    for (Path at = path.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Project.isProject(at)) {
        return Files.isDirectory(at.resolve(PlugInBundles.PROJECT_FOLDER))
            ? Optional.of(at)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What is in a project's folder of plug-ins, by file name. */
  static List<ProjectBundle> of(Path project, Trust trust) throws IOException {
    Path folder = project.resolve(PlugInBundles.PROJECT_FOLDER);
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{jar,json}")) {
        found.forEach(files::add);
      }
    }
    files.sort(Comparator.naturalOrder());
    List<ProjectBundle> bundles = new ArrayList<>();
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      String sha256 = Trust.sha256(content);
      PlugInJar jar = PlugInJar.of(PrivateCopies.of(file, sha256, content));
      bundles.add(new ProjectBundle(file, jar, sha256, trust.holds(sha256)));
    }
    return bundles;
  }
}
