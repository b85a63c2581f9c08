package koetsu.review;

import java.util.Objects;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.project.DocumentState;
import koetsu.project.SourceFile;

/**
 * A document of the open project: still being read, read, or not readable.
 *
 * @param file where it is
 * @param source its text, or null while it is being decoded or where it could not be
 * @param survey what it holds, or null while records are looked for or where there is no text
 * @param failure why it could not be read, for a person to read, or null
 */
public record OpenDocument(SourceFile file, SourceDocument source, Survey survey, String failure) {
  public OpenDocument {
    Objects.requireNonNull(file);
  }

  /** A document of which nothing is known yet. */
  static OpenDocument unread(SourceFile file) {
    return new OpenDocument(file, null, null, null);
  }

  /** A document whose text can be read while its records are looked for. */
  static OpenDocument loaded(SourceFile file, SourceDocument source) {
    return new OpenDocument(file, source, null, null);
  }

  /** A document as it stands when it is read for the first time. */
  public static OpenDocument read(SourceFile file, DocumentState state) {
    return unread(file).with(state);
  }

  /** The same document as it stands now. */
  OpenDocument with(DocumentState state) {
    return new OpenDocument(file, state.document(), Survey.of(state, survey), null);
  }

  static OpenDocument failed(SourceFile file, String failure) {
    return new OpenDocument(file, null, null, failure);
  }

  public String name() {
    return file.name();
  }

  /** What it holds, once it is read. */
  public Optional<DocumentState> ready() {
    return surveyed().map(Survey::state);
  }

  /** What the views say of it, once it is read. */
  public Optional<Survey> surveyed() {
    return Optional.ofNullable(survey);
  }

  public boolean isLoading() {
    return survey == null && failure == null;
  }
}
