package koetsu.export.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.api.plugin.Losses;
import koetsu.records.Json;
import org.osgi.service.component.annotations.Component;

/**
 * <a href="https://doccano.github.io/doccano/">doccano</a>'s JSON lines for sequence labelling: one
 * document each line, its values as labels.
 *
 * <p>doccano counts as JavaScript does, in UTF-16 code units (unless a project counts grapheme
 * clusters). It keeps keys that it does not know; the records travel in one.
 */
@Component
public final class DoccanoExporter implements Exporter {
  static final String ID = "doccano";
  static final String FILE = "doccano.jsonl";
  static final List<Item.Layer> SHOWN = List.of(Item.Layer.VALUE);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "doccano JSON lines, values as labels; offsets are UTF-16 code units";
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    Losses losses = new Losses();
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(output.create(FILE), StandardCharsets.UTF_8))) {
      for (AnnotatedDocument each : request.documents()) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", each.document().text());
        json.put("label", labels(each, losses));
        json.put(RecordsJson.KEY, RecordsJson.of(each, "UTF-16 code units"));
        out.write(Json.write(json) + "\n");
      }
    }
    return losses.all();
  }

  private static List<Object> labels(AnnotatedDocument in, Losses losses) {
    SourceDocument document = in.document();
    List<Object> labels = new ArrayList<>();
    for (Item item : Item.of(in)) {
      String place = document.name() + " " + item.place();
      if (!SHOWN.contains(item.layer())) {
        losses.add(item.layer().word() + ", not shown, kept beside the text", place);
        continue;
      }
      List<Span> stretches = LabelledText.stretches(item);
      if (stretches.isEmpty()) {
        losses.add("value that stands on no characters, not shown, kept beside the text", place);
      }
      if (stretches.size() > 1) {
        losses.add("value in several parts, shown as so many labels", place);
      }
      for (Span span : stretches) {
        labels.add(
            List.of(
                (long) document.utf16(span.begin()),
                (long) document.utf16(span.end()),
                item.layer().tag(item.label())));
      }
    }
    return labels;
  }
}
