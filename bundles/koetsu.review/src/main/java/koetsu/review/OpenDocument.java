package koetsu.review;

import java.util.Objects;
import java.util.Optional;
import koetsu.project.DocumentState;
import koetsu.project.SourceFile;

/**
 * A document of the open project: still being read, read, or not readable.
 *
 * @param file where it is
 * @param state what it holds, or null while it is being read or where it could not be
 * @param failure why it could not be read, for a person to read, or null
 */
public record OpenDocument(SourceFile file, DocumentState state, String failure) {
  public OpenDocument {
    Objects.requireNonNull(file);
  }

  public String name() {
    return file.name();
  }

  /** What it holds, once it is read. */
  public Optional<DocumentState> ready() {
    return Optional.ofNullable(state);
  }

  public boolean isLoading() {
    return state == null && failure == null;
  }
}
