package koetsu.export.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
 * Apache UIMA's CAS in XMI, one file for each document, and the type system beside them. Offsets
 * are UTF-16 code units, as UIMA counts.
 *
 * <p>Each part of a record, value, heading or body is an annotation of its own; parts of one thing
 * have the same {@code item}. XML 1.1 where the text has control characters, which 1.0 cannot hold.
 */
@Component
public final class XmiExporter implements Exporter {
  static final String ID = "uima-xmi";
  static final String SUFFIX = ".xmi";
  static final String TYPE_SYSTEM = "TypeSystem.xml";

  /** The name space that XMI gives to the types named {@code koetsu.…}. */
  static final String NAMESPACE = "http:///koetsu.ecore";

  static final String TAG = "tag";
  static final String ITEM = "item";
  static final String RECORD = "record";
  static final String VALUE = "value";
  static final String DETAIL = "detail";

  private static final int SOFA = 1;
  private static final int DOCUMENT = 2;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "UIMA CAS in XMI, with its type system; offsets are UTF-16 code units";
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    Losses losses = new Losses();
    FileNames names = new FileNames(request.documents());
    for (AnnotatedDocument each : request.documents()) {
      try (Writer out = writer(output, names.of(each.document()) + SUFFIX)) {
        write(each, out, losses);
      }
    }
    try (Writer out = writer(output, TYPE_SYSTEM)) {
      out.write(typeSystem());
    }
    return losses.all();
  }

  private static Writer writer(ExportOutput output, String name) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(output.create(name), StandardCharsets.UTF_8));
  }

  private static void write(AnnotatedDocument in, Writer out, Losses losses) throws IOException {
    SourceDocument document = in.document();
    String text = document.text();
    long forbidden = text.codePoints().filter(XmlText::isForbidden).count();
    for (long i = 0; i < forbidden; i++) {
      losses.add("character that XML cannot hold, written as U+FFFD", document.name());
    }
    List<Item> items = Item.shown(Item.of(in), i -> !i.spans().isEmpty(), in, losses);
    boolean version11 =
        XmlText.needsVersion11(text)
            || items.stream().map(XmiExporter::value).anyMatch(XmlText::needsVersion11);
    out.write(
        "<?xml version=\""
            + (version11 ? "1.1" : "1.0")
            + "\" encoding=\"UTF-8\"?>\n<xmi:XMI"
            + " xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\""
            + " xmlns:tcas=\"http:///uima/tcas.ecore\" xmlns:koetsu=\""
            + NAMESPACE
            + "\" xmi:version=\"2.0\">\n<cas:NULL xmi:id=\"0\"/>\n");
    out.write(
        "<tcas:DocumentAnnotation"
            + attributes("xmi:id", DOCUMENT, "sofa", SOFA, "begin", 0, "end", text.length())
            + "/>\n");
    StringBuilder members = new StringBuilder().append(DOCUMENT);
    int id = DOCUMENT;
    int number = 0;
    for (Item item : items) {
      for (int part = 0; part < item.spans().size(); part++) {
        id++;
        members.append(' ').append(id);
        out.write(annotation(item, number, part, id, document));
      }
      number++;
    }
    out.write(
        "<cas:Sofa"
            + attributes(
                "xmi:id",
                SOFA,
                "sofaNum",
                1,
                "sofaID",
                "_InitialView",
                "mimeType",
                "text",
                "sofaString",
                text)
            + "/>\n<cas:View"
            + attributes("sofa", SOFA, "members", members)
            + "/>\n</xmi:XMI>\n");
  }

  private static String annotation(
      Item item, int number, int part, int id, SourceDocument document) {
    Span span = item.spans().get(part);
    return "<koetsu:"
        + type(item.layer())
        + attributes(
            "xmi:id",
            id,
            "sofa",
            SOFA,
            "begin",
            document.utf16(span.begin()),
            "end",
            document.utf16(span.end()),
            TAG,
            item.layer().tag(item.label()),
            RECORD,
            item.record(),
            ITEM,
            number,
            VALUE,
            part == 0 && item.layer() == Item.Layer.VALUE ? value(item) : null,
            DETAIL,
            part == 0 ? Json.write(item.detail()) : null)
        + "/>\n";
  }

  /** A value as a person reads it: the text, or the parts in JSON; empty for other things. */
  private static String value(Item item) {
    if (item.detail().get(Item.VALUE) instanceof Map<?, ?> content) {
      return content.get("value") instanceof String text ? text : Json.write(content.get("value"));
    }
    return "";
  }

  static String type(Item.Layer layer) {
    return layer.name().charAt(0) + layer.word().substring(1);
  }

  /** Names and contents in turn; those without a content are left out. */
  private static String attributes(Object... pairs) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] != null) {
        out.append(' ')
            .append(pairs[i])
            .append("=\"")
            .append(XmlText.escaped(pairs[i + 1].toString()))
            .append('"');
      }
    }
    return out.toString();
  }

  private static String typeSystem() {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n");
    out.append("<name>koetsu</name>\n<description>");
    out.append(
        "Begin and end count UTF-16 code units; detail is JSON whose offsets are code points.");
    out.append("</description>\n<types>\n");
    for (Item.Layer layer : Item.Layer.values()) {
      out.append("<typeDescription><name>koetsu.").append(type(layer)).append("</name>");
      out.append("<supertypeName>uima.tcas.Annotation</supertypeName><features>\n");
      for (String feature : List.of(TAG, RECORD, VALUE, DETAIL)) {
        feature(out, feature, "uima.cas.String");
      }
      feature(out, ITEM, "uima.cas.Integer");
      out.append("</features></typeDescription>\n");
    }
    return out.append("</types>\n</typeSystemDescription>\n").toString();
  }

  private static void feature(StringBuilder out, String name, String range) {
    out.append("<featureDescription><name>").append(name).append("</name><rangeTypeName>");
    out.append(range).append("</rangeTypeName></featureDescription>\n");
  }
}
