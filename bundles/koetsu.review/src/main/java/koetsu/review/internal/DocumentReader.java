package koetsu.review.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.record.ParsedDocument;
import koetsu.pipeline.KeptReadings;
import koetsu.pipeline.Monitor;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.project.SourceFile;

/**
 * What the machine says about documents, out of the folder of what it said at an earlier start
 * where that still holds. Any thread.
 */
public final class DocumentReader implements AutoCloseable {
  private final Pipeline pipeline;
  private final KeptReadings kept;

  /**
   * @param cache the user's folder for what only saves time; null where nothing is to be kept
   */
  public DocumentReader(Pipeline pipeline, Path cache) {
    this.pipeline = pipeline;
    this.kept = cache == null ? null : new KeptReadings(cache.resolve("readings"), pipeline);
  }

  /** An input, and where what the machine says of it is kept. */
  public final class Input {
    private final LoadRequest request;
    private final KeptReadings.Place place;

    private Input(LoadRequest request) {
      this.request = request;
      this.place = kept == null ? null : kept.place(request);
    }

    /**
     * What it said the last time, if that is kept and still holds.
     *
     * @param text is given the text of it on the way
     */
    public Optional<ParsedDocument> kept(Consumer<SourceDocument> text) {
      return place == null ? Optional.empty() : place.find(text);
    }

    /** The text, unread by any rule. */
    public SourceDocument load() throws LoadException {
      return pipeline.load(request);
    }

    /** Keeps what the machine said, for the next start. */
    public void keep(ParsedDocument reading) {
      if (place != null) {
        place.keep(reading);
      }
    }
  }

  /** The bytes of a document. */
  public Input input(SourceFile file) throws IOException {
    return new Input(
        new LoadRequest(file.name(), Files.readAllBytes(file.path()), file.encoding()));
  }

  /** What the plug-ins say of a text now. */
  public ParsedDocument run(SourceDocument source, Monitor monitor) {
    return pipeline.run(source, RunOptions.DEFAULT.withMonitor(monitor));
  }

  @Override
  public void close() {
    if (kept != null) {
      kept.close();
    }
  }
}
