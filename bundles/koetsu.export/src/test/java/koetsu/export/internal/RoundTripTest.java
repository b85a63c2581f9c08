package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.api.plugin.Loss;
import koetsu.export.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out comes back in, whatever is in it. */
class RoundTripTest {
  private static final int CASES = 100;

  /** What another tool does not see, and what comes back all the same. */
  private static final String HARMLESS =
      "cell that begins.*|.*kept with its record only|.*kept in the data"
          + "|.* in several parts, shown as .*";

  @TempDir private Path folder;

  private void check(Exporter exporter, Importer importer) throws Exception {
    for (int seed = 0; seed < CASES; seed++) {
      AnnotatedDocument one = Samples.any(seed, "woods.txt");
      AnnotatedDocument other = Samples.placed(seed + CASES, "木々 a#b:c.md");
      FormatTester tester = new FormatTester(folder.resolve(String.valueOf(seed)));
      List<Loss> losses = tester.export(exporter, one, other);
      assertEquals(
          List.of(),
          losses.stream().filter(l -> !l.kind().matches(HARMLESS)).toList(),
          "seed " + seed);
      List<AnnotatedDocument> back = tester.read(importer, one, other);
      for (AnnotatedDocument document : List.of(one, other)) {
        AnnotatedDocument same =
            back.stream()
                .filter(d -> d.document() == document.document())
                .findFirst()
                .orElseThrow();
        assertEquals(document.records(), same.records(), "seed " + seed);
        assertEquals(document.extra(), same.extra(), "seed " + seed);
      }
    }
  }

  @Test
  void jsonLinesHoldEverything() throws Exception {
    check(new JsonlExporter(), new JsonlImporter());
  }

  @Test
  void webAnnotationsHoldEverything() throws Exception {
    check(new WebAnnotationExporter(), new WebAnnotationImporter());
  }

  @Test
  void commaSeparatedValuesHoldEverything() throws Exception {
    check(new CsvExporter(), new CsvImporter());
  }

  @Test
  void bratHoldsEverything() throws Exception {
    check(new BratExporter(), new BratImporter());
  }

  @Test
  void labelStudioCarriesEverythingAlong() throws Exception {
    check(new LabelStudioExporter(), new LabelStudioImporter());
  }

  @Test
  void xmiHoldsEverything() throws Exception {
    check(new XmiExporter(), new XmiImporter());
  }

  @Test
  void theCorpusGoldComesBackFromEveryFormat() throws Exception {
    AnnotatedDocument[] gold = CorpusGold.documents();
    Formats formats = Formats.onClassPath();
    for (Importer importer : formats.importers()) {
      FormatTester tester = new FormatTester(folder.resolve(importer.id()), CorpusGold.PROFILE);
      tester.export(formats.exporter(importer.id()).orElseThrow(), gold);
      List<AnnotatedDocument> back = tester.read(importer, gold);
      for (int i = 0; i < gold.length; i++) {
        assertEquals(gold[i].records(), back.get(i).records(), importer.id());
        assertEquals(gold[i].extra(), back.get(i).extra(), importer.id());
      }
    }
  }
}
