package koetsu.api.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds the records of a document and the sections of each record.
 *
 * <p>Of all segmenters the one with the highest {@link #fits} segments a document; equal ones are
 * ordered by service ranking, then by id. Called from any thread, several documents at once;
 * arguments and results are never null. Records, gaps and contents are given in document order,
 * lines belong to one record at most. Where a segmenter throws or does not come back in time, ten
 * seconds for each 50,000 code points begun, the next best one is asked.
 */
@ConsumerType
public interface Segmenter {
  /** Unique name, for messages and as the last tie-break. */
  String id();

  /**
   * How much the document looks like the layouts this segmenter knows, from 0 (not at all) to 1.
   */
  double fits(DocumentContext context);

  /** Segments the document; time must grow linearly with its length. */
  Segmentation segment(DocumentContext context);
}
