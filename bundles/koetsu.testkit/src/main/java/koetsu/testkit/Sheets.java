package koetsu.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Validator;
import koetsu.api.record.Problem;
import koetsu.api.text.TextServices;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Pipeline;
import org.opentest4j.AssertionFailedError;

/**
 * Sheets whose text says what is to be read from it:
 *
 * <pre>{@code
 * class RateExtractorTest {
 *   private final Sheets sheets = Sheets.readBy(new RateExtractor());
 *
 *   @Test
 *   void readsChineseDigits() {
 *     sheets.check(
 *         """
 *         ### (1) 海辺の図書館整備事業
 *         #### 事業スキーム
 *         補助率 [[二分の一|subsidyRate: 1/2]]以内
 *         """);
 *   }
 * }
 * }</pre>
 *
 * <p>A mark is {@code [[text|field: value]]}. Marks may stand within one another; {@code
 * [[more|field+]]} adds a further place to the value that was marked last; without a value, {@code
 * [[text|field]]}, any value will do. A structured value names the slots that matter, {@code
 * [[3億円|budget: amountYen 300000000, isNew]]}; {@code slot null} says that a slot is empty or
 * false. What a validator finds is marked as {@code [[text|problem: words of the message]]}.
 *
 * <p>The sheet goes through the real pipeline, with the loaders, segmenters and profile of the
 * class path; a text whose layout no segmenter knows is one record without sections. Everything
 * that is marked must be read, at the very place, and nothing else: an unmarked text is a test that
 * nothing is found. A failure shows the lines, what was expected and found, and which rules looked
 * there and what made them let go; its two texts, the sheet as marked and as read, can be compared
 * side by side.
 *
 * <p>Immutable and safe for any thread.
 */
public final class Sheets {
  private static final String NAME = "sheet.txt";

  private final Pipeline pipeline;
  private final Set<String> fields;
  private final Predicate<Problem> problems;

  private Sheets(Pipeline pipeline, Set<String> fields, Predicate<Problem> problems) {
    this.pipeline = Objects.requireNonNull(pipeline);
    this.fields = Set.copyOf(fields);
    this.problems = problems;
  }

  /**
   * Sheets read by these extractors alone; what counts are the values of their fields.
   *
   * @throws IllegalStateException where the class path has no text services
   */
  public static Sheets readBy(FieldExtractor... extractors) {
    return new Sheets(
        pipeline(List.of(extractors), List.of()),
        Arrays.stream(extractors)
            .flatMap(extractor -> extractor.fields().stream())
            .collect(Collectors.toSet()),
        problem -> false);
  }

  /**
   * Sheets read by all extractors of the class path and checked by these validators; what counts
   * are the validators' problems.
   *
   * @throws IllegalStateException where the class path has no text services
   */
  public static Sheets checkedBy(Validator... validators) {
    Set<String> rules = Arrays.stream(validators).map(Validator::id).collect(Collectors.toSet());
    return new Sheets(
        pipeline(all(FieldExtractor.class), List.of(validators)),
        Set.of(),
        problem -> rules.contains(problem.source().replaceFirst(".*#", "")));
  }

  /** Sheets read by a pipeline; what counts are the values of some fields. */
  public static Sheets readBy(Pipeline pipeline, String... fields) {
    return new Sheets(pipeline, Set.of(fields), problem -> false);
  }

  private static Pipeline pipeline(List<FieldExtractor> extractors, List<Validator> validators) {
    List<Segmenter> segmenters = new ArrayList<>(all(Segmenter.class));
    segmenters.add(new WholeText());
    return Pipeline.of(
        all(DocumentLoader.class),
        segmenters,
        extractors,
        validators,
        all(ProfileContribution.class),
        ServiceLoader.load(TextServices.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no text services are on the class path: koetsu.text is missing")));
  }

  private static <T> List<T> all(Class<T> plugIn) {
    return ServiceLoader.load(plugIn).stream().map(ServiceLoader.Provider::get).toList();
  }

  /**
   * Reads a sheet and compares what is found with what is marked.
   *
   * @throws AssertionFailedError where they differ, or a plug-in failed
   * @throws IllegalArgumentException where a mark is not understood
   */
  public void check(String markedSheet) {
    MarkedText marked = MarkedText.parse(markedSheet);
    for (MarkedText.Reading reading : marked.readings()) {
      if (!fields.contains(reading.field()) && !reading.field().equals(Comparison.PROBLEM)) {
        throw new IllegalArgumentException(
            "a mark names "
                + reading.field()
                + ", but what is looked at here is "
                + (fields.isEmpty()
                    ? Comparison.PROBLEM
                    : String.join(", ", new TreeSet<>(fields))));
      }
    }
    Explanations explained = pipeline.explain(load(marked.text()));
    List<String> failures = new ArrayList<>();
    for (Problem problem : pipeline.problems()) {
      failures.add(problem.source() + ": " + problem.message() + "\n");
    }
    for (Problem problem : explained.parsed().problems()) {
      if (problem.severity() == Problem.Severity.ERROR && !problems.test(problem)) {
        failures.add(problem.source() + ": " + problem.message() + "\n");
      }
    }
    Comparison comparison = new Comparison(marked, explained, pipeline.profile(), fields, problems);
    failures.addAll(comparison.failures());
    if (!failures.isEmpty()) {
      throw new AssertionFailedError(
          "\n" + String.join("\n", failures), marked.marked(), comparison.found().marked());
    }
  }

  private SourceDocument load(String text) {
    try {
      return pipeline.load(new LoadRequest(NAME, text.getBytes(StandardCharsets.UTF_8), "UTF-8"));
    } catch (LoadException e) {
      throw new IllegalArgumentException("the sheet cannot be loaded: " + e.getMessage(), e);
    }
  }
}
