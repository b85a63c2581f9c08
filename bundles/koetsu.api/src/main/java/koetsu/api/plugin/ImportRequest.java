package koetsu.api.plugin;

import java.nio.file.Path;
import java.util.Objects;
import koetsu.api.profile.Profile;

/**
 * What is to be imported, and what it may speak of.
 *
 * @param input a file, or a folder whose files of the format are read in the order of their names
 * @param sources the documents at hand
 * @param profile the fields, sections and kinds that records may have
 */
public record ImportRequest(Path input, Sources sources, Profile profile) {
  public ImportRequest {
    Objects.requireNonNull(input);
    Objects.requireNonNull(sources);
    Objects.requireNonNull(profile);
  }
}
