package koetsu.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.RecordKind;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;

/** A small document with a machine that reads it: what the tests of projects work on. */
public final class Sheets {
  public static final String NAME = "a.txt";
  public static final Author HANA = new Author("hana", "a1");
  public static final Author KEN = new Author("ken", "b2");
  public static final Profile PROFILE =
      new Profile(
          "test",
          "1.0.0",
          List.of(new RecordKind("program", Map.of())),
          List.of(field("name", false), field("department", true)),
          List.of(),
          Map.of());

  private Sheets() {}

  private static FieldDefinition field(String id, boolean many) {
    return new FieldDefinition(id, Map.of(), many, List.of(), Comparison.TEXT, "#000000", null);
  }

  /** A document of a text, with its lines. */
  public static SourceDocument document(String name, String text) {
    List<Line> lines = new ArrayList<>();
    int begin = 0;
    for (String line : text.split("\n", -1)) {
      Span span = new Span(begin, begin + line.codePointCount(0, line.length()));
      lines.add(
          new Line(
              lines.size(),
              span,
              span,
              line.isBlank() ? LineKind.BLANK : LineKind.TEXT,
              0,
              List.of(),
              false));
      begin = span.end() + 1;
    }
    return new SourceDocument(name, sha256(text), "UTF-8", text, lines);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a text stands first in a document. */
  public static Span find(SourceDocument document, String text) {
    int at = document.text().indexOf(text);
    if (at < 0) {
      throw new IllegalArgumentException(text + " does not stand in the document");
    }
    return document.span(at, at + text.length());
  }

  public static FieldValue machine(SourceDocument document, String text) {
    return new FieldValue(
        Value.of(text),
        text,
        List.of(find(document, text)),
        0.9,
        "koetsu.test/1.0.0#rule",
        Status.MACHINE,
        null,
        Map.of());
  }

  /** A record from its name to its department, with a section that begins at the department. */
  public static ParsedRecord record(
      SourceDocument document, String id, String name, String department) {
    Span first = find(document, name);
    Span last = find(document, department);
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    fields.put("name", List.of(machine(document, name)));
    fields.put("department", List.of(machine(document, department)));
    return new ParsedRecord(
        id,
        null,
        "program",
        List.of(first.cover(last)),
        fields,
        List.of(new Section("purpose", List.of(), List.of(last))),
        RecordState.UNTOUCHED,
        Map.of());
  }

  /** What the machine says: these records and nothing else. */
  public static ParsedDocument extraction(SourceDocument document, ParsedRecord... records) {
    return new ParsedDocument(document, List.of(records), List.of(), List.of());
  }

  public static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
