package koetsu.export.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.RecordFile;
import org.osgi.service.component.annotations.Component;

/** Reads the three tables that {@link CsvExporter} writes, also after somebody edited them. */
@Component
public final class CsvImporter implements Importer {
  @Override
  public String id() {
    return CsvExporter.ID;
  }

  @Override
  public String description() {
    return "a folder with records.csv, values.csv and sections.csv";
  }

  @Override
  public List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException {
    Path folder = request.input();
    if (!Files.isDirectory(folder)) {
      throw new ImportException(
          folder + ": not a folder; name the one with " + CsvExporter.RECORDS + " in it");
    }
    try {
      return new Reading(request, folder).read();
    } catch (FormatException e) {
      throw new ImportException(e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new ImportException(e.getFile() + ": there is no such file", e);
    }
  }

  /** A record as its rows come in. */
  private static final class Rows {
    private final SourceDocument source;
    private final String where;
    private final ParsedRecord record;
    private final Map<String, TreeMap<Integer, FieldValue>> values = new HashMap<>();
    private final TreeMap<Integer, Section> sections = new TreeMap<>();

    Rows(SourceDocument source, String where, ParsedRecord record) {
      this.source = source;
      this.where = where;
      this.record = record;
    }
  }

  private record Key(String document, String record) {}

  private static final class Reading {
    private final Profile profile;
    private final Path folder;
    private final Collected collected;
    private final Map<Key, Rows> records = new LinkedHashMap<>();

    Reading(ImportRequest request, Path folder) {
      this.profile = request.profile();
      this.folder = folder;
      this.collected = new Collected(request);
    }

    List<AnnotatedDocument> read() throws ImportException, IOException {
      try (Rowset rows = new Rowset(CsvExporter.RECORDS, CsvExporter.RECORD_COLUMNS)) {
        while (rows.next()) {
          record(rows);
        }
      }
      try (Rowset rows = new Rowset(CsvExporter.VALUES, CsvExporter.valueColumns(profile))) {
        while (rows.next()) {
          value(rows);
        }
      }
      try (Rowset rows = new Rowset(CsvExporter.SECTIONS, CsvExporter.SECTION_COLUMNS)) {
        while (rows.next()) {
          section(rows);
        }
      }
      for (Rows each : records.values()) {
        collected.add(each.source, whole(each), each.where);
      }
      return collected.all();
    }

    private static ParsedRecord whole(Rows rows) {
      Map<String, List<FieldValue>> fields = new LinkedHashMap<>(rows.record.fields());
      rows.values.forEach((field, values) -> fields.put(field, List.copyOf(values.values())));
      return rows.record.withFields(fields).withSections(List.copyOf(rows.sections.values()));
    }

    private void record(Rowset row) throws ImportException, FormatException {
      RecordFile.checkSchema(row.node("schema"));
      String document = row.required("document");
      DocumentInfo about =
          new DocumentInfo(
              document,
              row.required("sha256"),
              row.whole("length"),
              row.required("encoding"),
              row.extra("about"));
      SourceDocument source = collected.source(about, row.where());
      String id = row.required("record");
      Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
      for (String field : row.get("fields").split(" ")) {
        if (!field.isEmpty()) {
          fields.put(field, List.of());
        }
      }
      ParsedRecord record =
          new ParsedRecord(
              id,
              row.optional("parent"),
              row.required("kind"),
              row.spans("spans", source),
              fields,
              List.of(),
              row.node("state").oneOf(RecordState.class, RecordState.UNTOUCHED),
              row.extra("extra"));
      if (records.putIfAbsent(new Key(document, id), new Rows(source, row.where(), record))
          != null) {
        throw new FormatException(
            row.where() + ": the record " + id + " of " + document + " has a row before already");
      }
    }

    private Rows owner(Rowset row) throws FormatException {
      Key key = new Key(row.required("document"), row.required("record"));
      Rows owner = records.get(key);
      if (owner == null) {
        throw new FormatException(
            row.where()
                + ": "
                + CsvExporter.RECORDS
                + " has no record "
                + key.record()
                + " of "
                + key.document());
      }
      return owner;
    }

    private void value(Rowset row) throws FormatException {
      Rows owner = owner(row);
      String name = row.required("field");
      FieldDefinition field =
          profile
              .field(name)
              .orElseThrow(
                  () -> new FormatException(row.where() + ": the profile has no field " + name));
      List<Span> spans = row.spans("spans", owner.source);
      String text = row.optional("text");
      if (spans.isEmpty() != row.get("begin").isEmpty()
          || spans.isEmpty() != row.get("end").isEmpty()) {
        throw new FormatException(
            row.where() + ": begin, end and spans must be there together or not at all");
      }
      if (!spans.isEmpty()) {
        Span cover = Item.cover(spans);
        if (cover.begin() != row.whole("begin") || cover.end() != row.whole("end")) {
          throw new FormatException(
              row.where()
                  + ": begin and end are "
                  + row.get("begin")
                  + " and "
                  + row.get("end")
                  + ", but spans run from "
                  + cover.begin()
                  + " to "
                  + cover.end());
        }
        String printed = owner.source.slice(cover);
        if (text == null) {
          text = printed;
        } else if (!text.equals(printed)) {
          throw new FormatException(
              row.where()
                  + ": text is "
                  + Quoted.of(text)
                  + ", but the source says "
                  + Quoted.of(printed));
        }
      }
      FieldValue value =
          new FieldValue(
              field.slots().isEmpty() ? Value.of(row.get("value")) : slots(field, row),
              text,
              spans,
              row.confidence(),
              row.optional("extractor"),
              row.node("status").oneOf(Status.class, Status.MACHINE),
              null,
              row.extra("extra"));
      int index = row.whole("index");
      if (owner.values.computeIfAbsent(name, f -> new TreeMap<>()).putIfAbsent(index, value)
          != null) {
        throw new FormatException(
            row.where()
                + ": "
                + name
                + "["
                + index
                + "] of "
                + owner.record.id()
                + " has a row before already");
      }
    }

    private static Value slots(FieldDefinition field, Rowset row) throws FormatException {
      Map<String, Object> slots = new LinkedHashMap<>();
      for (Slot slot : field.slots()) {
        slots.put(slot.id(), content(slot, row, CsvExporter.column(field, slot)));
      }
      return Value.of(slots);
    }

    private static Object content(Slot slot, Rowset row, String column) throws FormatException {
      String cell = row.optional(column);
      if (cell == null) {
        return null;
      }
      return switch (slot.type()) {
        case TEXT, CHOICE -> cell;
        case NUMBER, YEN, FISCAL_YEAR -> row.number(column);
        case FLAG ->
            switch (cell) {
              case "true", "TRUE" -> true;
              case "false", "FALSE" -> false;
              default -> throw row.wrong(column, "neither true nor false");
            };
      };
    }

    private void section(Rowset row) throws FormatException {
      Rows owner = owner(row);
      int index = row.whole("index");
      Section section =
          new Section(
              row.required("type"),
              row.spans("heading", owner.source),
              row.spans("body", owner.source),
              row.extra("extra"));
      if (owner.sections.putIfAbsent(index, section) != null) {
        throw new FormatException(
            row.where()
                + ": section "
                + index
                + " of "
                + owner.record.id()
                + " has a row before already");
      }
    }

    /** A table and its row at hand. */
    private final class Rowset implements AutoCloseable {
      private final CsvLines lines;
      private final List<String> header;
      private List<String> row = List.of();

      Rowset(String name, List<String> columns) throws IOException {
        Path file = folder.resolve(name);
        lines = new CsvLines(Files.newInputStream(file), file.toString());
        List<String> first = lines.next();
        if (first == null) {
          throw new FormatException(file + ", line 1: empty; the first line names the columns");
        }
        header = first;
        Set<String> missing = new HashSet<>(columns);
        header.forEach(missing::remove);
        if (!missing.isEmpty()) {
          throw new FormatException(
              lines.where()
                  + ": no column named "
                  + columns.stream().filter(missing::contains).findFirst().orElseThrow());
        }
        if (Set.copyOf(header).size() < header.size()) {
          throw new FormatException(lines.where() + ": two columns have the same name");
        }
      }

      boolean next() throws IOException {
        row = lines.next();
        if (row == null) {
          return false;
        }
        if (row.size() != header.size()) {
          throw new FormatException(
              where() + ": " + row.size() + " cells where the header has " + header.size());
        }
        return true;
      }

      String where() {
        return lines.where();
      }

      FormatException wrong(String column, String what) {
        return new FormatException(
            where() + ": " + column + " is \"" + get(column) + "\", " + what);
      }

      String get(String column) {
        return row.get(header.indexOf(column));
      }

      String optional(String column) {
        return get(column).isEmpty() ? null : get(column);
      }

      String required(String column) throws FormatException {
        if (get(column).isEmpty()) {
          throw new FormatException(where() + ": " + column + " is empty");
        }
        return get(column);
      }

      Node node(String column) throws FormatException {
        return Node.of(Collections.singletonMap(column, optional(column)), where()).get(column);
      }

      Long number(String column) throws FormatException {
        try {
          return Long.valueOf(get(column));
        } catch (NumberFormatException e) {
          throw wrong(column, "no whole number");
        }
      }

      int whole(String column) throws FormatException {
        long number = number(column);
        if (number < 0 || number > Integer.MAX_VALUE) {
          throw wrong(column, "out of range");
        }
        return (int) number;
      }

      Double confidence() throws FormatException {
        if (optional("confidence") == null) {
          return null;
        }
        try {
          double confidence = Double.parseDouble(get("confidence"));
          if (confidence >= 0 && confidence <= 1) {
            return confidence;
          }
        } catch (NumberFormatException e) {
          throw wrong("confidence", "no number");
        }
        throw wrong("confidence", "not between 0 and 1");
      }

      Map<String, Object> extra(String column) throws FormatException {
        return optional(column) == null
            ? Map.of()
            : Json.readObject(get(column), where() + ": " + column);
      }

      List<Span> spans(String column, SourceDocument source) throws FormatException {
        List<Span> spans = new ArrayList<>();
        if (optional(column) == null) {
          return spans;
        }
        int last = 0;
        for (String each : get(column).split(";", -1)) {
          String[] ends = each.split("-", -1);
          int begin;
          int end;
          try {
            begin = Integer.parseInt(ends[0]);
            end = Integer.parseInt(ends[ends.length == 2 ? 1 : 0]);
          } catch (NumberFormatException e) {
            throw wrong(column, "not of the form 4-22;30-41");
          }
          if (ends.length != 2) {
            throw wrong(column, "not of the form 4-22;30-41");
          }
          if (begin < last || end < begin) {
            throw wrong(column, "not ascending, or overlapping");
          }
          if (end > source.length()) {
            throw wrong(column, "beyond the source's end at " + source.length());
          }
          spans.add(new Span(begin, end));
          last = end;
        }
        return spans;
      }

      @Override
      public void close() throws IOException {
        lines.close();
      }
    }
  }
}
