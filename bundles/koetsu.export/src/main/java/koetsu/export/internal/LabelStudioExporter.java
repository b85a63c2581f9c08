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
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.api.plugin.Losses;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.RecordKind;
import koetsu.api.profile.SectionType;
import koetsu.records.Json;
import org.osgi.service.component.annotations.Component;

/**
 * <a href="https://labelstud.io/guide/task_format">Label Studio</a>'s tasks: one for each document,
 * everything that has a place as a region; and the labelling configuration to make a project with.
 *
 * <p>Label Studio stores code points. It keeps data that it does not show; the records travel
 * there.
 */
@Component
public final class LabelStudioExporter implements Exporter {
  static final String ID = "label-studio";
  static final String TASKS = "label-studio.json";
  static final String CONFIGURATION = "label-studio.xml";

  private static final String RECORD_COLOUR = "#999999";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "Label Studio tasks in JSON and their configuration; offsets are code points";
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    Losses losses = new Losses();
    try (Writer out = writer(output, TASKS)) {
      String separator = "[\n";
      for (AnnotatedDocument each : request.documents()) {
        out.write(separator);
        out.write(Json.write(task(each, losses)));
        separator = ",\n";
      }
      out.write("\n]\n");
    }
    try (Writer out = writer(output, CONFIGURATION)) {
      out.write(configuration(request.profile()));
    }
    return losses.all();
  }

  private static Writer writer(ExportOutput output, String name) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(output.create(name), StandardCharsets.UTF_8));
  }

  private static Map<String, Object> task(AnnotatedDocument in, Losses losses) {
    List<Object> result = new ArrayList<>();
    for (Item item : Item.of(in)) {
      String place = in.document().name() + " " + item.place();
      List<Span> stretches = LabelledText.stretches(item, in.document());
      if (stretches.isEmpty()) {
        losses.add(
            item.layer().word() + " that stands on no characters, not shown, kept in the data",
            place);
      }
      if (stretches.size() > 1) {
        losses.add(item.layer().word() + " in several parts, shown as so many regions", place);
      }
      for (int i = 0; i < stretches.size(); i++) {
        result.add(region(item, i, stretches.get(i), in));
      }
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text", in.document().text());
    data.put(RecordsJson.KEY, RecordsJson.of(in, "code points"));
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("data", data);
    task.put("annotations", List.of(Map.of("result", result)));
    return task;
  }

  private static Map<String, Object> region(Item item, int part, Span span, AnnotatedDocument in) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("start", (long) span.begin());
    value.put("end", (long) span.end());
    value.put("text", in.document().slice(span));
    value.put("labels", List.of(item.layer().tag(item.label())));
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("id", item.layer().word() + " " + item.place() + " " + part);
    region.put("from_name", "label");
    region.put("to_name", "text");
    region.put("type", "labels");
    region.put("value", value);
    return region;
  }

  private static String configuration(Profile profile) {
    StringBuilder out = new StringBuilder("<View>\n  <Labels name=\"label\" toName=\"text\">\n");
    for (FieldDefinition field : profile.fields()) {
      label(out, Item.Layer.VALUE.tag(field.id()), field.colour());
    }
    for (SectionType type : profile.sections()) {
      label(out, Item.Layer.HEADING.tag(type.id()), type.colour());
      label(out, Item.Layer.BODY.tag(type.id()), type.colour());
    }
    for (RecordKind kind : profile.kinds()) {
      label(out, Item.Layer.RECORD.tag(kind.id()), RECORD_COLOUR);
    }
    out.append("  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n</View>\n");
    return out.toString();
  }

  private static void label(StringBuilder out, String tag, String colour) {
    out.append("    <Label value=\"")
        .append(XmlText.escaped(tag))
        .append("\" background=\"")
        .append(XmlText.escaped(colour))
        .append("\"/>\n");
  }
}
