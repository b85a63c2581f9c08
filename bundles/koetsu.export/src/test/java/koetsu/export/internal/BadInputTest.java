package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.Importer;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with an input, the answer names the file, the line and the cause. */
class BadInputTest {
  private static final String TEXT = "森の事業\n目的\n𠮷野の森を育てる\n";

  @TempDir private Path temp;
  private FormatTester tester;

  /** One record with one value over {@code 𠮷野の森} and one section. */
  private final AnnotatedDocument woods =
      new AnnotatedDocument(
          Samples.source("woods.txt", TEXT),
          List.of(
              new ParsedRecord(
                  "r1",
                  null,
                  "program",
                  List.of(new Span(0, 17)),
                  Map.of(
                      "name",
                      List.of(
                          new FieldValue(
                              Value.of("吉野の森"),
                              "𠮷野の森",
                              List.of(new Span(8, 12)),
                              null,
                              null,
                              Status.CORRECTED,
                              null,
                              Map.of()))),
                  List.of(
                      new Section("purpose", List.of(new Span(5, 7)), List.of(new Span(8, 16)))),
                  RecordState.REVIEWED,
                  Map.of())));

  @BeforeEach
  void folder() {
    tester = new FormatTester(temp.resolve("out"));
  }

  private void export(Exporter exporter) throws IOException {
    tester.export(exporter, woods);
  }

  /** Nothing is returned, and the one message begins with file and line and tells the cause. */
  private void refused(Importer importer, String where, String cause) {
    ImportException e = assertThrows(ImportException.class, () -> tester.read(importer, woods));
    assertTrue(
        e.getMessage().startsWith(tester.folder().resolve(where).toString()), e.getMessage());
    assertTrue(e.getMessage().contains(cause), e.getMessage());
  }

  private void rewrite(String file, Charset charset) throws IOException {
    Path path = tester.folder().resolve(file);
    Files.write(path, Files.readString(path).getBytes(charset));
  }

  @Test
  void whatIsInAnotherEncodingIsRefused() throws Exception {
    Charset shiftJis = Charset.forName("windows-31j");
    export(new JsonlExporter());
    rewrite("woods.records.jsonl", shiftJis);
    refused(new JsonlImporter(), "woods.records.jsonl, line 1: ", "not UTF-8");
    export(new WebAnnotationExporter());
    rewrite("woods.annotations.jsonld", shiftJis);
    refused(new WebAnnotationImporter(), "woods.annotations.jsonld, line 2: ", "not UTF-8");
    export(new CsvExporter());
    rewrite("values.csv", shiftJis);
    refused(new CsvImporter(), "values.csv, line 1: ", "no column named document");
    export(new CsvExporter());
    tester.edit("values.csv", "\uFEFF", "");
    rewrite("values.csv", shiftJis);
    refused(new CsvImporter(), "values.csv, line 2: ", "not UTF-8");
    export(new BratExporter());
    rewrite("woods.ann", shiftJis);
    refused(new BratImporter(), "woods.ann, line 1: ", "not UTF-8");
    Files.delete(tester.folder().resolve("csv-metadata.json"));
    export(new LabelStudioExporter());
    rewrite("label-studio.json", shiftJis);
    refused(new LabelStudioImporter(), "label-studio.json, line 2: ", "not UTF-8");
    export(new XmiExporter());
    rewrite("woods.xmi", shiftJis);
    refused(new XmiImporter(), "woods.xmi, line ", "not UTF-8");
  }

  @Test
  void aTextInAnotherEncodingIsRefused() throws Exception {
    export(new BratExporter());
    rewrite("woods.txt", Charset.forName("windows-31j"));
    refused(new BratImporter(), "woods.txt, line 1: ", "not UTF-8");
  }

  @Test
  void aPlaceThatReadsDifferentlyIsRefused() throws Exception {
    export(new JsonlExporter());
    tester.edit("woods.records.jsonl", "\"begin\":8,\"end\":12", "\"begin\":9,\"end\":12");
    refused(
        new JsonlImporter(),
        "woods.records.jsonl, line 1: ",
        "name[0].text is \"𠮷野の森\", but the source says \"野の森\"");
    export(new WebAnnotationExporter());
    tester.edit("woods.annotations.jsonld", "\"start\":8,\"end\":12", "\"start\":9,\"end\":13");
    refused(
        new WebAnnotationImporter(),
        "woods.annotations.jsonld, line 3: ",
        "exact is \"𠮷野の森\", but the source says \"野の森を\"");
    export(new CsvExporter());
    tester.edit("values.csv", "8,12,8-12", "9,12,9-12");
    refused(new CsvImporter(), "values.csv, line 2: ", "but the source says \"野の森\"");
    tester.edit("values.csv", "9,12,9-12", "9,12,8-12");
    refused(new CsvImporter(), "values.csv, line 2: ", "begin and end are 9 and 12, but spans");
    export(new BratExporter());
    tester.edit("woods.ann", "name 8 12\t", "name 9 13\t");
    refused(
        new BratImporter(), "woods.ann, line 4: ", "says \"𠮷野の森\", but the source says \"野の森を\"");
    Files.delete(tester.folder().resolve("csv-metadata.json"));
    export(new LabelStudioExporter());
    tester.edit("label-studio.json", "\"start\":8,\"end\":12", "\"start\":9,\"end\":13");
    refused(
        new LabelStudioImporter(),
        "label-studio.json, line 2: ",
        "text is \"𠮷野の森\", but the source says \"野の森を\"");
  }

  @Test
  void aPlaceBeyondTheEndIsRefused() throws Exception {
    export(new JsonlExporter());
    tester.edit("woods.records.jsonl", "\"end\":16", "\"end\":1600");
    refused(new JsonlImporter(), "woods.records.jsonl, line 1: ", "beyond the source's end at 17");
    export(new WebAnnotationExporter());
    tester.edit("woods.annotations.jsonld", "\"end\":16}", "\"end\":1600}");
    refused(
        new WebAnnotationImporter(), "woods.annotations.jsonld, line 5: ", "has 17 code points");
    export(new CsvExporter());
    tester.edit("sections.csv", "8-16", "8-1600");
    refused(new CsvImporter(), "sections.csv, line 2: ", "beyond the source's end at 17");
    export(new BratExporter());
    tester.edit("woods.ann", "body-purpose 8 16", "body-purpose 8 1600");
    refused(new BratImporter(), "woods.ann, line ", "beyond the end of woods.txt at 17");
    tester.edit("woods.ann", "body-purpose 8 1600", "body-purpose 8 16000000000");
    refused(new BratImporter(), "woods.ann, line ", "too large");
    Files.delete(tester.folder().resolve("csv-metadata.json"));
    export(new LabelStudioExporter());
    tester.edit("label-studio.json", "\"start\":8,\"end\":12", "\"start\":8,\"end\":1200");
    refused(
        new LabelStudioImporter(),
        "label-studio.json, line 2: ",
        "runs from 8 to 1200; the text has 17");
    export(new XmiExporter());
    tester.edit("woods.xmi", "begin=\"8\" end=\"13\"", "begin=\"8\" end=\"1300\"");
    refused(new XmiImporter(), "woods.xmi, line 6: ", "beyond the end of woods.txt at 18");
  }

  @Test
  void whatIsSaidTwiceOrOverlapsIsRefused() throws Exception {
    export(new JsonlExporter());
    tester.edit(
        "woods.records.jsonl",
        "{\"begin\":8,\"end\":16}",
        "{\"begin\":8,\"end\":12},{\"begin\":11,\"end\":16}");
    refused(new JsonlImporter(), "woods.records.jsonl, line 1: ", "before the end of the span");
    export(new WebAnnotationExporter());
    Path page = tester.folder().resolve("woods.annotations.jsonld");
    String value = Files.readAllLines(page).get(2);
    tester.edit("woods.annotations.jsonld", value, value + "\n" + value);
    refused(new WebAnnotationImporter(), "woods.annotations.jsonld, line 4: ", "for a second time");
    export(new CsvExporter());
    String row = Files.readAllLines(tester.folder().resolve("values.csv")).get(1);
    tester.edit("values.csv", row, row + "\r\n" + row);
    refused(new CsvImporter(), "values.csv, line 3: ", "has a row before already");
    export(new BratExporter());
    tester.edit("woods.ann", "T2\tname 8 12\t", "T1\tname 8 12\t");
    refused(new BratImporter(), "woods.ann, line 4: ", "T1 is in a line before already");
    tester.edit("woods.ann", "T1\tname 8 12\t", "T2\tname 8 10;9 12\t");
    refused(new BratImporter(), "woods.ann, line 4: ", "overlapping");
    export(new XmiExporter());
    tester.edit("woods.xmi", "item=\"1\"", "item=\"0\"");
    refused(new XmiImporter(), "woods.xmi, line 6: ", "item 0 is here for a second time");
    Files.delete(tester.folder().resolve("csv-metadata.json"));
    export(new LabelStudioExporter());
    Path tasks = tester.folder().resolve("label-studio.json");
    String task = Files.readAllLines(tasks).get(1);
    tester.edit("label-studio.json", task, task + ",\n" + task);
    refused(
        new LabelStudioImporter(),
        "label-studio.json, line 3: ",
        "r1 is also in " + tasks + ", line 2");
    export(new LabelStudioExporter());
    tester.edit("label-studio.json", "\"annotations\":[", "\"annotations\":[{\"result\":[]},");
    refused(new LabelStudioImporter(), "label-studio.json, line 2: ", "annotations are 2; keep");
  }

  @Test
  void recordsOfAnotherTextAreRefused() throws Exception {
    AnnotatedDocument other =
        new AnnotatedDocument(
            new SourceDocument(
                "woods.txt", "another digest", "UTF-8", TEXT.replace("育てる", "伐採る"), List.of()),
            woods.records());
    for (Exporter exporter :
        List.of(new JsonlExporter(), new WebAnnotationExporter(), new CsvExporter())) {
      assertEquals(List.of(), tester.export(exporter, other));
    }
    String cause = "speaks of another edition of woods.txt";
    refused(new JsonlImporter(), "woods.records.jsonl, line 1: ", cause);
    refused(new WebAnnotationImporter(), "woods.annotations.jsonld, line 2: ", cause);
    refused(new CsvImporter(), "records.csv, line 2: ", cause);
    assertEquals(List.of(), tester.export(new BratExporter(), other));
    refused(new BratImporter(), "woods.txt, line 3: ", "not the text of woods.txt");
    ImportException e = assertThrows(ImportException.class, () -> tester.read(new JsonlImporter()));
    assertTrue(e.getMessage().endsWith("the project has no document named woods.txt"));
    Files.delete(tester.folder().resolve("csv-metadata.json"));
    tester.export(new LabelStudioExporter(), other);
    refused(new LabelStudioImporter(), "label-studio.json, line 2: ", cause);
    tester.export(new XmiExporter(), other);
    refused(new XmiImporter(), "woods.xmi, line 5: ", cause);
    export(new LabelStudioExporter());
    tester.edit("label-studio.json", "\"text\":\"森の事業", "\"text\":\"林の事業");
    refused(new LabelStudioImporter(), "label-studio.json, line 2: ", "not the text of woods.txt");
    export(new XmiExporter());
    tester.edit("woods.xmi", "sofaString=\"森の", "sofaString=\"林の");
    refused(new XmiImporter(), "woods.xmi", "its text is not that of woods.txt");
  }

  @Test
  void recordsOfANewerVersionAreRefused() throws Exception {
    export(new JsonlExporter());
    tester.edit("woods.records.jsonl", "koetsu.records/1", "koetsu.records/2");
    refused(new JsonlImporter(), "woods.records.jsonl, line 1: ", "which a newer Koetsu wrote");
    export(new WebAnnotationExporter());
    tester.edit("woods.annotations.jsonld", "koetsu.records/1", "koetsu.records/2");
    refused(
        new WebAnnotationImporter(), "woods.annotations.jsonld, line 2: ", "a newer Koetsu wrote");
    export(new BratExporter());
    tester.edit("woods.ann", "koetsu.records/1", "koetsu.records/2");
    refused(new BratImporter(), "woods.ann, line 1: ", "a newer Koetsu wrote");
    export(new CsvExporter());
    tester.edit("records.csv", "koetsu.records/1", "koetsu.records/2");
    refused(new CsvImporter(), "records.csv, line 2: ", "a newer Koetsu wrote");
    Files.delete(tester.folder().resolve("csv-metadata.json"));
    export(new LabelStudioExporter());
    tester.edit("label-studio.json", "koetsu.records/1", "koetsu.records/2");
    refused(new LabelStudioImporter(), "label-studio.json, line 2: ", "a newer Koetsu wrote");
    export(new XmiExporter());
    tester.edit("woods.xmi", "koetsu.records/1", "koetsu.records/2");
    refused(new XmiImporter(), "woods.xmi, line 5: ", "a newer Koetsu wrote");
  }

  @Test
  void whatTheProfileDoesNotKnowIsRefused() throws Exception {
    export(new JsonlExporter());
    tester.edit("woods.records.jsonl", "\"name\":[", "\"poem\":[");
    refused(new JsonlImporter(), "woods.records.jsonl, line 1: ", "no field poem");
    export(new WebAnnotationExporter());
    tester.edit("woods.annotations.jsonld", "\"value\":\"name\"", "\"value\":\"poem\"");
    refused(new WebAnnotationImporter(), "woods.annotations.jsonld, line ", "no field poem");
    export(new CsvExporter());
    tester.edit("values.csv", ",name,", ",poem,");
    refused(new CsvImporter(), "values.csv, line 2: ", "no field poem");
    export(new BratExporter());
    tester.edit("woods.ann", "\tname 8 12", "\tpoem 8 12");
    refused(new BratImporter(), "woods.ann, line 1: ", "no field poem");
  }

  @Test
  void brokenFilesAreRefused() throws Exception {
    export(new JsonlExporter());
    tester.edit("woods.records.jsonl", "}\n", "\n");
    refused(new JsonlImporter(), "woods.records.jsonl, line 1: ", "not JSON");
    export(new WebAnnotationExporter());
    tester.edit("woods.annotations.jsonld", "\n]}", "\n]");
    refused(new WebAnnotationImporter(), "woods.annotations.jsonld, line ", "cut off");
    export(new CsvExporter());
    tester.edit("sections.csv", ",purpose,", ",\"purpose,");
    refused(new CsvImporter(), "sections.csv, line 2: ", "never closed");
    tester.edit("sections.csv", ",\"purpose,", ",pur\"pose,");
    refused(new CsvImporter(), "sections.csv, line 2: ", "inside a cell");
    tester.edit("sections.csv", ",pur\"pose,", ",\"pur\"pose,");
    refused(new CsvImporter(), "sections.csv, line 2: ", "between a closing quotation mark");
    tester.edit("sections.csv", ",\"pur\"pose,", ",purpose,,");
    refused(new CsvImporter(), "sections.csv, line 2: ", "8 cells where the header has 7");
    export(new BratExporter());
    tester.edit("woods.ann", "\tname 8 12", " name 8 12");
    refused(new BratImporter(), "woods.ann, line 4: ", "not a line of brat");
    Files.delete(tester.folder().resolve("woods.txt"));
    tester.edit("woods.ann", " name 8 12", "\tname 8 12");
    assertThrows(IOException.class, () -> tester.read(new BratImporter(), woods));
    Files.delete(tester.folder().resolve("csv-metadata.json"));
    export(new LabelStudioExporter());
    tester.edit("label-studio.json", "\n]", "");
    refused(new LabelStudioImporter(), "label-studio.json, line 3: ", "cut off");
    export(new XmiExporter());
    tester.edit("woods.xmi", "<koetsu:Value", "<koetsu:Value<");
    refused(new XmiImporter(), "woods.xmi, line 6: ", "not XML");
  }

  /** Sparse files: they take no room, and reading one gives zeros. */
  @Test
  void aGigabyteOfNonsenseIsRefusedBeforeItFillsTheMemory() throws Exception {
    export(new BratExporter());
    Path nonsense = temp.resolve("nonsense");
    Map<String, Importer> importers =
        Map.of(
            "x.records.jsonl", new JsonlImporter(),
            "x.jsonld", new WebAnnotationImporter(),
            "records.csv", new CsvImporter(),
            "x.json", new LabelStudioImporter(),
            "x.xmi", new XmiImporter(),
            "x.ann", new BratImporter());
    for (Map.Entry<String, Importer> each : importers.entrySet()) {
      Path file = Files.createDirectories(nonsense.resolve(each.getKey())).resolve(each.getKey());
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(1L << 30);
      }
      ImportException e =
          assertThrows(
              ImportException.class,
              () -> FormatTester.read(each.getValue(), file.getParent(), woods));
      assertTrue(e.getMessage().startsWith(file + ", line 1: "), e.getMessage());
    }
    Path open = nonsense.resolve("x.jsonld").resolve("x.jsonld");
    try (RandomAccessFile sparse = new RandomAccessFile(open.toFile(), "rw")) {
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      sparse.write("{\"items\":[\"".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 80; i++) {
        sparse.write(spaces);
      }
    }
    ImportException e =
        assertThrows(
            ImportException.class,
            () -> FormatTester.read(new WebAnnotationImporter(), open, woods));
    assertTrue(e.getMessage().startsWith(open + ", line 1: "), e.getMessage());
  }

  @Test
  void aTextOfAGigabyteIsNotReadToItsEnd() throws Exception {
    export(new BratExporter());
    try (RandomAccessFile text =
        new RandomAccessFile(tester.folder().resolve("woods.txt").toFile(), "rw")) {
      text.setLength(1L << 30);
    }
    refused(new BratImporter(), "woods.txt, line 4: ", "not the text of woods.txt");
  }
}
