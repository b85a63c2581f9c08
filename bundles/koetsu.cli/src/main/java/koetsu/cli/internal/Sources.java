package koetsu.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.pipeline.Input;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;

/** The documents of a project as they are now. */
final class Sources {
  private Sources() {}

  static SourceDocument load(Session session, SourceFile source) throws IOException, LoadException {
    return session.pipelines().get().load(Input.of(source.path(), source.encoding()).read());
  }

  /** All of them, by name. */
  static List<SourceDocument> load(Session session, Project project)
      throws IOException, LoadException, ProjectException {
    List<SourceDocument> documents = new ArrayList<>();
    for (SourceFile source : project.sources()) {
      documents.add(load(session, source));
    }
    return documents;
  }

  /** The line of a code point, as people count. */
  static int line(SourceDocument document, int offset) {
    return document.lineAt(offset).number() + 1;
  }
}
