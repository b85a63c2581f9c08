package koetsu.api.plugin;

import koetsu.api.document.SourceDocument;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns bytes of one format into source text and its structure.
 *
 * <p>Of all loaders the one with the highest {@link #accepts} loads an input; equal ones are
 * ordered by service ranking, then by id. Called from any thread, several inputs at once; arguments
 * and results are never null. What a loader throws besides a {@link LoadException}, or a minute
 * without an answer, becomes one: the input is not read, and the message names the loader.
 */
@ConsumerType
public interface DocumentLoader {
  /** Unique name, for messages and as the last tie-break. */
  String id();

  /**
   * How well the content (not only the name) fits this format, from 0 (not at all) to 1; it must
   * not throw.
   */
  double accepts(LoadRequest request);

  /**
   * Decodes the whole input without changing the text.
   *
   * @throws LoadException where the input is empty, binary, truncated or not in the encoding asked
   *     for
   */
  SourceDocument load(LoadRequest request) throws LoadException;
}
