package koetsu.api.plugin;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads records out of files of another tool, for documents that are at hand.
 *
 * <p>Everything is read and checked before anything is returned: encoding, form, versions, that
 * every place lies in the source and reads there as the file says, that nothing is said twice.
 * Input is not trusted: memory is bounded however long a file is, nothing outside the input is
 * opened (external entities, links). Of several importers with one id the one with the highest
 * service ranking is used. Called from any thread, several imports at once; arguments and results
 * are never null.
 */
@ConsumerType
public interface Importer {
  /** What people ask for the format by; that of the exporter of the same format. */
  String id();

  /** One line for a list of formats: what is read, without a full stop. */
  String description();

  /**
   * Reads the whole input.
   *
   * @return each document once, in the order of the input
   * @throws ImportException where anything is wrong; it names file, line and cause
   * @throws IOException where a file cannot be read
   */
  List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException;
}
