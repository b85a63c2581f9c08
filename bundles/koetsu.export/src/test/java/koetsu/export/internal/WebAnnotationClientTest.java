package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages as a JSON-LD processor (Titanium) sees them, with those terms of the W3C's context that
 * they use; a term that it does not know is an error.
 */
class WebAnnotationClientTest {
  private static final String OA = "http://www.w3.org/ns/oa#";
  private static final String RDF_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";

  @TempDir private Path folder;

  private static Document context(URI uri) throws Exception {
    assertEquals("http://www.w3.org/ns/anno.jsonld", uri.toString());
    try (InputStream in = WebAnnotationClientTest.class.getResourceAsStream("anno-terms.jsonld")) {
      return JsonDocument.of(in);
    }
  }

  private static JsonArray expanded(Path page) throws Exception {
    try (InputStream in = Files.newInputStream(page)) {
      return JsonLd.expand(JsonDocument.of(in))
          .base("https://example.org/project/")
          .loader(
              (uri, options) -> {
                try {
                  return context(uri);
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              })
          .undefinedTermsPolicy(ProcessingPolicy.Fail)
          .get();
    }
  }

  private static JsonObject only(JsonObject owner, String property) {
    JsonArray values = owner.getJsonArray(property);
    assertEquals(1, values.size(), property);
    return values.getJsonObject(0);
  }

  private static JsonObject typed(JsonArray things, String type) {
    return things.stream()
        .map(JsonValue::asJsonObject)
        .filter(t -> t.getJsonArray("@type").getString(0).equals(OA + type))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyAnnotationHasBodiesAndPlacesThatResolve() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      check(new FormatTester(folder.resolve(String.valueOf(seed))), Samples.any(seed, "木々.txt"));
    }
  }

  @Test
  void everyPlaceInTheCorpusGoldResolves() throws Exception {
    check(new FormatTester(folder, CorpusGold.PROFILE), CorpusGold.documents());
  }

  private static void check(FormatTester tester, AnnotatedDocument... documents) throws Exception {
    tester.export(new WebAnnotationExporter(), documents);
    for (AnnotatedDocument woods : documents) {
      String page = woods.document().baseName() + ".annotations.jsonld";
      JsonArray items =
          only(
                  expanded(tester.folder().resolve(page)).getJsonObject(0),
                  "http://www.w3.org/ns/activitystreams#items")
              .getJsonArray("@list");
      List<Item> expected = Item.of(woods);
      assertEquals(expected.size(), items.size());
      for (int i = 0; i < items.size(); i++) {
        check(items.getJsonObject(i), expected.get(i), woods);
      }
    }
  }

  private static void check(JsonObject annotation, Item item, AnnotatedDocument in) {
    assertEquals(OA + "Annotation", annotation.getJsonArray("@type").getString(0));
    assertTrue(annotation.getString("@id").startsWith("urn:uuid:"));
    assertEquals(OA + "classifying", only(annotation, OA + "motivatedBy").getString("@id"));
    JsonObject body = annotation.getJsonArray(OA + "hasBody").getJsonObject(0);
    assertEquals(item.layer().tag(item.label()), only(body, RDF_VALUE).getString("@value"));
    List<Span> spans = new ArrayList<>();
    for (JsonValue each : annotation.getJsonArray(OA + "hasTarget")) {
      JsonObject target = each.asJsonObject();
      assertEquals(
          "https://example.org/project/" + in.document().name(),
          only(target, OA + "hasSource").getString("@id"));
      if (target.containsKey(OA + "hasSelector")) {
        spans.add(resolved(target.getJsonArray(OA + "hasSelector"), in));
      }
    }
    assertEquals(item.spans(), spans);
  }

  /** Section 4.2.5 of the model: "unicode code points (the "character number")". */
  private static Span resolved(JsonArray selectors, AnnotatedDocument in) {
    JsonObject position = typed(selectors, "TextPositionSelector");
    int start = only(position, OA + "start").getInt("@value");
    int end = only(position, OA + "end").getInt("@value");
    JsonObject quote = typed(selectors, "TextQuoteSelector");
    String text = in.document().text();
    int from = text.offsetByCodePoints(0, start);
    int to = text.offsetByCodePoints(0, end);
    String exact = only(quote, OA + "exact").getString("@value");
    String prefix = only(quote, OA + "prefix").getString("@value");
    String suffix = only(quote, OA + "suffix").getString("@value");
    assertEquals(text.substring(from, to), exact);
    assertTrue(text.substring(0, from).endsWith(prefix));
    assertTrue(text.substring(to).startsWith(suffix));
    return new Span(start, end);
  }
}
