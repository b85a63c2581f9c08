package koetsu.api.plugin;

import java.util.List;
import java.util.Objects;
import koetsu.api.profile.Profile;

/**
 * What is to be exported.
 *
 * @param documents with at least one record each, ordered by name, each name once
 * @param profile the fields, sections and kinds that the records speak of
 */
public record ExportRequest(List<AnnotatedDocument> documents, Profile profile) {
  public ExportRequest {
    documents = List.copyOf(documents);
    Objects.requireNonNull(profile);
  }
}
