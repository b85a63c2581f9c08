package koetsu.export.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.TextLines;
import org.osgi.service.component.annotations.Component;

/**
 * Reads what doccano exports of a project that {@link DoccanoExporter}'s file was imported into.
 */
@Component
public final class DoccanoImporter implements Importer {
  @Override
  public String id() {
    return DoccanoExporter.ID;
  }

  @Override
  public String description() {
    return "a *.jsonl file that doccano exported, or a folder of them";
  }

  @Override
  public List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException {
    Collected collected = new Collected(request);
    for (Path file : InputFiles.of(request.input(), ".jsonl")) {
      try (TextLines lines = new TextLines(Files.newInputStream(file), file.toString())) {
        for (String line = lines.next(); line != null; line = lines.next()) {
          if (!line.isBlank()) {
            Node json = Node.of(Json.readObject(line, lines.where()), lines.where());
            document(json, request, collected, lines.where());
          }
        }
      } catch (FormatException e) {
        throw new ImportException(e.getMessage(), e);
      }
    }
    return collected.all();
  }

  private static void document(Node json, ImportRequest request, Collected collected, String where)
      throws ImportException, IOException {
    AnnotatedDocument original =
        RecordsJson.read(json.get(RecordsJson.KEY), json.get("text").string(), collected, where);
    SourceDocument source = original.document();
    List<LabelledText.Label> labels = new ArrayList<>();
    for (Node label : json.get("label").elements()) {
      List<Node> parts = label.elements();
      if (parts.size() != 3) {
        throw label.wrong("is not a begin, an end and a label");
      }
      labels.add(label(label, parts.get(0), parts.get(1), parts.get(2), source));
    }
    // what a project with relations exports
    for (Node entity : json.get("entities").elements()) {
      Node begin = entity.get("start_offset");
      labels.add(label(entity, begin, entity.get("end_offset"), entity.get("label"), source));
    }
    collected.add(
        source,
        new LabelledText(original, labels).assembled(request, DoccanoExporter.SHOWN, where));
  }

  private static LabelledText.Label label(
      Node place, Node start, Node stop, Node tag, SourceDocument source) throws FormatException {
    int begin = start.integer();
    int end = stop.integer();
    if (begin < 0 || end < begin || end > source.text().length()) {
      throw place.wrong(
          "runs from " + begin + " to " + end + "; the text has " + source.text().length());
    }
    return new LabelledText.Label(tag.string(), source.span(begin, end));
  }
}
