package koetsu.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.measure.internal.PlainScore;

/**
 * The plain figures, as the reference scorer computes them: every predicted record counts, whether
 * a person looked there or not.
 *
 * @param document base name of the document, or {@link #ALL}
 * @param gold number of gold records
 * @param predicted number of predicted records
 * @param aligned number of pairs
 * @param figures measure to its counts, in the order of {@link #rows}
 */
public record Score(
    String document, int gold, int predicted, int aligned, Map<String, Tally> figures) {
  /** Name of the sum over all documents. */
  public static final String ALL = "ALL";

  /** A record counts when its first line is the first line of a gold record. */
  public static final String BOUNDARY = "boundary";

  /** Kinds of aligned records. */
  public static final String KIND = "kind";

  /** Parents of aligned records that have one in gold or prediction. */
  public static final String PARENT = "parent";

  /** Lines of aligned records that are not blank. */
  public static final String EXTENT = "extent";

  /** Characters of right values that have a place in the gold. */
  public static final String SPANS = "spans";

  /** Body lines that are not blank, with their section type. */
  public static final String SECTIONS = "sections";

  public Score {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /**
   * Scores documents one by one.
   *
   * @param partial whether the gold covers only a part of each document: predicted records that
   *     begin before the first or behind the last gold record are left out
   * @return one score a document in the given order, and {@link #ALL} at the end
   */
  public static List<Score> of(Profile profile, List<MeasuredDocument> documents, boolean partial) {
    List<Score> scores = new ArrayList<>();
    for (MeasuredDocument document : documents) {
      scores.add(PlainScore.of(profile, document, partial));
    }
    scores.add(sum(profile, scores));
    return scores;
  }

  /** The measures of a profile in the order of the table. */
  public static List<String> rows(Profile profile) {
    List<String> rows = new ArrayList<>(List.of(BOUNDARY, KIND, PARENT, EXTENT));
    profile.fields().stream().map(FieldDefinition::id).forEach(rows::add);
    rows.add(SPANS);
    rows.add(SECTIONS);
    return rows;
  }

  public Tally figure(String row) {
    return figures.getOrDefault(row, Tally.NONE);
  }

  /** The mean F1 of boundary, sections and every field that gold or prediction has. */
  public OptionalDouble quality() {
    return figures.entrySet().stream()
        .filter(row -> !List.of(KIND, PARENT, EXTENT, SPANS).contains(row.getKey()))
        .map(row -> row.getValue().f1())
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  private static Score sum(Profile profile, List<Score> scores) {
    Map<String, Tally> figures = new LinkedHashMap<>();
    int gold = 0;
    int predicted = 0;
    int aligned = 0;
    for (String row : rows(profile)) {
      figures.put(row, Tally.NONE);
    }
    for (Score score : scores) {
      score.figures().forEach((row, tally) -> figures.merge(row, tally, Tally::plus));
      gold += score.gold();
      predicted += score.predicted();
      aligned += score.aligned();
    }
    return new Score(ALL, gold, predicted, aligned, figures);
  }
}
