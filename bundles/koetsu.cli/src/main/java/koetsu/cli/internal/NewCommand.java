package koetsu.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import koetsu.project.ProjectException;
import koetsu.project.ProjectTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "new",
    description = {
      "Makes the project of a plug-in that builds, passes its tests and reads something, for you to"
          + " go on from.",
      "Kinds: extractor, validator, view (Java, with Maven), and declared (one file, no program)."
    })
final class NewCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private final Session session;

  @Mixin private HelpOption help;

  @Parameters(index = "0", paramLabel = "KIND", description = "What the plug-in is to be.")
  private String kind;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "What it is called: words in lower case joined by hyphens.")
  private String name;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Folder to make; by default one of that name, here.")
  private Path folder;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "Its Java package, which also names the bundle; by default example.NAME.")
  private String javaPackage;

  NewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path sdk = session.installation().home().resolve("sdk");
    if (!Files.isDirectory(sdk.resolve("template"))) {
      throw new UserException("this Koetsu comes without its SDK; there is no folder " + sdk);
    }
    PlugInTemplate template = PlugInTemplate.of(sdk.resolve("template"), kind);
    Map<String, String> words = words(sdk.resolve("repository"));
    Path target = (folder == null ? Path.of(name) : folder).toAbsolutePath().normalize();
    if (Files.exists(target) && !isEmpty(target)) {
      throw new UserException(target + " is not empty; choose another folder with --dir");
    }
    Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
    try {
      delete(fresh); // what a crash may have left
      Files.createDirectories(fresh);
      template.write(fresh, words);
      makeProject(fresh);
      Files.deleteIfExists(target);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(fresh);
    }
    session.say(target + ": a new " + kind + "; its README.md says what to do next");
    return Session.DONE;
  }

  private Map<String, String> words(Path repository) throws UserException {
    if (!NAME.matcher(name).matches()) {
      throw new UserException(
          name + " is no name; use words in lower case joined by hyphens, as in adoption-count");
    }
    List<String> parts = List.of(name.split("-"));
    String type = parts.stream().map(NewCommand::capital).collect(Collectors.joining());
    String named = javaPackage == null ? "example." + String.join("", parts) : javaPackage;
    if (!SourceVersion.isName(named, SourceVersion.RELEASE_17)) {
      throw new UserException(named + " is no name of a Java package; give one with --package");
    }
    return Map.of(
        "name",
        name,
        "Class",
        type,
        "field",
        Character.toLowerCase(type.charAt(0)) + type.substring(1),
        "title",
        capital(String.join(" ", parts)),
        "package",
        named,
        "path",
        named.replace('.', '/'),
        "sdk",
        url(repository),
        "dot",
        "."); // files with a dot in front do not get into archives
  }

  /** As Maven reads it: blanks are written otherwise, but letters of all scripts as they are. */
  private static String url(Path folder) {
    String path = folder.toString().replace('\\', '/').replace("%", "%25").replace(" ", "%20");
    return "file://" + (path.startsWith("/") ? "" : "/") + path;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Makes the documents and records that a template brings the project of its gold test. */
  private void makeProject(Path fresh) throws IOException, ProjectException {
    Path sample = fresh.resolve("sample");
    if (Files.isDirectory(sample)) {
      new ProjectTemplate(sample)
          .copyTo(
              fresh.resolve(Path.of("src", "test", "project")),
              session.author(null),
              session.pipelines().get().profile());
      delete(sample);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
