package koetsu.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.records.FileTrouble;
import koetsu.records.RecordFile;

/**
 * Something to read a document from; it is read only when its turn comes.
 *
 * @param name file name with its extension, without folders
 * @param place what a person calls it: the path as given, or {@code standard input}
 * @param encoding that a person asked for, or null to detect it
 * @param source opens its content
 */
public record Input(String name, String place, String encoding, Source source) {
  /** Longest content that is read; more is refused before it fills the memory. */
  public static final int MAX_BYTES = 200_000_000;

  /** Opens content; the caller closes it. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  public Input {
    Objects.requireNonNull(name);
    Objects.requireNonNull(place);
    Objects.requireNonNull(source);
  }

  /**
   * A file.
   *
   * @param encoding that a person asked for, or null to detect it
   */
  public static Input of(Path file, String encoding) {
    return new Input(
        file.getFileName().toString(), file.toString(), encoding, () -> Files.newInputStream(file));
  }

  /**
   * Standard input, whose document is called {@code stdin}.
   *
   * @param encoding that a person asked for, or null to detect it
   */
  public static Input of(InputStream in, String encoding) {
    return new Input("stdin", "standard input", encoding, () -> in);
  }

  /**
   * The file, or every file under the folder in the order of their paths. Under a folder, hidden
   * files and folders and records files are passed over; what is named itself is taken as it is.
   *
   * @param complaint takes one sentence about each thing that is not there or cannot be listed
   */
  public static List<Path> files(Path path, Consumer<String> complaint) {
    if (Files.isDirectory(path)) {
      List<Path> files = new ArrayList<>();
      walk(path, new Walk(path, files, complaint), complaint);
      files.sort(null);
      return files;
    }
    if (Files.exists(path)) {
      return List.of(path);
    }
    complaint.accept(path + ": there is no such file or folder");
    return List.of();
  }

  private static void walk(Path folder, Walk walk, Consumer<String> complaint) {
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      complaint.accept(FileTrouble.sentence(e, folder.toString()));
    }
  }

  /**
   * Makes sure that every input gets an output file of its own.
   *
   * @throws LoadException naming the first two inputs with one output file
   */
  public static void requireDistinctNames(List<Input> inputs) throws LoadException {
    Map<String, Input> byName = new HashMap<>();
    for (Input input : inputs) {
      Input other = byName.putIfAbsent(RecordFile.name(input.name), input);
      if (other != null) {
        throw new LoadException(
            other.place
                + " and "
                + input.place
                + " would both be written to "
                + RecordFile.name(input.name)
                + "; rename one, or extract them into different folders");
      }
    }
  }

  /**
   * Reads the content.
   *
   * @throws LoadException where it cannot be read or is longer than {@link #MAX_BYTES}
   */
  public LoadRequest read() throws LoadException {
    try (InputStream in = source.open()) {
      return new LoadRequest(name, bytes(in, MAX_BYTES), encoding);
    } catch (IOException e) {
      throw new LoadException(FileTrouble.sentence(e, place), e);
    }
  }

  byte[] bytes(InputStream in, int longest) throws IOException, LoadException {
    byte[] bytes = in.readNBytes(longest + 1);
    if (bytes.length > longest) {
      throw new LoadException(place + ": longer than " + longest + " bytes; split it");
    }
    return bytes;
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files;
    private final Consumer<String> complaint;

    Walk(Path root, List<Path> files, Consumer<String> complaint) {
      this.root = root;
      this.files = files;
      this.complaint = complaint;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && hidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()
          && !hidden(file)
          && !file.getFileName().toString().endsWith(RecordFile.SUFFIX)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      complaint.accept(FileTrouble.sentence(failure, file.toString()));
      return FileVisitResult.CONTINUE;
    }

    private static boolean hidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
