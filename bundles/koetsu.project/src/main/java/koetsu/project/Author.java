package koetsu.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Who makes an edit, and on which installation: together they name one log file, so that no two
 * processes of different people or machines ever write to the same one.
 *
 * @param reviewer name of the person, safe as a part of a file name
 * @param installation short random name of the installation, safe as a part of a file name
 */
public record Author(String reviewer, String installation) {
  private static final int LONGEST = 40;
  private static final Pattern REVIEWER =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_. -]*");
  private static final Pattern INSTALLATION = Pattern.compile("[a-z0-9]{1,16}");

  public Author {
    if (!isReviewer(reviewer)) {
      throw new IllegalArgumentException(complaint(reviewer));
    }
    if (!INSTALLATION.matcher(installation).matches()) {
      throw new IllegalArgumentException("not an installation name: " + installation);
    }
  }

  private static String complaint(String name) {
    return "“"
        + name
        + "” cannot be a reviewer's name: use up to 40 letters, digits, spaces, “.”, “_” and “-”;"
        + " begin with a letter or digit, end with neither dot nor space";
  }

  /** Whether a name can be a reviewer's: it becomes part of a file name on every system. */
  public static boolean isReviewer(String name) {
    return name.length() <= LONGEST
        && REVIEWER.matcher(name).matches()
        && !name.endsWith(".")
        && !name.endsWith(" ");
  }

  /** File name of this author's log. */
  public String logFile() {
    return reviewer + "-" + installation + ".jsonl";
  }

  /**
   * The author that a person is on this installation. The installation's random name is made at the
   * first call and kept in the user's data folder.
   *
   * @param data the user's data folder; made if it does not exist
   * @param reviewer the person's name, or null for the account's name as far as it can be one
   */
  public static Author here(Path data, String reviewer) throws ProjectException {
    String name = reviewer == null ? accountName() : reviewer;
    if (!isReviewer(name)) {
      throw new ProjectException(complaint(name));
    }
    Path file = data.resolve("installation");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(data);
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
      }
      return new Author(name, Files.readString(file).strip());
    } catch (IOException e) {
      throw new ProjectException(
          file
              + " cannot be read or written ("
              + e.getMessage()
              + "); it names this installation in event logs",
          e);
    } catch (IllegalArgumentException e) {
      throw new ProjectException(file + " is damaged; delete it and start again", e);
    }
  }

  private static String accountName() {
    String account = System.getProperty("user.name", "");
    StringBuilder name = new StringBuilder();
    account
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-')
        .limit(LONGEST)
        .forEach(name::appendCodePoint);
    return isReviewer(name.toString()) ? name.toString() : "reviewer";
  }
}
