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
import java.util.UUID;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.records.Json;
import org.osgi.service.component.annotations.Component;

/**
 * The W3C's <a href="https://www.w3.org/TR/annotation-model/">Web Annotation Data Model</a>: one
 * annotation page for each document, one annotation for each record, value, heading and section.
 *
 * <p>Each place is a target of its own with a position (code points, section 4.2.5 of the model)
 * and a quote (section 4.2.4); the whole of what is said stands in a body in JSON, so that nothing
 * gets lost.
 */
@Component
public final class WebAnnotationExporter implements Exporter {
  static final String ID = "web-annotation";
  static final String SUFFIX = ".annotations.jsonld";
  static final String JSON = "application/json";

  /** Code points before and after a quote, as many as the model's own examples have. */
  static final int AROUND = 32;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "W3C Web Annotation pages in JSON-LD; offsets are code points";
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    FileNames names = new FileNames(request.documents());
    for (AnnotatedDocument each : request.documents()) {
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(
                  output.create(names.of(each.document()) + SUFFIX), StandardCharsets.UTF_8))) {
        write(each, out);
      }
    }
    return List.of();
  }

  private static void write(AnnotatedDocument in, Writer out) throws IOException {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("@context", "http://www.w3.org/ns/anno.jsonld");
    page.put("id", iri(in, "page"));
    page.put("type", "AnnotationPage");
    page.put("startIndex", 0L);
    String head = Json.write(page);
    out.write(head.substring(0, head.length() - 1));
    out.write(",\"items\":[");
    String separator = "\n";
    for (Item item : Item.of(in)) {
      out.write(separator);
      out.write(Json.write(annotation(item, in)));
      separator = ",\n";
    }
    out.write("\n]}\n");
  }

  private static Map<String, Object> annotation(Item item, AnnotatedDocument in) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", iri(in, item.layer().word() + " " + item.place()));
    json.put("type", "Annotation");
    json.put("motivation", "classifying");
    json.put(
        "body",
        List.of(
            body("classifying", "text/plain", item.layer().tag(item.label())),
            body("describing", JSON, Json.write(item.detail()))));
    if (item.spans().isEmpty()) {
      json.put("target", Map.of("source", reference(in.document().name())));
    } else {
      List<Object> targets = new ArrayList<>();
      item.spans().forEach(span -> targets.add(target(in.document(), span)));
      json.put("target", targets.size() == 1 ? targets.get(0) : targets);
    }
    return json;
  }

  private static Map<String, Object> body(String purpose, String format, String value) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "TextualBody");
    json.put("purpose", purpose);
    json.put("format", format);
    json.put("value", value);
    return json;
  }

  private static Map<String, Object> target(SourceDocument document, Span span) {
    Map<String, Object> position = new LinkedHashMap<>();
    position.put("type", "TextPositionSelector");
    position.put("start", (long) span.begin());
    position.put("end", (long) span.end());
    Map<String, Object> quote = new LinkedHashMap<>();
    quote.put("type", "TextQuoteSelector");
    quote.put("exact", document.slice(span));
    quote.put("prefix", document.slice(new Span(Math.max(0, span.begin() - AROUND), span.begin())));
    quote.put(
        "suffix",
        document.slice(new Span(span.end(), Math.min(document.length(), span.end() + AROUND))));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", reference(document.name()));
    json.put("selector", List.of(position, quote));
    return json;
  }

  /** A name of the thing that is the same whenever the same edition is exported. */
  private static String iri(AnnotatedDocument in, String what) {
    String name = in.document().name() + " " + in.document().sha256() + " " + what;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** A file name as a relative IRI (RFC 3987); a name with a colon must not look like a scheme. */
  static String reference(String name) {
    StringBuilder iri = new StringBuilder(name.contains(":") ? "./" : "");
    name.codePoints()
        .forEach(
            c -> {
              boolean kept =
                  c >= 0xA0 || Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@".indexOf(c) >= 0;
              if (kept) {
                iri.appendCodePoint(c);
              } else {
                iri.append(String.format("%%%02X", c));
              }
            });
    return iri.toString();
  }
}
