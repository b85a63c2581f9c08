package koetsu.project.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import koetsu.project.BlindSlice;
import koetsu.project.ProjectException;
import koetsu.records.AtomicFile;
import koetsu.records.Disk;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;

/**
 * {@code koetsu.json}: what makes a folder a project, and its settings.
 *
 * @param version of the project's format
 * @param encodings encodings that people fixed, by file name
 * @param blind the slice that is reviewed blindly, or null for none
 * @param extra keys that this version does not know, kept
 */
record Manifest(
    int version, Map<String, String> encodings, BlindSlice blind, Map<String, Object> extra) {
  static final String FILE = "koetsu.json";

  /** The format that this version of the program reads and writes. */
  static final int VERSION = 1;

  private static final String BLIND = "blind";
  private static final String FAMILY = "koetsu.project/";
  private static final Set<String> KEYS = Set.of("schema", "encodings", BLIND);

  /** A new project's. */
  static final Manifest NEW = new Manifest(VERSION, Map.of(), null, Map.of());

  static Manifest read(Path folder) throws ProjectException {
    Path file = folder.resolve(FILE);
    try {
      String where = file.toString();
      Node json = Node.of(Json.read(Json.decode(Files.readAllBytes(file), where), where), where);
      int version = version(json.get("schema"));
      if (version > VERSION) {
        return new Manifest(version, Map.of(), null, Map.of());
      }
      Map<String, String> encodings = new TreeMap<>();
      if (!json.get("encodings").isNull()) {
        for (String name : json.get("encodings").keys()) {
          encodings.put(name, json.get("encodings").get(name).string());
        }
      }
      return new Manifest(version, encodings, blind(json.get(BLIND)), json.except(KEYS));
    } catch (FormatException e) {
      throw new ProjectException(e.getMessage() + "; mend the file or take it from a backup", e);
    } catch (IOException e) {
      throw new ProjectException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static BlindSlice blind(Node json) throws FormatException {
    if (json.isNull()) {
      return null;
    }
    double share = json.get("share").decimal();
    if (!(share >= 0 && share <= 1)) {
      throw json.get("share").wrong("is " + share + ", not between 0 and 1");
    }
    return new BlindSlice(share, json.get("seed").integer());
  }

  private static int version(Node schema) throws FormatException {
    String said = schema.string();
    if (!said.startsWith(FAMILY) || !said.substring(FAMILY.length()).matches("[0-9]{1,6}")) {
      throw schema.wrong("is " + said + "; a project says " + FAMILY + VERSION);
    }
    return Integer.parseInt(said.substring(FAMILY.length()));
  }

  /** The same with another blind slice. */
  Manifest with(BlindSlice slice) {
    return new Manifest(version, encodings, slice, extra);
  }

  void write(Path folder, Disk disk) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", FAMILY + version);
    json.put("encodings", new TreeMap<>(encodings));
    if (blind != null) {
      Map<String, Object> slice = new LinkedHashMap<>();
      slice.put("share", BigDecimal.valueOf(blind.share()));
      slice.put("seed", blind.seed());
      json.put(BLIND, slice);
    }
    extra.forEach(json::putIfAbsent);
    AtomicFile.write(
        disk, folder.resolve(FILE), (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
