package koetsu.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import koetsu.api.document.Line;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Validator;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import koetsu.pipeline.Pipeline;
import koetsu.text.JapaneseText;

/**
 * Runs the whole pipeline on a document: with the segmenters of the house where the part is empty,
 * else as one record whose every line plays that part, a role of a head or a section type.
 *
 * <p>It gives what went wrong; the part comes before the document.
 */
public final class HostileRun implements BiFunction<String, String, List<String>> {

  @Override
  public List<String> apply(String part, String document) {
    Pipeline pipeline =
        Pipeline.of(
            services(DocumentLoader.class),
            part.isEmpty() ? services(Segmenter.class) : List.of(new OneRecord(part)),
            services(FieldExtractor.class),
            services(Validator.class),
            services(ProfileContribution.class),
            new JapaneseText());
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    try {
      return pipeline
          .run(pipeline.load(new LoadRequest("hostile.txt", bytes, null)))
          .problems()
          .stream()
          .filter(p -> p.severity() == Problem.Severity.ERROR)
          .map(Problem::toString)
          .toList();
    } catch (LoadException e) {
      return List.of(e.getMessage());
    }
  }

  private static <T> List<T> services(Class<T> type) {
    return ServiceLoader.load(type, HostileRun.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private record OneRecord(String part) implements Segmenter {
    @Override
    public String id() {
      return "one-record";
    }

    @Override
    public double fits(DocumentContext context) {
      return 1;
    }

    @Override
    public Segmentation segment(DocumentContext context) {
      List<Span> lines = new ArrayList<>();
      for (Line line : context.document().lines()) {
        if (!line.content().isEmpty()) {
          lines.add(line.content());
        }
      }
      boolean section = context.profile().section(part).isPresent();
      RecordDraft record =
          new RecordDraft(
              null,
              "program",
              List.of(new Span(0, context.document().length())),
              section ? List.of(new Section(part, List.of(), lines)) : List.of(),
              section
                  ? List.of()
                  : lines.stream().map(s -> new Region(Region.Role.valueOf(part), s)).toList(),
              null);
      return new Segmentation(List.of(record), List.of(), List.of(), List.of());
    }
  }
}
