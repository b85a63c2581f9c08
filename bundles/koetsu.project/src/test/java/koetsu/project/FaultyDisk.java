package koetsu.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import koetsu.records.Disk;

/**
 * A disk over real files that fails when it is told to, and that forgets on a power loss whatever
 * was not forced: a name whose folder was not forced may be gone, a rename may not have happened,
 * of what was written behind the forced content any beginning may be there, followed by zeros.
 */
final class FaultyDisk implements Disk {

  /** What can go wrong. */
  enum Fault {
    /** The write does nothing. */
    NO_SPACE,
    /** Half of the bytes are written. */
    SHORT_WRITE,
    /** The bytes are written, but may not be on the medium. */
    FORCE,
    TRUNCATE,
    RENAME
  }

  private final Random random;
  private final Set<Fault> faults = new HashSet<>();
  private double probability;
  private int injected;
  private boolean dead;
  private boolean lying;

  /** The part of each file's content that is on the medium for sure. */
  private final Map<Path, byte[]> forced = new HashMap<>();

  /** Folders that were made and whose names were not forced yet. */
  private final Set<Path> folders = new TreeSet<>();

  /** What names stood for, whose change was not forced yet; null for nothing. */
  private final Map<Path, byte[]> before = new HashMap<>();

  FaultyDisk(Random random) {
    this.random = random;
  }

  /** From now on these fail, each time with a probability. */
  void fail(double share, Fault... kinds) {
    faults.clear();
    faults.addAll(Set.of(kinds));
    probability = share;
  }

  void heal() {
    faults.clear();
  }

  /** From now on nothing that is forced gets to the medium. */
  void lie() {
    lying = true;
  }

  private boolean fails(Fault fault) {
    boolean fails = faults.contains(fault) && random.nextDouble() < probability;
    injected += fails ? 1 : 0;
    return fails;
  }

  /** How many faults there were. */
  int injected() {
    return injected;
  }

  private void requirePower() throws IOException {
    if (dead) {
      throw new IOException("no power");
    }
  }

  private void track(Path file) throws IOException {
    if (!forced.containsKey(file) && Files.exists(file)) {
      forced.put(file, Files.readAllBytes(file));
    }
  }

  /** Turns the power off: files are what may have got to the medium, and nothing works any more. */
  void powerLoss() throws IOException {
    dead = true;
    Set<Path> files = new TreeSet<>(forced.keySet());
    files.addAll(before.keySet());
    for (Path file : files) {
      byte[] left =
          before.containsKey(file) && random.nextBoolean()
              ? before.get(file)
              : Files.exists(file) ? left(forced.get(file), Files.readAllBytes(file)) : null;
      if (left == null) {
        Files.deleteIfExists(file);
      } else {
        Files.write(file, left);
      }
    }
    for (Path folder : folders) {
      if (random.nextBoolean()) {
        deleteAll(folder);
      }
    }
  }

  static void deleteAll(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> content = Files.list(path)) {
        for (Path each : content.toList()) {
          deleteAll(each);
        }
      }
    }
    Files.deleteIfExists(path);
  }

  private byte[] left(byte[] sure, byte[] now) {
    if (now.length < sure.length || !Arrays.equals(now, 0, sure.length, sure, 0, sure.length)) {
      return random.nextBoolean() ? sure : now;
    }
    int written = sure.length + random.nextInt(now.length - sure.length + 1);
    byte[] left = Arrays.copyOf(now, written);
    // Sometimes the length is there, and the last blocks are not.
    return random.nextInt(4) == 0 ? Arrays.copyOf(left, now.length) : left;
  }

  @Override
  public Output append(Path file) throws IOException {
    requirePower();
    track(file);
    if (!Files.exists(file)) {
      before.putIfAbsent(file, null);
      forced.put(file, new byte[0]);
    }
    return new FaultyOutput(file, Disk.SYSTEM.append(file));
  }

  @Override
  public Output create(Path file) throws IOException {
    requirePower();
    if (!Files.exists(file)) {
      before.putIfAbsent(file, null);
    }
    forced.put(file, new byte[0]);
    return new FaultyOutput(file, Disk.SYSTEM.create(file));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    requirePower();
    if (fails(Fault.RENAME)) {
      throw new IOException("Input/output error");
    }
    track(from);
    track(to);
    before.putIfAbsent(from, forced.get(from));
    before.putIfAbsent(to, forced.get(to));
    Disk.SYSTEM.rename(from, to);
    forced.put(to, forced.remove(from));
  }

  @Override
  public void delete(Path file) throws IOException {
    requirePower();
    track(file);
    before.putIfAbsent(file, forced.get(file));
    Disk.SYSTEM.delete(file);
    forced.remove(file);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    requirePower();
    for (Path made = folder; !Files.exists(made); made = made.getParent()) {
      folders.add(made);
    }
    Disk.SYSTEM.createFolder(folder);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    requirePower();
    if (fails(Fault.FORCE)) {
      throw new IOException("Input/output error");
    }
    if (lying) {
      return;
    }
    before.keySet().removeIf(file -> file.getParent().equals(folder));
    folders.removeIf(made -> made.getParent().equals(folder));
  }

  private final class FaultyOutput implements Output {
    private final Path file;
    private final Output output;

    FaultyOutput(Path file, Output output) {
      this.file = file;
      this.output = output;
    }

    @Override
    public long size() throws IOException {
      requirePower();
      return output.size();
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      requirePower();
      if (fails(Fault.NO_SPACE)) {
        throw new IOException("No space left on device");
      }
      if (fails(Fault.SHORT_WRITE)) {
        ByteBuffer half = bytes.duplicate();
        half.limit(bytes.position() + bytes.remaining() / 2);
        while (half.hasRemaining()) {
          output.write(half);
        }
        throw new IOException("No space left on device");
      }
      output.write(bytes);
    }

    @Override
    public void truncate(long size) throws IOException {
      requirePower();
      if (fails(Fault.TRUNCATE)) {
        throw new IOException("Input/output error");
      }
      output.truncate(size);
    }

    @Override
    public void force() throws IOException {
      requirePower();
      if (fails(Fault.FORCE)) {
        throw new IOException("Input/output error");
      }
      if (!lying) {
        forced.put(file, Files.readAllBytes(file));
      }
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }
}
