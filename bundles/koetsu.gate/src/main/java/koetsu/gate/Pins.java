package koetsu.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.pipeline.BundleFile;
import koetsu.pipeline.Pipeline;
import koetsu.records.AtomicFile;
import koetsu.records.FormatException;
import koetsu.records.Json;

/**
 * The bundles that made a project's gold, by the digests of their bytes, so that a later run can
 * tell whether the machine is still the same.
 *
 * <p>A project keeps them in {@value #FILE}, a line for each as {@code sha256sum} writes it: the
 * digest, two blanks, the symbolic name, a blank, the version.
 *
 * @param bundles by name and version
 */
public record Pins(Map<String, Pin> bundles) {
  /** Relative to the project's folder. */
  public static final String FILE = "approved/bundles";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+) (\\S+)");

  /**
   * One bundle.
   *
   * @param sha256 as {@link BundleFile#sha256()} gives it
   */
  public record Pin(String bundle, String version, String sha256) {
    public Pin {
      Objects.requireNonNull(bundle);
      Objects.requireNonNull(version);
      Objects.requireNonNull(sha256);
    }
  }

  /**
   * A bundle that is not what it was.
   *
   * @param bundle symbolic name
   * @param pinned what was pinned, or null for one that came since
   * @param today what is there, or null for one that is gone
   */
  public record Difference(String bundle, Pin pinned, Pin today) {
    /** For the command line. */
    public String sentence() {
      if (today == null) {
        return bundle + " " + pinned.version() + " is pinned, and takes no part today";
      }
      if (pinned == null) {
        return bundle + " " + today.version() + " takes part, and is not pinned";
      }
      return pinned.version().equals(today.version())
          ? bundle + " " + today.version() + " has other bytes than the pinned one of that version"
          : bundle + " is " + today.version() + ", pinned is " + pinned.version();
    }
  }

  public Pins {
    bundles = Collections.unmodifiableMap(new TreeMap<>(bundles));
  }

  /**
   * The bundles that take part today.
   *
   * @throws IOException where one cannot be read
   */
  public static Pins today(Pipeline pipeline) throws IOException {
    List<Pin> pins = new ArrayList<>();
    for (BundleFile file : pipeline.bundles()) {
      String sha256 = file.sha256();
      if (sha256 != null) {
        pins.add(new Pin(file.bundle(), file.version(), sha256));
      }
    }
    return of(pins);
  }

  private static Pins of(List<Pin> pins) {
    Map<String, Pin> bundles = new TreeMap<>();
    pins.forEach(pin -> bundles.put(pin.bundle() + " " + pin.version(), pin));
    return new Pins(bundles);
  }

  /**
   * What a project has pinned; empty where it has pinned nothing.
   *
   * @throws FormatException naming file and line of what is wrong
   */
  public static Optional<Pins> read(Path project) throws IOException {
    Path file = project.resolve(FILE);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException nothingPinned) {
      return Optional.empty();
    }
    List<Pin> pins = new ArrayList<>();
    int number = 0;
    for (String line : Json.decode(bytes, file.toString()).split("\n")) {
      number++;
      Matcher pin = LINE.matcher(line.strip());
      if (pin.matches()) {
        pins.add(new Pin(pin.group(2), pin.group(3), pin.group(1)));
      } else if (!line.isBlank()) {
        throw new FormatException(
            file + ", line " + number + ": is not a digest, two blanks, a bundle and its version");
      }
    }
    return Optional.of(of(pins));
  }

  /** Makes these the project's. */
  public void write(Path project) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Pin pin : bundles.values()) {
      text.append(pin.sha256()).append("  ").append(pin.bundle()).append(' ');
      text.append(pin.version()).append('\n');
    }
    Path file = project.resolve(FILE);
    Files.createDirectories(file.getParent());
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Where the bundles of today are not these, by name. */
  public List<Difference> differences(Pins today) {
    List<Difference> differences = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    bundles.values().forEach(pin -> names.add(pin.bundle()));
    today.bundles.values().forEach(pin -> names.add(pin.bundle()));
    for (String name : names) {
      List<Pin> before = versions(name);
      List<Pin> now = today.versions(name);
      List<Pin> gone = new ArrayList<>(before);
      gone.removeAll(now);
      List<Pin> come = new ArrayList<>(now);
      come.removeAll(before);
      for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
        differences.add(
            new Difference(
                name, i < gone.size() ? gone.get(i) : null, i < come.size() ? come.get(i) : null));
      }
    }
    return differences;
  }

  private List<Pin> versions(String bundle) {
    return bundles.values().stream().filter(pin -> pin.bundle().equals(bundle)).toList();
  }
}
