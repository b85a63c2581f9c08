package koetsu.api.plugin;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes records and the places they were read from in a format of another tool.
 *
 * <p>The same records give the same bytes. Offsets are in the unit that the format defines, code
 * points or UTF-16, and the files or one beside them say which. Of several exporters with one id
 * the one with the highest service ranking is used. Called from any thread, several exports at
 * once; arguments and results are never null.
 */
@ConsumerType
public interface Exporter {
  /** What people ask for the format by: lower case, digits and hyphens. */
  String id();

  /**
   * One line for a list of formats: what is written, and the unit of its offsets, without a full
   * stop.
   */
  String description();

  /**
   * Writes all documents. What has no place in the format is left out and counted; it is never a
   * reason to fail.
   *
   * @return what the format could not hold, each kind once; empty where a reader gets everything
   * @throws IOException where the output cannot be written; the caller discards what was written
   */
  List<Loss> export(ExportRequest request, ExportOutput output) throws IOException;
}
