package koetsu.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.measure.agreement.Agreement;
import koetsu.measure.agreement.AgreementFigure;
import koetsu.measure.agreement.DoubleReview;
import koetsu.measure.agreement.Estimate;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "agreement",
    description = {
      "Tells how far two reviewers agree on the records that both have reviewed.",
      "Each one's records are what their own log says. A figure that cannot be had is printed as -."
    })
final class GoldAgreementCommand implements Callable<Integer> {
  private static final int TWO = 2;

  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;

  @Option(
      names = "--reviewers",
      paramLabel = "NAME",
      arity = "2",
      description = "The two; by default those in the log, if there are two.")
  private List<String> reviewers = List.of();

  GoldAgreementCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (Project opened = session.read(project.folder)) {
      List<String> two = reviewers.isEmpty() ? opened.reviewers() : reviewers;
      if (two.size() != TWO || !opened.reviewers().containsAll(two)) {
        throw new UserException(
            opened.folder()
                + ": agreement is between two reviewers; the log has "
                + opened.reviewers()
                + "; name two of them with --reviewers");
      }
      List<DoubleReview> reviews = reviews(opened, two);
      if (reviews.isEmpty()) {
        throw new UserException(
            opened.folder() + ": there is no document that both have reviewed a record of");
      }
      Table table = new Table("measure", "of", "value", "95 %", "units", "excluded");
      for (AgreementFigure figure : Agreement.of(session.pipelines().get().profile(), reviews)) {
        Estimate estimate = figure.estimate();
        table.row(
            figure.measure().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            figure.item(),
            text(estimate.value()),
            estimate.low().isEmpty() ? "-" : text(estimate.low()) + " … " + text(estimate.high()),
            "" + figure.units(),
            "" + figure.excluded());
      }
      table.print(session.terminal().out());
    }
    return Session.DONE;
  }

  private List<DoubleReview> reviews(Project opened, List<String> two) throws Exception {
    Map<String, RecordFile> one = byName(opened.goldOf(two.get(0)));
    Map<String, RecordFile> other = byName(opened.goldOf(two.get(1)));
    List<DoubleReview> reviews = new ArrayList<>();
    for (SourceDocument document : Sources.load(session, opened)) {
      RecordFile left = one.get(document.name());
      RecordFile right = other.get(document.name());
      if (left == null || right == null) {
        continue;
      }
      if (!left.document().sha256().equals(document.sha256())
          || !right.document().sha256().equals(document.sha256())) {
        session.complain(document.name() + ": not both have reviewed this edition; it is left out");
        continue;
      }
      reviews.add(new DoubleReview(document, left.records(), right.records()));
    }
    return reviews;
  }

  private static Map<String, RecordFile> byName(List<RecordFile> files) {
    return files.stream().collect(Collectors.toMap(f -> f.document().name(), Function.identity()));
  }

  static String text(OptionalDouble figure) {
    return figure.isEmpty() ? "-" : String.format(Locale.ROOT, "%.3f", figure.getAsDouble());
  }
}
