package koetsu.export.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.api.plugin.Losses;
import koetsu.api.profile.Profile;
import koetsu.api.profile.RecordKind;
import koetsu.api.profile.SectionType;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.records.Json;
import koetsu.records.Node;
import org.osgi.service.component.annotations.Component;

/**
 * <a href="https://brat.nlplab.org/standoff.html">brat's standoff format</a>: a text and a file of
 * annotations for each document, and the configuration that lets brat show them.
 *
 * <p>A record, value, heading or body is a text-bound annotation ({@code T}); a value's or
 * section's record and a record's parent are relations ({@code R}); status and state are attributes
 * ({@code A}); everything else about it is a note ({@code #}) in JSON.
 */
@Component
public final class BratExporter implements Exporter {
  private static final String BELONGS = "belongs-to";
  private static final String PART = "part-of";
  private static final String STATUS = "status";
  private static final String STATE = "state";

  @Override
  public String id() {
    return BratFiles.ID;
  }

  @Override
  public String description() {
    return "brat standoff, a .txt and a .ann file for each document; offsets are code points";
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    Losses losses = new Losses();
    FileNames names = new FileNames(request.documents());
    for (AnnotatedDocument each : request.documents()) {
      String name = names.of(each.document());
      try (Writer out = writer(output, name + BratFiles.TEXT)) {
        out.write(each.document().text());
      }
      try (Writer out = writer(output, name + BratFiles.ANNOTATIONS)) {
        new Annotations(each, out, losses).write();
      }
    }
    try (Writer out = writer(output, BratFiles.CONFIGURATION)) {
      out.write(configuration(request.profile()));
    }
    return losses.all();
  }

  private static Writer writer(ExportOutput output, String name) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(output.create(name), StandardCharsets.UTF_8));
  }

  private static String configuration(Profile profile) {
    StringBuilder out = new StringBuilder();
    out.append("# Offsets in the .ann files count Unicode code points of the .txt files.\n");
    out.append("[entities]\n");
    for (RecordKind kind : profile.kinds()) {
      out.append(Item.Layer.RECORD.tag(kind.id())).append('\n');
    }
    profile.fields().forEach(field -> out.append(field.id()).append('\n'));
    for (SectionType type : profile.sections()) {
      out.append(Item.Layer.HEADING.tag(type.id())).append('\n');
      out.append(Item.Layer.BODY.tag(type.id())).append('\n');
    }
    out.append("[relations]\n");
    out.append(BELONGS).append("\tArg1:<ENTITY>, Arg2:<ENTITY>\n");
    out.append(PART).append("\tArg1:<ENTITY>, Arg2:<ENTITY>\n");
    out.append("[events]\n");
    out.append("[attributes]\n");
    out.append(STATUS).append("\tArg:<ENTITY>, Value:").append(names(Status.values())).append('\n');
    out.append(STATE)
        .append("\tArg:<ENTITY>, Value:")
        .append(names(RecordState.values()))
        .append('\n');
    return out.toString();
  }

  private static String names(Enum<?>[] constants) {
    return List.of(constants).stream().map(Node::name).collect(Collectors.joining("|"));
  }

  /** One document's annotations. */
  private static final class Annotations {
    private final AnnotatedDocument in;
    private final SourceDocument document;
    private final Writer out;
    private final Losses losses;
    private final Map<String, Integer> records = new HashMap<>();
    private int texts;
    private int relations;
    private int attributes;
    private int notes;

    Annotations(AnnotatedDocument in, Writer out, Losses losses) {
      this.in = in;
      this.document = in.document();
      this.out = out;
      this.losses = losses;
    }

    void write() throws IOException {
      Predicate<Item> shown = i -> !BratFiles.fragments(document, i.spans()).isEmpty();
      for (Item item : Item.shown(Item.of(in), shown, in, losses)) {
        item(item, BratFiles.fragments(document, item.spans()));
      }
      for (ParsedRecord record : in.records()) {
        Integer part = records.get(record.id());
        Integer whole = records.get(record.parent());
        if (part != null && whole != null) {
          relation(PART, part, whole);
        }
      }
    }

    private void item(Item item, List<Span> fragments) throws IOException {
      int id = ++texts;
      out.write(
          "T"
              + id
              + "\t"
              + item.layer().tag(item.label())
              + " "
              + fragments.stream()
                  .map(s -> s.begin() + " " + s.end())
                  .collect(Collectors.joining(";"))
              + "\t"
              + BratFiles.quote(document, fragments)
              + "\n");
      if (item.layer() == Item.Layer.RECORD) {
        records.put(item.record(), id);
        attribute(STATE, id, item.detail().get("state"));
      } else {
        relation(BELONGS, id, records.get(item.record()));
        if (item.detail().get(Item.VALUE) instanceof Map<?, ?> value) {
          attribute(STATUS, id, value.get("status"));
        }
      }
      notes++;
      out.write(
          "#"
              + notes
              + "\t"
              + BratFiles.NOTE
              + " T"
              + id
              + "\t"
              + oneLine(Json.write(item.detail()))
              + "\n");
    }

    private void relation(String type, int from, int to) throws IOException {
      relations++;
      out.write("R" + relations + "\t" + type + " Arg1:T" + from + " Arg2:T" + to + "\n");
    }

    private void attribute(String name, int target, Object value) throws IOException {
      if (value != null) {
        attributes++;
        out.write("A" + attributes + "\t" + name + " T" + target + " " + value + "\n");
      }
    }

    /** Escapes what brat's parser would take for the end of the line. */
    private static String oneLine(String json) {
      return json.replace("\u0085", "\\u0085")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    }
  }
}
