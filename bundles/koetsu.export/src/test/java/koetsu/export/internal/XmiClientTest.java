package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.impl.XmiCasSerializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files as Apache UIMA's own library reads and writes them. */
class XmiClientTest {
  @TempDir private Path folder;

  private static CAS read(Path folder, String name) throws Exception {
    TypeSystemDescription types =
        UIMAFramework.getXMLParser()
            .parseTypeSystemDescription(
                new XMLInputSource(folder.resolve(XmiExporter.TYPE_SYSTEM).toFile()));
    CAS cas = CasCreationUtils.createCas(types, null, null);
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      XmiCasDeserializer.deserialize(in, cas);
    }
    return cas;
  }

  @Test
  void annotationsCoverWhatTheyShould() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      check(new FormatTester(folder.resolve(String.valueOf(seed))), Samples.any(seed, "woods.txt"));
    }
  }

  @Test
  void annotationsOfTheCorpusGoldCoverWhatTheyShould() throws Exception {
    check(new FormatTester(folder, CorpusGold.PROFILE), CorpusGold.documents());
  }

  private static void check(FormatTester tester, AnnotatedDocument... documents) throws Exception {
    tester.export(new XmiExporter(), documents);
    for (AnnotatedDocument woods : documents) {
      CAS cas = read(tester.folder(), woods.document().baseName() + ".xmi");
      assertEquals(woods.document().text(), cas.getDocumentText());
      List<String> expected = new ArrayList<>();
      for (Item item : Item.of(woods)) {
        for (Span span : item.spans()) {
          expected.add(
              XmiExporter.type(item.layer())
                  + " "
                  + item.record()
                  + " "
                  + item.layer().tag(item.label())
                  + " "
                  + woods.document().slice(span));
        }
      }
      List<String> found = new ArrayList<>();
      for (AnnotationFS each : cas.getAnnotationIndex()) {
        Type type = each.getType();
        if (type.getName().startsWith("koetsu.")) {
          found.add(
              type.getShortName()
                  + " "
                  + each.getStringValue(type.getFeatureByBaseName(XmiExporter.RECORD))
                  + " "
                  + each.getStringValue(type.getFeatureByBaseName(XmiExporter.TAG))
                  + " "
                  + each.getCoveredText());
        }
      }
      assertEquals(expected.stream().sorted().toList(), found.stream().sorted().toList());
    }
  }

  @Test
  void whatUimaWritesComesBack() throws Exception {
    List<AnnotatedDocument> plain =
        IntStream.range(0, 200)
            .mapToObj(seed -> Samples.any(seed, "woods.txt"))
            .filter(d -> !XmlText.needsVersion11(d.document().text() + d.records()))
            .toList();
    assertTrue(plain.size() > 10);
    for (AnnotatedDocument woods : plain) {
      FormatTester tester = new FormatTester(folder.resolve(String.valueOf(plain.indexOf(woods))));
      tester.export(new XmiExporter(), woods);
      CAS cas = read(tester.folder(), "woods.xmi");
      try (OutputStream out = Files.newOutputStream(tester.folder().resolve("woods.xmi"))) {
        XmiCasSerializer.serialize(cas, out);
      }
      List<AnnotatedDocument> back = tester.read(new XmiImporter(), woods);
      assertEquals(woods.records(), back.get(0).records());
    }
  }

  @Test
  void aFormFeedNeedsTheNewerXml() throws Exception {
    AnnotatedDocument paged =
        new AnnotatedDocument(Samples.source("woods.txt", "森\f林\u0000木"), List.of());
    FormatTester tester = new FormatTester(folder);
    assertEquals(
        "character that XML cannot hold, written as U+FFFD",
        tester.export(new XmiExporter(), paged).get(0).kind());
    assertEquals("森\f林\uFFFD木", read(folder, "woods.xmi").getDocumentText());
  }

  @Test
  void externalEntitiesAreRefused() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "秘密");
    AnnotatedDocument woods = Samples.placed(1, "woods.txt");
    FormatTester tester = new FormatTester(folder.resolve("out"));
    tester.export(new XmiExporter(), woods);
    for (String subset :
        List.of(
            "[<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]",
            "SYSTEM \"" + secret.toUri() + "\"",
            "[<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]")) {
      Path xmi = tester.folder().resolve("woods.xmi");
      String text = Files.readString(xmi);
      Files.writeString(
          xmi,
          text.replaceFirst(
              "<xmi:XMI", "<!DOCTYPE XMI " + subset.replace("$", "\\$") + "><xmi:XMI"));
      ImportException e =
          assertThrows(ImportException.class, () -> tester.read(new XmiImporter(), woods));
      assertTrue(e.getMessage().startsWith(xmi + ", line 2: a document type"), e.getMessage());
      Files.writeString(xmi, text);
    }
  }
}
