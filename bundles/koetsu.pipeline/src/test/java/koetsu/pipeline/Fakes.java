package koetsu.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import koetsu.api.record.Value;
import koetsu.api.record.Why;

/** Plug-ins for a little world: records are single lines, fields are words in them. */
public final class Fakes {
  /** Where plug-ins of this class path come from: a folder of classes without a manifest. */
  public static final String HERE = "koetsu.pipeline/0.0.0#";

  public static final ProfileContribution PROFILE =
      contribution(
          "profile",
          """
          {"schema": "koetsu.profile/1", "id": "words", "version": "1.0.0",
           "kinds": [{"id": "program"}, {"id": "breakdown"}],
           "fields": [
             {"id": "name"},
             {"id": "office", "many": true},
             {"id": "money", "many": true, "slots": [
               {"id": "yen", "type": "yen"},
               {"id": "part", "type": "flag"},
               {"id": "stage", "type": "choice", "choices": [{"id": "draft"}, {"id": "total"}]}]}],
           "sections": [{"id": "purpose"}]}
          """);

  private Fakes() {}

  /** A document of lines that end in {@code \n}. */
  public static SourceDocument document(String text) {
    SourceDocument offsets = new SourceDocument("a.txt", "00", "UTF-8", text, List.of());
    List<Line> lines = new ArrayList<>();
    int at = 0;
    for (String line : text.split("\n")) {
      Span span = offsets.span(at, at + line.length());
      lines.add(
          new Line(
              lines.size(),
              span,
              span,
              line.isBlank() ? LineKind.BLANK : LineKind.TEXT,
              0,
              List.of(),
              false));
      at += line.length() + 1;
    }
    return new SourceDocument("a.txt", "00", "UTF-8", text, lines);
  }

  public static ProfileContribution contribution(String id, String json) {
    return new ProfileContribution() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public InputStream open() throws IOException {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  /** A loader of UTF-8. */
  public static DocumentLoader loader(String id, double accepts) {
    return new DocumentLoader() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public double accepts(LoadRequest request) {
        return accepts;
      }

      @Override
      public SourceDocument load(LoadRequest request) throws LoadException {
        if (request.bytes().length == 0) {
          throw new LoadException(request.name() + ": empty");
        }
        SourceDocument read = document(new String(request.bytes(), StandardCharsets.UTF_8));
        return new SourceDocument(request.name(), id, "UTF-8", read.text(), read.lines());
      }
    };
  }

  public static Segmenter segmenter(
      String id, double fits, Function<DocumentContext, Segmentation> segment) {
    return new Segmenter() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public double fits(DocumentContext context) {
        return fits;
      }

      @Override
      public Segmentation segment(DocumentContext context) {
        return segment.apply(context);
      }
    };
  }

  /** One record per line that is not blank. */
  public static Segmenter lineByLine() {
    return segmenter(
        "line-by-line",
        0.5,
        context ->
            segmentation(
                context.document().lines().stream()
                    .filter(l -> !l.isBlank())
                    .map(l -> draft(l.span()))
                    .toList()));
  }

  public static Segmentation segmentation(List<RecordDraft> drafts) {
    return new Segmentation(drafts, List.of(), List.of(), List.of());
  }

  public static RecordDraft draft(Span... spans) {
    return new RecordDraft(null, "program", List.of(spans), List.<Section>of(), List.of(), null);
  }

  public static FieldExtractor extractor(
      String id, String field, Function<ExtractionContext, List<Extraction>> extract) {
    return new FieldExtractor() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public Set<String> fields() {
        return Set.of(field);
      }

      @Override
      public List<Extraction> extract(ExtractionContext context) {
        return extract.apply(context);
      }
    };
  }

  /** Finds a word wherever it stands in the record. */
  public static FieldExtractor word(String id, String field, String word, double confidence) {
    return extractor(
        id,
        field,
        context -> {
          List<Extraction> found = new ArrayList<>();
          for (Span span : context.record().spans()) {
            String text = context.slice(span);
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
              int begin = span.begin() + at;
              found.add(
                  new Extraction(
                      field, value(word, new Span(begin, begin + word.length()), confidence, id)));
            }
          }
          return found;
        });
  }

  public static FieldValue value(String text, Span span, double confidence, String rule) {
    return FieldValue.machine(
        Value.of(text), text, List.of(span), confidence, new Why(rule, List.of(), List.of(text)));
  }

  public static FieldValue money(Map<String, Object> slots, String text, Span span) {
    return FieldValue.machine(
        Value.of(slots), text, List.of(span), 0.5, new Why("money", List.of(), List.of()));
  }

  public static Validator validator(
      String id, Function<ValidationContext, List<Problem>> validate) {
    return new Validator() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public List<Problem> validate(ValidationContext context) {
        return validate.apply(context);
      }
    };
  }

  public static Pipeline pipeline(Segmenter segmenter, FieldExtractor... extractors) {
    return Pipeline.of(
        List.of(loader("plain", 0.5)),
        List.of(segmenter),
        List.of(extractors),
        List.of(PROFILE),
        new koetsu.text.JapaneseText());
  }
}
