package koetsu.regression.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.project.SourceFile;
import koetsu.records.RecordFile;
import koetsu.review.ReviewSession;
import koetsu.workbench.Jobs;

/** Extracts the documents of the gold anew and holds the result against it. */
final class GoldJob {
  private final ReviewSession session;

  GoldJob(ReviewSession session) {
    this.session = session;
  }

  /**
   * Thread: a background one.
   *
   * @return empty where the project has no gold yet
   */
  Optional<RegressionReport> run(Jobs.Progress progress) throws Exception {
    List<RecordFile> gold =
        session.project().gold().stream().filter(g -> !g.records().isEmpty()).toList();
    if (gold.isEmpty()) {
      return Optional.empty();
    }
    Map<String, SourceFile> sources = new HashMap<>();
    for (SourceFile source : session.project().sources()) {
      sources.put(source.name(), source);
    }
    List<MeasuredDocument> documents = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      String name = gold.get(i).document().name();
      progress.at((double) i / gold.size(), name);
      SourceFile source = sources.get(name);
      if (source == null) {
        throw new IllegalStateException(Texts.of("nosource", name));
      }
      documents.add(MeasuredDocument.of(session.machine(source, progress), gold.get(i)));
    }
    Optional<Baseline> baseline = Baseline.read(session.project().folder().resolve(Baseline.FILE));
    return Optional.of(Regression.run(documents, session.profile(), baseline, Gate.USUAL));
  }
}
