package koetsu.api.plugin;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads the values of one field, or of a few that are printed together, from a record.
 *
 * <p>Extractors do not see each other. Values of several extractors for one field are merged where
 * they mean the same and compete by confidence, then service ranking, then id. Called from any
 * thread, several records at once; arguments and results are never null. An exception, or ten
 * seconds without an answer, costs this extractor's values in this record only; a value whose spans
 * lie outside the document, or which the profile does not know, costs that value only. An extractor
 * that keeps failing is switched off. Each becomes a problem that names bundle, rule and line.
 */
@ConsumerType
public interface FieldExtractor {
  /** Unique name, for messages and as the last tie-break. */
  String id();

  /** Ids of the fields this extractor may give values for. */
  Set<String> fields();

  /** The values in printed order; empty where the record prints none. */
  List<Extraction> extract(ExtractionContext context);
}
