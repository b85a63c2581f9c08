package koetsu.export.internal;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Meter;
import koetsu.records.Node;
import org.osgi.service.component.annotations.Component;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XMI files with the types of {@link XmiExporter}, also after UIMA wrote them. A document
 * type declaration, and with it every external entity, is refused.
 */
@Component
public final class XmiImporter implements Importer {
  /** Numbers of annotations that have none begin here. */
  private static final int LOOSE = 1 << 30;

  private static final String CAS = "http:///uima/cas.ecore";

  @Override
  public String id() {
    return XmiExporter.ID;
  }

  @Override
  public String description() {
    return "a *.xmi file, or a folder of them";
  }

  @Override
  public List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException {
    Collected collected = new Collected(request);
    for (Path file : InputFiles.of(request.input(), XmiExporter.SUFFIX)) {
      Reading reading = new Reading(file.toString());
      try (InputStream in = Files.newInputStream(file)) {
        reading.parse(in);
        reading.finish(request, collected);
      } catch (FormatException e) {
        throw new ImportException(e.getMessage(), e);
      }
    }
    return collected.all();
  }

  /** One thing, whose parts may stand anywhere in the file. */
  private static final class Found {
    private final List<int[]> parts = new ArrayList<>();
    private String tag;
    private String detail;
    private String where;
  }

  private static final class Reading extends DefaultHandler {
    private final String name;

    /** By number, because UIMA writes them in an order of its own; those without one come last. */
    private final TreeMap<Integer, Found> items = new TreeMap<>();

    private Meter meter;
    private Locator locator;
    private String text;
    private int loose;

    Reading(String name) {
      this.name = name;
    }

    private String where() {
      return name + ", line " + (locator == null ? 1 : Math.max(1, locator.getLineNumber()));
    }

    void parse(InputStream in) throws IOException {
      meter = new Meter(in, () -> where() + ": an element");
      try {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        reader.setContentHandler(this);
        reader.setErrorHandler(this);
        reader.parse(new InputSource(meter));
      } catch (SAXParseException e) {
        throw new FormatException(
            name + ", line " + Math.max(1, e.getLineNumber()) + ": " + cause(e), e);
      } catch (SAXException e) {
        if (e.getException() instanceof IOException failure) {
          throw failure;
        }
        throw new FormatException(where() + ": " + cause(e), e);
      } catch (ParserConfigurationException e) {
        throw new IOException("this Java cannot read XML safely: " + e.getMessage(), e);
      } catch (CharConversionException | CharacterCodingException e) {
        throw new FormatException(where() + ": not UTF-8 text; save it as UTF-8", e);
      }
    }

    private static String cause(SAXException e) {
      String said = String.valueOf(e.getMessage());
      if (said.contains("DOCTYPE")) {
        return "a document type declaration is not allowed: it could open other files";
      }
      return said.startsWith("Invalid byte")
          ? "not UTF-8 text; save it as UTF-8"
          : "not XML: " + said;
    }

    @Override
    public void setDocumentLocator(Locator given) {
      locator = given;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes)
        throws SAXException {
      meter.restart();
      try {
        if (uri.equals(CAS) && local.equals("Sofa")) {
          text = attributes.getValue("sofaString");
        } else if (uri.equals(XmiExporter.NAMESPACE)) {
          annotation(attributes);
        }
      } catch (FormatException e) {
        throw new SAXException(e);
      }
    }

    private void annotation(Attributes attributes) throws FormatException {
      String item = attributes.getValue(XmiExporter.ITEM);
      int number = item == null ? LOOSE + loose++ : number(attributes, XmiExporter.ITEM);
      Found found = items.computeIfAbsent(number, n -> new Found());
      String tag = attributes.getValue(XmiExporter.TAG);
      if (tag == null) {
        throw new FormatException(where() + ": an annotation without a " + XmiExporter.TAG);
      }
      String detail = attributes.getValue(XmiExporter.DETAIL);
      if (found.detail != null && detail != null || found.tag != null && !found.tag.equals(tag)) {
        throw new FormatException(
            where() + ": item " + item + " is here for a second time as something else");
      }
      found.tag = tag;
      if (found.where == null || detail != null) {
        found.detail = detail;
        found.where = where();
      }
      found.parts.add(new int[] {number(attributes, "begin"), number(attributes, "end")});
    }

    /** UIMA may leave a zero out. */
    private int number(Attributes attributes, String attribute) throws FormatException {
      String number = attributes.getValue(attribute);
      try {
        return number == null ? 0 : Integer.parseInt(number);
      } catch (NumberFormatException e) {
        throw new FormatException(
            where() + ": " + attribute + " is " + Quoted.of(number) + ", no whole number", e);
      }
    }

    void finish(ImportRequest request, Collected collected) throws ImportException, IOException {
      SourceDocument source = null;
      for (Found found : items.values()) {
        if (source == null && found.detail != null) {
          Node about = json(found).get("document");
          if (!about.isNull()) {
            source = collected.source(DocumentInfo.of(about), found.where);
          }
        }
      }
      if (source == null) {
        throw new ImportException(name + ": no record in it says which document it is of");
      }
      if (!held(source).equals(text)) {
        throw new FormatException(name + ": its text is not that of " + source.name());
      }
      Assembler assembler = new Assembler(source, request.profile(), UnaryOperator.identity());
      for (Found found : items.values()) {
        Item.Layer layer = Assembler.layer(found.tag, request.profile());
        assembler.add(
            layer,
            Assembler.label(found.tag, layer),
            spans(found, source),
            found.detail == null ? null : json(found),
            found.where);
      }
      collected.add(source, assembler);
    }

    private static Node json(Found found) throws FormatException {
      return Node.of(Json.readObject(found.detail, found.where), found.where);
    }

    /** The text as XML can hold it. */
    private static String held(SourceDocument source) {
      StringBuilder held = new StringBuilder();
      source
          .text()
          .codePoints()
          .forEach(c -> held.appendCodePoint(XmlText.isForbidden(c) ? 0xFFFD : c));
      return held.toString();
    }

    private static List<Span> spans(Found found, SourceDocument source) throws FormatException {
      List<Span> spans = new ArrayList<>();
      found.parts.sort(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> p[1]));
      int last = 0;
      for (int[] part : found.parts) {
        if (part[0] < last || part[1] < part[0] || part[1] > source.text().length()) {
          throw new FormatException(
              found.where
                  + ": "
                  + found.tag
                  + " runs from "
                  + part[0]
                  + " to "
                  + part[1]
                  + ", which overlaps another part or is beyond the end of "
                  + source.name()
                  + " at "
                  + source.text().length());
        }
        spans.add(source.span(part[0], part[1]));
        last = part[1];
      }
      return spans;
    }
  }
}
