package koetsu.cli.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kind of project of the SDK, as files with <code>{{placeholders}}</code> in their names and
 * texts.
 *
 * <p>A properties file names each kind, with the folders that it is laid from, one over the other,
 * and words for its placeholders; those of {@code versions.properties} are for all kinds.
 */
final class PlugInTemplate {
  private static final String VERSIONS = "versions";
  private static final String SUFFIX = ".properties";
  private static final String LAYERS = "layers";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  private final List<Path> layers;
  private final Map<String, String> words;

  private PlugInTemplate(List<Path> layers, Map<String, String> words) {
    this.layers = List.copyOf(layers);
    this.words = Map.copyOf(words);
  }

  /**
   * The template of a kind.
   *
   * @param folder the SDK's templates
   * @throws UserException where there is no such kind; it names those there are
   */
  static PlugInTemplate of(Path folder, String kind) throws IOException, UserException {
    List<String> kinds = kinds(folder);
    if (!kinds.contains(kind)) {
      throw new UserException(
          "there is no template for `" + kind + "`, only for " + String.join(", ", kinds));
    }
    Map<String, String> versions = words(folder.resolve(VERSIONS + SUFFIX));
    Map<String, String> words = new HashMap<>(versions);
    words(folder.resolve(kind + SUFFIX))
        .forEach((name, word) -> words.put(name, fill(word, versions)));
    List<Path> layers = new ArrayList<>();
    for (String layer : words.remove(LAYERS).split(" ")) {
      layers.add(folder.resolve(layer));
    }
    return new PlugInTemplate(layers, words);
  }

  private static List<String> kinds(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .filter(name -> !name.equals(VERSIONS))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> words(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    }
    Map<String, String> words = new HashMap<>();
    read.forEach((name, word) -> words.put(name.toString(), word.toString()));
    return words;
  }

  /**
   * Writes the project's files.
   *
   * @param target an existing folder
   * @param own words for the placeholders, beside the kind's
   */
  void write(Path target, Map<String, String> own) throws IOException {
    Map<String, String> all = new HashMap<>(words);
    all.putAll(own);
    for (Path layer : layers) {
      Files.walkFileTree(
          layer,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Path written = target.resolve(fill(layer.relativize(file).toString(), all));
              Files.createDirectories(written.getParent());
              Files.writeString(written, fill(Files.readString(file), all));
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  private static String fill(String text, Map<String, String> words) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              String word = words.get(found.group(1));
              if (word == null) {
                throw new IllegalStateException(
                    "the template says " + found.group() + ", which means nothing here");
              }
              return Matcher.quoteReplacement(word);
            });
  }
}
