package koetsu.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The bundles of projects that the user said yes to, by the digest of their bytes. Kept in the
 * user's data folder, so that a project cannot answer for itself. Any thread.
 *
 * <p>The file {@value #FILE} has a line for each, as {@code sha256sum} writes it: the digest, two
 * blanks, then the name for people.
 */
public final class Trust {
  /** In the user's data folder. */
  public static final String FILE = "trusted-bundles";

  private final Path file;

  private Trust(Path file) {
    this.file = file;
  }

  /**
   * What was said before.
   *
   * @param data the user's data folder; it may not exist yet
   */
  public static Trust in(Path data) {
    return new Trust(data.resolve(FILE));
  }

  /** The digest that a bundle is known by. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Whether the user said yes.
   *
   * @throws IOException where the answers cannot be read
   */
  public synchronized boolean holds(String sha256) throws IOException {
    return lines().stream().anyMatch(line -> line.startsWith(sha256 + " "));
  }

  /**
   * Remembers a yes.
   *
   * @param name of the bundle, with its version, for people
   * @throws IOException where it cannot be written down
   */
  public synchronized void give(String sha256, String name) throws IOException {
    if (!holds(sha256)) {
      List<String> lines = new ArrayList<>(lines());
      lines.add(sha256 + "  " + name.replaceAll("\\s+", " "));
      write(lines);
    }
  }

  /**
   * Forgets a yes.
   *
   * @throws IOException where that cannot be written down
   */
  public synchronized void withdraw(String sha256) throws IOException {
    List<String> lines = new ArrayList<>(lines());
    if (lines.removeIf(line -> line.startsWith(sha256 + " "))) {
      write(lines);
    }
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException nobodyAskedYet) {
      return List.of();
    }
  }

  private void write(List<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "." + FILE, ".new");
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
