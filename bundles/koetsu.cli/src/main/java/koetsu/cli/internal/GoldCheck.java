package koetsu.cli.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.records.ProfileCheck;
import koetsu.records.RecordFile;

/** Holds files of records against a project's sources and the profile in force. */
final class GoldCheck {
  private final Project project;
  private final Pipeline pipeline;

  GoldCheck(Project project, Pipeline pipeline) {
    this.project = project;
    this.pipeline = pipeline;
  }

  /** What is wrong with a file, one sentence each. */
  List<String> faults(RecordFile file) throws ProjectException, LoadException {
    if (file.document() == null) {
      return List.of("it holds no record");
    }
    String name = file.document().name();
    SourceFile source =
        project.sources().stream().filter(s -> s.name().equals(name)).findFirst().orElse(null);
    if (source == null) {
      return List.of("the project has no document named " + name);
    }
    SourceDocument document = pipeline.load(Input.of(source.path(), source.encoding()).read());
    List<String> faults = new ArrayList<>(file.verify(document));
    faults.addAll(ProfileCheck.faults(file.records(), pipeline.profile()));
    return faults;
  }
}
