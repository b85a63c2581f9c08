package koetsu.pipeline;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;

/** Runs many inputs side by side and hands their results over in the order of the inputs. */
public final class Batch {
  private final Pipeline pipeline;
  private final RunOptions options;
  private final int jobs;

  /**
   * What became of one input.
   *
   * @param input the input
   * @param parsed its records; null where it could not be loaded
   * @param cut its records as a person has cut them; null where nobody asked for that
   * @param error why it could not be loaded, for a person to read; null where it could
   */
  public record Result(Input input, ParsedDocument parsed, ParsedDocument cut, String error) {}

  /** Knows which records of a document a person has cut, which are to be read as well. */
  @FunctionalInterface
  public interface Given {
    /**
     * Called on any thread.
     *
     * @return null where only the machine's own are to be read
     */
    List<ParsedRecord> of(SourceDocument document);
  }

  /** Takes results on the thread that called {@link Batch#run}. */
  @FunctionalInterface
  public interface Sink<E extends Exception> {
    void accept(Result result) throws E;
  }

  /**
   * @param pipeline runs each input
   * @param options for each run; the monitor sees whole inputs and may cancel
   * @param jobs how many inputs are worked on at once, at least 1
   */
  public Batch(Pipeline pipeline, RunOptions options, int jobs) {
    if (jobs < 1) {
      throw new IllegalArgumentException(jobs + " jobs");
    }
    this.pipeline = pipeline;
    this.options = options;
    this.jobs = jobs;
  }

  /**
   * Runs every input; one that cannot be loaded does not hinder the others.
   *
   * @throws E what the sink throws; no further input is begun then
   * @throws CancellationException when the monitor says so
   */
  public <E extends Exception> void run(List<Input> inputs, Sink<E> sink) throws E {
    run(inputs, document -> null, sink);
  }

  /** The same with records that a person has cut. */
  public <E extends Exception> void run(List<Input> inputs, Given given, Sink<E> sink) throws E {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(jobs, Math.max(1, inputs.size())),
            task -> {
              Thread thread = new Thread(task, "koetsu batch");
              thread.setDaemon(true);
              return thread;
            });
    Monitor monitor = options.monitor();
    RunOptions each =
        options.withMonitor(
            new Monitor() {
              @Override
              public void progress(int done, int total) {}

              @Override
              public boolean cancelled() {
                return monitor.cancelled();
              }
            });
    try {
      // A window of work ahead of the sink: enough to keep every worker busy, bounded in memory.
      Queue<Future<Result>> ahead = new ArrayDeque<>();
      Iterator<Input> waiting = inputs.iterator();
      int done = 0;
      monitor.progress(done, inputs.size());
      while (waiting.hasNext() || !ahead.isEmpty()) {
        while (waiting.hasNext() && ahead.size() < 2 * jobs) {
          Input input = waiting.next();
          ahead.add(workers.submit(() -> run(input, given, each)));
        }
        sink.accept(result(ahead.remove()));
        monitor.progress(++done, inputs.size());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private Result run(Input input, Given given, RunOptions each) {
    try {
      SourceDocument document = pipeline.load(input.read());
      List<ParsedRecord> cut = given.of(document);
      Readings read =
          cut == null
              ? new Readings(pipeline.run(document, each), null)
              : pipeline.read(document, cut, each);
      return new Result(input, read.own(), read.cut(), null);
    } catch (LoadException e) {
      return new Result(input, null, null, e.getMessage());
    } catch (OutOfMemoryError e) {
      return new Result(
          input, null, null, input.place() + ": too large for the memory Java may use; raise -Xmx");
    }
  }

  private static Result result(Future<Result> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
