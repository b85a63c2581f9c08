package koetsu.api.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.ParsedRecord;

/**
 * A source and what is to be said about it in another format, or what another format says.
 *
 * @param document the source, the same edition that the records speak of
 * @param records in document order, each id once
 * @param extra keys about the document that no version of Koetsu knows, kept for the round trip
 */
public record AnnotatedDocument(
    SourceDocument document, List<ParsedRecord> records, Map<String, Object> extra) {
  public AnnotatedDocument {
    Objects.requireNonNull(document);
    records = List.copyOf(records);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  public AnnotatedDocument(SourceDocument document, List<ParsedRecord> records) {
    this(document, records, Map.of());
  }
}
