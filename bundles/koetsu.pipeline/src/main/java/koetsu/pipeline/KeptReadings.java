package koetsu.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.Problem;
import koetsu.pipeline.internal.Origin;
import koetsu.pipeline.internal.ReadingInput;
import koetsu.pipeline.internal.ReadingOutput;
import koetsu.records.AtomicFile;
import koetsu.records.Disk;

/**
 * What a pipeline said about documents, kept in a folder from one start to the next: reading it
 * again takes a fraction of the time of finding it.
 *
 * <p>A reading is found for the same bytes, name and encoding, the same plug-ins in the same
 * bundles and the same Java, as {@link Pipeline#load} and {@link Pipeline#run(
 * koetsu.api.document.SourceDocument) run} with the default options would give it. A reading in
 * which something failed is not kept. Files only save time: one that is damaged, or cannot be read
 * or written, is done without, and those that nobody has asked for the longest go when all together
 * are too large. Several processes may use one folder. Any thread.
 */
public final class KeptReadings implements AutoCloseable {
  private static final String SUFFIX = ".reading";
  private static final int KEY_BYTES = 32;
  private static final int HEAD_BYTES = Long.BYTES + KEY_BYTES;

  /** In place of a fingerprint where nobody can tell what one of the bundles is. */
  private static final byte[] UNKNOWN = {};

  private final Path folder;
  private final long room;
  private final Disk disk;
  private final Pipeline pipeline;
  private final Pipeline.Subscription changes;

  /** What the plug-ins are; null until somebody asks, and after they changed. */
  private volatile byte[] fingerprint;

  /** Readings of a pipeline in a folder, which need not exist yet, of 200 MB at most. */
  public KeptReadings(Path folder, Pipeline pipeline) {
    this(folder, pipeline, 200_000_000, Disk.SYSTEM);
  }

  KeptReadings(Path folder, Pipeline pipeline, long room, Disk disk) {
    this.folder = folder;
    this.room = room;
    this.disk = disk;
    this.pipeline = pipeline;
    this.changes = pipeline.onChange(() -> fingerprint = null);
  }

  /** Where the reading of an input by the plug-ins of now is kept. */
  public Place place(LoadRequest input) {
    byte[] plugIns = fingerprint();
    MessageDigest digest = PlugInFacts.digest();
    digest.update(plugIns);
    digest.update((input.name() + "\n" + input.encoding() + "\n").getBytes(StandardCharsets.UTF_8));
    return new Place(digest.digest(input.bytes()), plugIns);
  }

  /** No longer follows the pipeline. */
  @Override
  public void close() {
    changes.close();
  }

  /** The place of one reading. */
  public final class Place {
    private final byte[] key;
    private final byte[] plugIns;
    private final Path file;

    private Place(byte[] key, byte[] plugIns) {
      this.key = key;
      this.plugIns = plugIns;
      this.file = folder.resolve(HexFormat.of().formatHex(key) + SUFFIX);
    }

    /** What is kept here, if anything is. */
    public Optional<ParsedDocument> find() {
      return find(text -> {});
    }

    /**
     * What is kept here, if anything is.
     *
     * @param text is given the text of what is kept on the way: long before the rest where both are
     *     long
     */
    public Optional<ParsedDocument> find(Consumer<SourceDocument> text) {
      if (plugIns == UNKNOWN) {
        return Optional.empty();
      }
      byte[] bytes;
      try {
        bytes = Files.readAllBytes(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
      } catch (IOException missing) {
        return Optional.empty();
      }
      boolean sound =
          bytes.length > HEAD_BYTES
              && ByteBuffer.wrap(bytes).getLong() == checksum(bytes, Long.BYTES)
              && Arrays.equals(bytes, Long.BYTES, HEAD_BYTES, key, 0, KEY_BYTES);
      return sound ? Optional.of(ReadingInput.reading(bytes, HEAD_BYTES, text)) : Optional.empty();
    }

    /** Keeps a reading, if it is whole, its plug-ins are still there, and the disk takes it. */
    public void keep(ParsedDocument reading) {
      boolean failed =
          reading.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
      if (failed || plugIns == UNKNOWN || !Arrays.equals(plugIns, fingerprint())) {
        return;
      }
      byte[] content;
      try {
        content = ReadingOutput.bytes(reading);
      } catch (IllegalArgumentException formless) {
        return; // a plug-in's own kind of value
      }
      if (!isSame(ReadingInput.reading(content, 0), reading)) {
        return; // a plug-in's own kind of list or map, which says something else when it is asked
      }
      ByteBuffer whole = ByteBuffer.allocate(HEAD_BYTES + content.length);
      whole.putLong(0).put(key).put(content);
      whole.putLong(0, checksum(whole.array(), Long.BYTES));
      try {
        makeFolder();
        AtomicFile.write(disk, file, whole.array());
        makeRoom();
      } catch (IOException unwritable) {
        // the next start finds it out again
      }
    }
  }

  private static boolean isSame(ParsedDocument one, ParsedDocument other) {
    return one.records().equals(other.records())
        && one.gaps().equals(other.gaps())
        && one.problems().equals(other.problems())
        && one.contents().equals(other.contents())
        && one.document().text().equals(other.document().text())
        && one.document().lines().equals(other.document().lines());
  }

  /** The texts of documents are nobody else's business. */
  private void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      disk.createFolder(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(
            folder,
            EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE));
      }
    }
  }

  private record Found(Path file, long size, FileTime time) {}

  private void makeRoom() throws IOException {
    List<Found> files;
    try (Stream<Path> inside = Files.list(folder)) {
      files = inside.map(KeptReadings::found).sorted(Comparator.comparing(Found::time)).toList();
    }
    long size = files.stream().mapToLong(Found::size).sum();
    for (Found oldest : files) {
      if (size <= room) {
        return;
      }
      disk.delete(oldest.file());
      size -= oldest.size();
    }
  }

  private static Found found(Path file) {
    try {
      return new Found(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException gone) {
      return new Found(file, 0, FileTime.fromMillis(0)); // another process made room
    }
  }

  private byte[] fingerprint() {
    byte[] known = fingerprint;
    if (known == null) {
      try {
        known = PlugInFacts.digest().digest(plugIns().getBytes(StandardCharsets.UTF_8));
      } catch (IOException gone) {
        known = UNKNOWN;
      }
      fingerprint = known;
    }
    return known;
  }

  /** Everything that the outcome hangs on besides the input, in words. */
  private String plugIns() throws IOException {
    StringBuilder words = new StringBuilder(System.getProperty("java.vm.version"));
    for (PlugIn plugIn : pipeline.plugIns()) {
      words.append('\n').append(plugIn.kind().name()).append(' ').append(plugIn.id());
      words.append(' ').append(plugIn.source("")).append(plugIn.ranking());
      words.append(' ').append(plugIn.fault());
    }
    List<BundleFile> bundles = new ArrayList<>(pipeline.bundles());
    Origin api = Origin.of(ParsedDocument.class);
    bundles.add(new BundleFile(api.bundle(), api.version(), api.place()));
    for (BundleFile bundle : bundles) {
      words.append('\n').append(bundle.bundle()).append(' ').append(bundle.place());
      if (bundle.place() == null) {
        throw new NoSuchFileException(bundle.bundle());
      }
      try (Stream<Path> files = Files.walk(bundle.place())) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          words.append(' ').append(content(file));
        }
      }
    }
    return words.toString();
  }

  /** Tells one build from the next in a tenth of the time of a digest that withstands people. */
  private static String content(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return bytes.length + ":" + checksum(bytes, 0);
  }

  private static long checksum(byte[] bytes, int begin) {
    return sum(new CRC32(), bytes, begin) << Integer.SIZE | sum(new CRC32C(), bytes, begin);
  }

  private static long sum(Checksum checksum, byte[] bytes, int begin) {
    checksum.update(bytes, begin, bytes.length - begin);
    return checksum.getValue();
  }
}
