package koetsu.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.measure.MeasuredDocument;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.Readings;
import koetsu.pipeline.RunOptions;
import koetsu.project.DocumentState;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.records.RecordFile;

/**
 * A project's gold and what of it the machine is to be asked. The gold is that of the moment this
 * is made. Documents are extracted by whoever runs it, so that it can be watched and stopped.
 */
public final class GoldRun {
  private final Project project;
  private final Pipeline pipeline;
  private final Map<String, RecordFile> gold = new LinkedHashMap<>();

  public GoldRun(Project project, Pipeline pipeline) {
    this.project = project;
    this.pipeline = pipeline;
    for (RecordFile file : project.gold()) {
      if (!file.records().isEmpty()) {
        gold.put(file.document().name(), file);
      }
    }
  }

  /** Whether there is anything to run. */
  public boolean isEmpty() {
    return gold.isEmpty();
  }

  /** Whether the gold speaks of a document. */
  public boolean covers(String document) {
    return gold.containsKey(document);
  }

  /**
   * The documents that the gold speaks of, in the order of the run.
   *
   * @throws GoldException where there is no gold, or a document of it is missing
   */
  public List<Input> inputs() throws ProjectException, GoldException {
    if (gold.isEmpty()) {
      throw new GoldException(
          project.folder()
              + ": there is no gold to test against; review a record, or use `koetsu gold import`",
          null);
    }
    Map<String, SourceFile> sources =
        project.sources().stream().collect(Collectors.toMap(SourceFile::name, Function.identity()));
    List<Input> inputs = new ArrayList<>();
    for (String name : gold.keySet()) {
      SourceFile source = sources.get(name);
      if (source == null) {
        throw new GoldException(
            project.folder()
                + ": the gold speaks of "
                + name
                + ", which is not in sources/; put it back",
            name);
      }
      inputs.add(Input.of(source.path(), source.encoding()));
    }
    return inputs;
  }

  /**
   * Lays what the machine says about a document beside its gold.
   *
   * @param parsed one of the inputs, extracted
   */
  public MeasuredDocument measure(ParsedDocument parsed) {
    return MeasuredDocument.of(parsed, gold.get(parsed.document().name()));
  }

  /**
   * The gold's records of a document, for the machine to read them as they are cut. Any thread.
   *
   * @return null where the gold does not fit the document, which the gate says then
   */
  public List<ParsedRecord> cut(SourceDocument document) {
    RecordFile file = gold.get(document.name());
    return file.verify(document).isEmpty() ? file.records() : null;
  }

  /**
   * Lays both readings of a document beside its gold.
   *
   * @param readings of one of the inputs and {@link #cut}
   */
  public MeasuredDocument measure(Readings readings) {
    ParsedDocument parsed = readings.own();
    RecordFile file = gold.get(parsed.document().name());
    return new MeasuredDocument(
        parsed, readings.cut(), file.records(), reviewed(parsed), file.verify(parsed.document()));
  }

  /**
   * Lays what the machine says about a document beside its gold, and has the machine read the
   * gold's own records as well.
   *
   * @param parsed one of the inputs, extracted
   * @param options of that second reading
   * @throws java.util.concurrent.CancellationException when the options' monitor says so
   */
  public MeasuredDocument measure(ParsedDocument parsed, RunOptions options) {
    List<ParsedRecord> cut = cut(parsed.document());
    return measure(
        new Readings(
            parsed, cut == null ? null : pipeline.extract(parsed.document(), cut, options)));
  }

  /** Where a person has looked for records besides the gold's own. */
  private List<Span> reviewed(ParsedDocument parsed) {
    String name = parsed.document().name();
    DocumentState state = project.document(name).orElseGet(() -> project.glance(parsed));
    boolean whole =
        state.records().stream()
            .noneMatch(
                r -> r.state() == RecordState.UNTOUCHED || r.state() == RecordState.IN_REVIEW);
    if (whole) {
      return List.of(new Span(0, parsed.document().length()));
    }
    List<Span> reviewed = new ArrayList<>(state.empty());
    for (ParsedRecord rejected : state.rejected()) {
      reviewed.addAll(rejected.spans());
    }
    return reviewed;
  }
}
