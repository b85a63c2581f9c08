package koetsu.export.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.AnnotatedDocument;

/** What the files of documents are named: without extension where that tells them apart. */
final class FileNames {
  private final Map<String, Integer> bases = new HashMap<>();

  FileNames(List<AnnotatedDocument> documents) {
    documents.forEach(d -> bases.merge(folded(d.document().baseName()), 1, Integer::sum));
  }

  /** The name of a document's files, before the format's own extension. */
  String of(SourceDocument document) {
    return bases.get(folded(document.baseName())) == 1 ? document.baseName() : document.name();
  }

  /** Some file systems take capital and small letters for the same. */
  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
