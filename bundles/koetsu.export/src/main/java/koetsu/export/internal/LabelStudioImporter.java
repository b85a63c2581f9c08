package koetsu.export.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.records.FormatException;
import koetsu.records.JsonElements;
import koetsu.records.Node;
import org.osgi.service.component.annotations.Component;

/**
 * Reads what Label Studio exports (as JSON) of a project of {@link LabelStudioExporter}'s tasks.
 */
@Component
public final class LabelStudioImporter implements Importer {
  private static final Pattern BLANK =
      Pattern.compile("\\\\n|[\\s\\p{Cc}]", Pattern.UNICODE_CHARACTER_CLASS);

  @Override
  public String id() {
    return LabelStudioExporter.ID;
  }

  @Override
  public String description() {
    return "a *.json file that Label Studio exported, or a folder of them";
  }

  @Override
  public List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException {
    Collected collected = new Collected(request);
    for (Path file : InputFiles.of(request.input(), ".json")) {
      try (JsonElements tasks = new JsonElements(Files.newInputStream(file), file.toString())) {
        tasks.enter();
        for (Node task = tasks.next(); task != null; task = tasks.next()) {
          task(task, request, collected, tasks.where());
        }
      } catch (FormatException e) {
        throw new ImportException(e.getMessage(), e);
      }
    }
    return collected.all();
  }

  private static void task(Node task, ImportRequest request, Collected collected, String where)
      throws ImportException, IOException {
    Node data = task.get("data");
    AnnotatedDocument original =
        RecordsJson.read(data.get(RecordsJson.KEY), data.get("text").string(), collected, where);
    List<Node> annotations = task.get("annotations").elements();
    if (annotations.size() != 1) {
      throw task.get("annotations")
          .wrong(
              "are "
                  + annotations.size()
                  + "; keep the one that counts, and delete the others in Label Studio");
    }
    SourceDocument source = original.document();
    List<LabelledText.Label> labels = new ArrayList<>();
    for (Node region : annotations.get(0).get("result").elements()) {
      if (region.get("type").string("").equals("labels")) {
        labels.add(label(region.get("value"), source));
      }
    }
    collected.add(source, new LabelledText(original, labels).assembled(request, where));
  }

  private static LabelledText.Label label(Node value, SourceDocument source)
      throws FormatException {
    int start = value.get("start").integer();
    int end = value.get("end").integer();
    if (start < 0 || end < start || end > source.length()) {
      throw value.wrong("runs from " + start + " to " + end + "; the text has " + source.length());
    }
    Span span = new Span(start, end);
    String text = value.get("text").string(null);
    if (text != null && !inked(text).equals(inked(source.slice(span)))) {
      throw value
          .get("text")
          .wrong(
              "is " + Quoted.of(text) + ", but the source says " + Quoted.of(source.slice(span)));
    }
    List<String> labels = value.get("labels").strings();
    if (labels.size() != 1) {
      throw value.get("labels").wrong("are " + labels.size() + "; a region has one");
    }
    return new LabelledText.Label(labels.get(0), span);
  }

  /**
   * A text without its blanks and line ends: Label Studio copies texts from the page as the browser
   * shows it, and writes some line ends as a backslash and an n.
   */
  private static String inked(String text) {
    return BLANK.matcher(text).replaceAll("");
  }
}
