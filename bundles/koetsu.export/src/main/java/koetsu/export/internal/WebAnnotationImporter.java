package koetsu.export.internal;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.JsonElements;
import koetsu.records.Node;
import org.osgi.service.component.annotations.Component;

/**
 * Reads annotation pages, those that {@link WebAnnotationExporter} wrote and those of other tools
 * that name a field in a {@code classifying} or {@code tagging} body; a target may have a position,
 * a quote that occurs once, or both.
 */
@Component
public final class WebAnnotationImporter implements Importer {
  @Override
  public String id() {
    return WebAnnotationExporter.ID;
  }

  @Override
  public String description() {
    return "a *.jsonld file with an annotation page, or a folder of them";
  }

  @Override
  public List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException {
    Collected collected = new Collected(request);
    for (Path file : InputFiles.of(request.input(), ".jsonld")) {
      Map<SourceDocument, Assembler> assemblers = new LinkedHashMap<>();
      try (JsonElements items = new JsonElements(Files.newInputStream(file), file.toString())) {
        items.enter("items");
        for (Node item = items.next(); item != null; item = items.next()) {
          annotation(item, items.where(), request, collected, assemblers);
        }
        for (Map.Entry<SourceDocument, Assembler> each : assemblers.entrySet()) {
          collected.add(each.getKey(), each.getValue());
        }
      } catch (FormatException e) {
        throw new ImportException(e.getMessage(), e);
      }
    }
    return collected.all();
  }

  private static void annotation(
      Node annotation,
      String where,
      ImportRequest request,
      Collected collected,
      Map<SourceDocument, Assembler> assemblers)
      throws ImportException, FormatException {
    String tag = null;
    Node detail = null;
    for (Node body : oneOrMany(annotation.get("body"))) {
      String purpose = body.get("purpose").string("");
      if (WebAnnotationExporter.JSON.equals(body.get("format").value())) {
        detail = Node.of(Json.readObject(body.get("value").string(), where), where);
        if (!detail.get("document").isNull()) {
          collected.source(DocumentInfo.of(detail.get("document")), where);
        }
      } else if (purpose.equals("classifying") || purpose.equals("tagging")) {
        tag = body.get("value").string();
      }
    }
    if (tag == null) {
      throw annotation.get("body").wrong("names no field: no body is classifying or tagging");
    }
    SourceDocument document = null;
    List<Span> spans = new ArrayList<>();
    for (Node target : oneOrMany(annotation.get("target"))) {
      String name = name(target);
      if (document != null && !document.name().equals(name)) {
        throw target.wrong("is in " + name + ", another target is in " + document.name());
      }
      document = collected.source(name, where);
      if (target.value() instanceof Map && !target.get("selector").isNull()) {
        spans.add(span(target, document));
      }
    }
    if (document == null) {
      throw annotation.get("target").wrong("is missing");
    }
    SourceDocument source = document;
    Item.Layer layer = Assembler.layer(tag, request.profile());
    assemblers
        .computeIfAbsent(source, d -> new Assembler(d, request.profile(), UnaryOperator.identity()))
        .add(layer, Assembler.label(tag, layer), spans, detail, where);
  }

  private static List<Node> oneOrMany(Node node) throws FormatException {
    return node.value() instanceof List
        ? node.elements()
        : node.isNull() ? List.of() : List.of(node);
  }

  private static String name(Node target) throws FormatException {
    Node source = target.value() instanceof String ? target : target.get("source");
    String iri = source.value() instanceof Map ? source.get("id").string() : source.string();
    String last = iri.substring(iri.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw source.wrong("is " + iri + ", which is no IRI");
    }
  }

  private static Span span(Node target, SourceDocument document) throws FormatException {
    Span position = null;
    Node quote = null;
    for (Node selector : oneOrMany(target.get("selector"))) {
      String type = selector.get("type").string();
      if (type.equals("TextPositionSelector")) {
        int start = selector.get("start").integer();
        int end = selector.get("end").integer();
        if (start < 0 || end < start || end > document.length()) {
          throw selector.wrong(
              "runs from "
                  + start
                  + " to "
                  + end
                  + "; "
                  + document.name()
                  + " has "
                  + document.length()
                  + " code points");
        }
        position = new Span(start, end);
      } else if (type.equals("TextQuoteSelector")) {
        quote = selector;
      }
    }
    if (position == null) {
      if (quote == null) {
        throw target.wrong("has neither a position nor a quote");
      }
      return find(quote, document);
    }
    if (quote != null) {
      String exact = quote.get("exact").string();
      String there = document.slice(position);
      if (!exact.equals(there)) {
        throw quote
            .get("exact")
            .wrong("is " + Quoted.of(exact) + ", but the source says " + Quoted.of(there));
      }
    }
    return position;
  }

  /** The only place that reads so. */
  private static Span find(Node quote, SourceDocument document) throws FormatException {
    String prefix = quote.get("prefix").string("");
    String exact = quote.get("exact").string();
    String whole = prefix + exact + quote.get("suffix").string("");
    int at = document.text().indexOf(whole);
    if (at < 0) {
      throw quote.wrong("occurs nowhere in " + document.name());
    }
    if (document.text().indexOf(whole, at + 1) >= 0) {
      throw quote.wrong("occurs more than once in " + document.name());
    }
    int begin = at + prefix.length();
    return document.span(begin, begin + exact.length());
  }
}
