package koetsu.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.measure.Score;
import koetsu.measure.agreement.BlindFigures;
import koetsu.pipeline.Input;
import koetsu.project.BlindSlice;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.records.RecordFile;

/** A project's gold and what of it the machine is to be asked. */
final class GoldRun {
  private final Project project;
  private final List<RecordFile> gold;

  GoldRun(Project project) {
    this.project = project;
    this.gold = project.gold();
  }

  /** The documents that the gold speaks of, ready to be extracted. */
  List<Input> inputs() throws ProjectException, UserException {
    if (gold.isEmpty()) {
      throw new UserException(
          project.folder()
              + ": there is no gold to test against; review a record, or use `koetsu gold import`");
    }
    Map<String, SourceFile> sources =
        project.sources().stream().collect(Collectors.toMap(SourceFile::name, Function.identity()));
    List<Input> inputs = new ArrayList<>();
    for (RecordFile file : gold) {
      SourceFile source = sources.get(file.document().name());
      if (source == null) {
        throw new UserException(
            project.folder()
                + ": the gold speaks of "
                + file.document().name()
                + ", which is not in sources/; put it back");
      }
      inputs.add(Input.of(source.path(), source.encoding()));
    }
    return inputs;
  }

  /**
   * Compares what the machine says with the gold.
   *
   * @param parsed the inputs' results, in any order, perhaps with others
   */
  RegressionReport report(
      List<ParsedDocument> parsed, Profile profile, Optional<Baseline> baseline, Gate gate) {
    return Regression.run(measured(parsed), profile, baseline, gate);
  }

  /** The plain figures over everything, each document's and the sum. */
  List<Score> scores(List<ParsedDocument> parsed, Profile profile) {
    return Score.of(profile, measured(parsed), false);
  }

  /** What the records that were reviewed blindly say. */
  BlindFigures blind(List<ParsedDocument> parsed, Profile profile) {
    return BlindFigures.of(profile, measured(parsed), BlindSlice::isBlind);
  }

  private List<MeasuredDocument> measured(List<ParsedDocument> parsed) {
    Map<String, ParsedDocument> byName =
        parsed.stream().collect(Collectors.toMap(p -> p.document().name(), Function.identity()));
    return gold.stream()
        .map(file -> MeasuredDocument.of(byName.get(file.document().name()), file))
        .toList();
  }
}
