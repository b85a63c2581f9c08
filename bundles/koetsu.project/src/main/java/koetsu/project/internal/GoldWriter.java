package koetsu.project.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import koetsu.records.AtomicFile;
import koetsu.records.Disk;
import koetsu.records.RecordFile;

/**
 * Brings gold files up to date behind the editor's back: what the log has is safe, and a gold file
 * takes longer to write than an edit may. Safe for any thread.
 */
final class GoldWriter {
  /** Edits come in strings; one write serves all within this time. */
  private static final long DELAY_MILLIS = 200;

  private final Path folder;
  private final Disk disk;
  private final Function<String, RecordFile> gold;
  private final Consumer<String> written;
  private final ScheduledThreadPoolExecutor thread;
  private final Set<String> pending = new LinkedHashSet<>();
  private final Map<String, String> failures = new TreeMap<>();

  /** Held while files are written, so that an older state never replaces a newer one. */
  private final Object writing = new Object();

  /**
   * @param folder where the files go
   * @param gold what a document's file has to hold; called on any thread
   * @param written hears that a document's file is up to date; called on any thread
   */
  GoldWriter(Path folder, Disk disk, Function<String, RecordFile> gold, Consumer<String> written) {
    this.folder = folder;
    this.disk = disk;
    this.gold = gold;
    this.written = written;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "koetsu-gold");
              made.setDaemon(true);
              return made;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Sees to it that a document's file is written soon. */
  void changed(String document) {
    synchronized (pending) {
      if (pending.add(document) && pending.size() == 1) {
        try {
          thread.schedule(this::flush, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
          // Nothing is lost: the next opening finds that the file is behind the log.
        }
      }
    }
  }

  /** Writes what is to be written, and returns when it is on disk or has failed. */
  void flush() {
    synchronized (writing) {
      List<String> documents;
      synchronized (pending) {
        documents = List.copyOf(pending);
        pending.clear();
      }
      documents.forEach(this::write);
    }
  }

  private void write(String document) {
    Path file = file(folder, document);
    String failure = null;
    try {
      RecordFile content = gold.apply(document);
      if (!content.records().isEmpty()) {
        disk.createFolder(folder);
        AtomicFile.write(disk, file, content.toBytes());
      } else if (Files.exists(file)) {
        disk.delete(file);
        disk.forceFolder(folder);
      }
      written.accept(document);
    } catch (IOException | UncheckedIOException e) {
      failure =
          file
              + " could not be written ("
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
              + "); the edits are safe in the log, and the next opening writes it";
    }
    synchronized (failures) {
      if (failure == null) {
        failures.remove(document);
      } else {
        failures.put(document, failure);
      }
    }
  }

  static Path file(Path folder, String document) {
    int dot = document.lastIndexOf('.');
    return folder.resolve((dot > 0 ? document.substring(0, dot) : document) + RecordFile.SUFFIX);
  }

  /** Files that could not be written the last time it was tried, one sentence each. */
  List<String> failures() {
    synchronized (failures) {
      return List.copyOf(failures.values());
    }
  }

  /** Names of the documents whose files are behind. */
  Set<String> behind() {
    Set<String> behind;
    synchronized (failures) {
      behind = new LinkedHashSet<>(failures.keySet());
    }
    synchronized (pending) {
      behind.addAll(pending);
    }
    return behind;
  }

  /** Writes what is to be written, and stops. */
  void close() {
    // a write under way goes on, for an interrupt would close its file; flush waits for it
    thread.shutdown();
    flush();
  }
}
