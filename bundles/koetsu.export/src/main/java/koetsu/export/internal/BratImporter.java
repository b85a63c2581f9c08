package koetsu.export.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.TextLines;
import org.osgi.service.component.annotations.Component;

/**
 * Reads brat's standoff format, also after somebody worked on it in brat: moved, relabelled,
 * removed and added annotations.
 */
@Component
public final class BratImporter implements Importer {
  private static final Pattern TEXT_BOUND =
      Pattern.compile(
          "(T[^\\t]+)\\t([^ \\t]+) ([0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)\\t(.*)", Pattern.DOTALL);
  private static final Pattern NOTE =
      Pattern.compile("#[^\\t]*\\t([^ \\t]+) ([^ \\t]+)\\t(.*)", Pattern.DOTALL);
  private static final Pattern OTHER = Pattern.compile("[RAMEN*][^\\t]*\\t.+", Pattern.DOTALL);
  private static final Pattern STATUS =
      Pattern.compile("[AM][^\\t]*\\t(status|state) ([^ \\t]+) ([^ \\t\\r]+)\\s*");

  @Override
  public String id() {
    return BratFiles.ID;
  }

  @Override
  public String description() {
    return "a .ann file with its .txt file beside it, or a folder of them";
  }

  @Override
  public List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException {
    Collected collected = new Collected(request);
    for (Path file : InputFiles.of(request.input(), BratFiles.ANNOTATIONS)) {
      try {
        read(file, request, collected);
      } catch (FormatException e) {
        throw new ImportException(e.getMessage(), e);
      }
    }
    return collected.all();
  }

  /** An annotation with its note and attribute, which may stand anywhere. */
  private static final class Bound {
    private final String type;
    private final List<Span> fragments;
    private final String text;
    private final String where;
    private Node note;
    private String status;

    Bound(String type, List<Span> fragments, String text, String where) {
      this.type = type;
      this.fragments = fragments;
      this.text = text;
      this.where = where;
    }
  }

  private static void read(Path file, ImportRequest request, Collected collected)
      throws ImportException, IOException {
    String name = file.getFileName().toString();
    if (!name.endsWith(BratFiles.ANNOTATIONS)) {
      throw new ImportException(file + ": not a " + BratFiles.ANNOTATIONS + " file");
    }
    String base = name.substring(0, name.length() - BratFiles.ANNOTATIONS.length());
    Map<String, Bound> bounds = new LinkedHashMap<>();
    try (TextLines lines = new TextLines(Files.newInputStream(file), file.toString())) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          line(
              line.endsWith("\r") ? line.substring(0, line.length() - 1) : line,
              lines.where(),
              bounds);
        }
      }
    }
    String document = document(bounds, base, request, file);
    SourceDocument source = collected.source(document, file.toString());
    sameText(file.resolveSibling(base + BratFiles.TEXT), source);
    Assembler assembler =
        new Assembler(source, request.profile(), spans -> BratFiles.fragments(source, spans));
    for (Bound bound : bounds.values()) {
      add(bound, source, request, assembler);
    }
    collected.add(source, assembler);
  }

  private static void line(String line, String where, Map<String, Bound> bounds)
      throws FormatException {
    Matcher text = TEXT_BOUND.matcher(line);
    if (text.matches()) {
      Bound bound = new Bound(text.group(2), fragments(text.group(3), where), text.group(4), where);
      if (bounds.putIfAbsent(text.group(1), bound) != null) {
        throw new FormatException(where + ": " + text.group(1) + " is in a line before already");
      }
      return;
    }
    Matcher note = NOTE.matcher(line);
    if (note.matches()) {
      if (note.group(1).equals(BratFiles.NOTE) && note.group(3).startsWith("{")) {
        Bound bound = target(note.group(2), where, bounds);
        if (bound.note != null) {
          throw new FormatException(
              where + ": " + note.group(2) + " has a note in a line before already");
        }
        bound.note = Node.of(Json.read(note.group(3), where), where);
      }
      return;
    }
    Matcher status = STATUS.matcher(line);
    if (status.matches()) {
      target(status.group(2), where, bounds).status = status.group(3);
      return;
    }
    if (!OTHER.matcher(line).matches()) {
      throw new FormatException(where + ": not a line of brat's standoff format");
    }
  }

  private static Bound target(String id, String where, Map<String, Bound> bounds)
      throws FormatException {
    Bound bound = bounds.get(id);
    if (bound == null) {
      throw new FormatException(where + ": speaks of " + id + ", which no line before has");
    }
    return bound;
  }

  private static List<Span> fragments(String offsets, String where) throws FormatException {
    List<Span> spans = new ArrayList<>();
    int last = 0;
    for (String each : offsets.split(";")) {
      String[] ends = each.split(" ");
      int begin;
      int end;
      try {
        begin = Integer.parseInt(ends[0]);
        end = Integer.parseInt(ends[1]);
      } catch (NumberFormatException e) {
        throw new FormatException(where + ": the offsets " + each + " are too large", e);
      }
      if (begin < last || end <= begin) {
        throw new FormatException(
            where + ": the offsets " + offsets + " are empty, overlapping or not ascending");
      }
      spans.add(new Span(begin, end));
      last = end;
    }
    return spans;
  }

  /** The document that the notes name, else the one that is named like the file. */
  private static String document(
      Map<String, Bound> bounds, String base, ImportRequest request, Path file)
      throws ImportException, FormatException {
    for (Bound bound : bounds.values()) {
      if (bound.note != null
          && bound.note.value() instanceof Map
          && !bound.note.get("document").isNull()) {
        return bound.note.get("document").get("name").string();
      }
    }
    List<String> named =
        request.sources().names().stream()
            .filter(
                n ->
                    n.equals(base)
                        || n.startsWith(base + ".") && n.indexOf('.', base.length() + 1) < 0)
            .toList();
    if (named.size() != 1) {
      throw new ImportException(
          file
              + ": "
              + (named.isEmpty() ? "the project has no document" : "several documents are")
              + " named "
              + base);
    }
    return named.get(0);
  }

  private static void sameText(Path file, SourceDocument source)
      throws ImportException, IOException {
    String expected = source.text();
    int line = 1;
    int at = 0;
    char[] block = new char[1 << 14];
    try (Reader in =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()))) {
      for (int read = in.read(block); read > 0; read = in.read(block)) {
        int begin = at == 0 && block[0] == '\uFEFF' && !expected.startsWith("\uFEFF") ? 1 : 0;
        for (int i = begin; i < read; i++, at++) {
          if (at >= expected.length() || expected.charAt(at) != block[i]) {
            throw new ImportException(
                file + ", line " + line + ": not the text of " + source.name());
          }
          line += block[i] == '\n' ? 1 : 0;
        }
      }
    } catch (CharacterCodingException e) {
      throw new ImportException(file + ", line " + line + ": not UTF-8 text; save it as UTF-8", e);
    }
    if (at < expected.length()) {
      throw new ImportException(
          file + ", line " + line + ": ends before the text of " + source.name() + " does");
    }
  }

  private static void add(
      Bound bound, SourceDocument source, ImportRequest request, Assembler assembler)
      throws FormatException {
    Span last = bound.fragments.get(bound.fragments.size() - 1);
    if (last.end() > source.length()) {
      throw new FormatException(
          bound.where
              + ": ends at "
              + last.end()
              + ", beyond the end of "
              + source.name()
              + " at "
              + source.length());
    }
    String there = BratFiles.quote(source, bound.fragments);
    if (!bound.text.equals(there)) {
      throw new FormatException(
          bound.where
              + ": says "
              + Quoted.of(bound.text)
              + ", but the source says "
              + Quoted.of(there));
    }
    Item.Layer layer = Assembler.layer(bound.type, request.profile());
    assembler.add(
        layer,
        Assembler.label(bound.type, layer),
        bound.fragments,
        detail(bound, layer),
        bound.where);
  }

  /** The note, with the status or state that the attribute says. */
  private static Node detail(Bound bound, Item.Layer layer) throws FormatException {
    if (bound.note == null) {
      return null;
    }
    Map<String, Object> detail = new LinkedHashMap<>(bound.note.object());
    if (layer == Item.Layer.RECORD) {
      put(detail, "state", bound.status);
    } else if (layer == Item.Layer.VALUE) {
      Map<String, Object> value = new LinkedHashMap<>(bound.note.get(Item.VALUE).object());
      put(value, "status", bound.status);
      detail.put(Item.VALUE, value);
    }
    return Node.of(detail, bound.where);
  }

  private static void put(Map<String, Object> map, String key, String value) {
    if (!Objects.equals(map.get(key), value)) {
      if (value == null) {
        map.remove(key);
      } else {
        map.put(key, value);
      }
    }
  }
}
