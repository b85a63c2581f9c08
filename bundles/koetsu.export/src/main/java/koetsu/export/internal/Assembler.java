package koetsu.export.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Node;
import koetsu.records.RecordFile;
import koetsu.records.RecordJson;

/**
 * Makes records out of {@link Item}s again, also where somebody moved, relabelled, removed or added
 * some in another tool: a place or label that is not the one the detail speaks of wins over it, and
 * an item without a detail belongs to the record around it.
 */
final class Assembler {
  private final SourceDocument document;
  private final Profile profile;
  private final UnaryOperator<List<Span>> rendering;
  private final Map<String, Parts> records = new LinkedHashMap<>();
  private final List<Loose> loose = new ArrayList<>();
  private Map<String, Object> extra = Map.of();

  /** An item that another tool made. */
  private record Loose(Item.Layer layer, String label, List<Span> spans, String where) {}

  /** A value or section as it comes together. */
  private static final class Block {
    private Section section;
    private boolean headed;
    private boolean bodied;
  }

  private static final class Parts {
    private final String where;
    private ParsedRecord record;
    private final Map<String, TreeMap<Long, FieldValue>> values = new LinkedHashMap<>();
    private final TreeMap<Long, Block> sections = new TreeMap<>();
    private boolean declared;

    private Parts(String where) {
      this.where = where;
    }
  }

  /**
   * @param rendering what the format makes of a list of spans when it writes it
   */
  Assembler(SourceDocument document, Profile profile, UnaryOperator<List<Span>> rendering) {
    this.document = document;
    this.profile = profile;
    this.rendering = rendering;
  }

  /** What a tag made by {@link Item.Layer#tag} says; a field if it can be one. */
  static Item.Layer layer(String tag, Profile profile) {
    if (profile.field(tag).isEmpty()) {
      for (Item.Layer layer : Item.Layer.values()) {
        if (layer != Item.Layer.VALUE && tag.startsWith(layer.word() + "-")) {
          return layer;
        }
      }
    }
    return Item.Layer.VALUE;
  }

  /** What a tag names within its layer. */
  static String label(String tag, Item.Layer layer) {
    return layer == Item.Layer.VALUE ? tag : tag.substring(layer.word().length() + 1);
  }

  /**
   * Takes an item.
   *
   * @param spans where the file has it
   * @param detail what {@link Item#detail()} was, or null for an item that another tool made
   * @param where file and line
   */
  void add(Item.Layer layer, String label, List<Span> spans, Node detail, String where)
      throws FormatException {
    if (detail == null) {
      loose.add(new Loose(layer, label, spans, where));
      return;
    }
    switch (layer) {
      case RECORD -> record(label, spans, detail, where);
      case VALUE -> value(label, spans, detail, where);
      case HEADING, BODY -> section(layer, label, spans, detail, where);
    }
  }

  private void record(String kind, List<Span> spans, Node detail, String where)
      throws FormatException {
    RecordFile.checkSchema(detail.get("schema"));
    DocumentInfo about = DocumentInfo.of(detail.get("document"));
    List<String> faults = about.verify(document);
    if (!faults.isEmpty()) {
      throw new FormatException(where + ": " + faults.get(0));
    }
    extra = about.extra();
    Map<String, Object> bare = new LinkedHashMap<>(detail.object());
    bare.keySet().removeAll(Set.of(Item.FIELDS, Item.HIDDEN));
    ParsedRecord said = RecordJson.record(Node.of(bare, where));
    Parts parts = records.computeIfAbsent(said.id(), id -> new Parts(where));
    if (parts.declared) {
      throw new FormatException(where + ": the record " + said.id() + " is here for a second time");
    }
    parts.declared = true;
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    for (String field : detail.get(Item.FIELDS).strings()) {
      fields.put(field, List.of());
    }
    parts.record = said.withKind(kind).withSpans(placed(said.spans(), spans)).withFields(fields);
    for (Node hidden : detail.get(Item.HIDDEN).elements()) {
      add(
          hidden.get(Item.LAYER).oneOf(Item.Layer.class, Item.Layer.VALUE),
          hidden.get(Item.LABEL).string(),
          List.of(),
          hidden.get(Item.DETAIL),
          where);
    }
  }

  private void value(String field, List<Span> spans, Node detail, String where)
      throws FormatException {
    Parts parts = owner(detail, where);
    Node content = detail.get(Item.VALUE);
    FieldValue said = RecordJson.fieldValue(content);
    List<Span> placed = placed(said.spans(), spans);
    String printed = placed.isEmpty() ? null : slice(placed, where);
    FieldValue value = said;
    if (!placed.equals(said.spans())) {
      value = moved(said, placed, printed, where);
    } else if (!content.keys().contains("text") && printed != null) {
      value = with(said, said.value(), printed, placed, said.status());
    }
    long index = detail.get(Item.INDEX).integer();
    if (parts.values.computeIfAbsent(field, f -> new TreeMap<>()).putIfAbsent(index, value)
        != null) {
      throw new FormatException(
          where + ": " + field + "[" + index + "] of this record is here for a second time");
    }
  }

  /** A text that read as its old place did reads as the new one does. */
  private FieldValue moved(FieldValue said, List<Span> placed, String printed, String where)
      throws FormatException {
    Value value = said.value();
    if (value instanceof Value.Text text
        && !said.spans().isEmpty()
        && text.text().equals(joined(said.spans(), where))) {
      value = Value.of(joined(placed, where));
    }
    Status status = said.status() == Status.ADDED ? Status.ADDED : Status.CORRECTED;
    return with(said, value, printed, placed, status);
  }

  private static FieldValue with(
      FieldValue old, Value value, String text, List<Span> spans, Status status) {
    return new FieldValue(
        value, text, spans, old.confidence(), old.extractor(), status, null, old.extra());
  }

  private void section(Item.Layer layer, String type, List<Span> spans, Node detail, String where)
      throws FormatException {
    Parts parts = owner(detail, where);
    long index = detail.get(Item.INDEX).integer();
    Section said = RecordJson.section(detail.get(Item.SECTION));
    Block block = parts.sections.computeIfAbsent(index, i -> new Block());
    boolean heading = layer == Item.Layer.HEADING;
    if (heading ? block.headed : block.bodied) {
      throw new FormatException(
          where
              + ": the "
              + layer.word()
              + " of section "
              + index
              + " of this record is here for a second time");
    }
    Section before =
        block.section == null
            ? new Section(type, List.of(), List.of(), said.extra())
            : block.section;
    if (heading) {
      block.headed = true;
      block.section = new Section(type, placed(said.heading(), spans), before.body(), said.extra());
    } else {
      block.bodied = true;
      block.section = new Section(type, before.heading(), placed(said.body(), spans), said.extra());
    }
  }

  private Parts owner(Node detail, String where) throws FormatException {
    return records.computeIfAbsent(detail.get(Item.RECORD_KEY).string(), id -> new Parts(where));
  }

  /** The spans of the detail, unless the file shows others. */
  private List<Span> placed(List<Span> said, List<Span> found) {
    return rendering.apply(said).equals(found) ? said : found;
  }

  private String slice(List<Span> spans, String where) throws FormatException {
    Span cover = Item.cover(spans);
    if (cover.end() > document.length()) {
      throw beyond(cover, where);
    }
    return document.slice(cover);
  }

  /** The text of the spans without line breaks, as a value is read. */
  private String joined(List<Span> spans, String where) throws FormatException {
    slice(spans, where);
    return spans.stream()
        .map(document::slice)
        .collect(Collectors.joining())
        .replaceAll("[\\r\\n]", "");
  }

  private FormatException beyond(Span span, String where) {
    return new FormatException(
        where
            + ": a place ends at "
            + span.end()
            + ", beyond the end of "
            + document.name()
            + " at "
            + document.length());
  }

  /** A record and where the input speaks of it. */
  record Placed(ParsedRecord record, String where) {}

  /** Keys about the document that no version knows. */
  Map<String, Object> extra() {
    return extra;
  }

  /** The records, once every item was added. */
  List<Placed> records() throws FormatException {
    for (Loose item : loose) {
      if (item.layer() == Item.Layer.RECORD) {
        addRecord(item);
      }
    }
    for (Map.Entry<String, Parts> each : records.entrySet()) {
      if (each.getValue().record == null) {
        throw new FormatException(
            each.getValue().where
                + ": belongs to the record "
                + each.getKey()
                + ", which is not in the file");
      }
    }
    for (Loose item : loose) {
      if (item.layer() != Item.Layer.RECORD) {
        addLoose(item);
      }
    }
    List<Placed> all = new ArrayList<>();
    records.values().forEach(parts -> all.add(new Placed(whole(parts), parts.where)));
    if (loose.stream().anyMatch(i -> i.layer() == Item.Layer.RECORD)) {
      all.sort(Comparator.comparingInt(p -> p.record().begin()));
    }
    return all;
  }

  private static ParsedRecord whole(Parts parts) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>(parts.record.fields());
    parts.values.forEach((field, values) -> fields.put(field, List.copyOf(values.values())));
    List<Section> sections = new ArrayList<>();
    parts.sections.values().forEach(block -> sections.add(block.section));
    return parts.record.withFields(fields).withSections(sections);
  }

  private void addRecord(Loose item) {
    int number = records.size() + 1;
    while (records.containsKey("n" + number)) {
      number++;
    }
    Parts parts = new Parts(item.where());
    parts.record =
        new ParsedRecord(
            "n" + number,
            null,
            item.label(),
            item.spans(),
            Map.of(),
            List.of(),
            RecordState.UNTOUCHED,
            Map.of());
    records.put(parts.record.id(), parts);
  }

  private void addLoose(Loose item) throws FormatException {
    if (item.spans().isEmpty()) {
      throw new FormatException(item.where() + ": says neither which record it is of, nor a place");
    }
    Parts parts = around(item);
    if (item.layer() == Item.Layer.VALUE) {
      addValue(item, parts);
      return;
    }
    boolean heading = item.layer() == Item.Layer.HEADING;
    Block block = new Block();
    if (!heading && !parts.sections.isEmpty()) {
      Block last = parts.sections.lastEntry().getValue();
      if (last.headed && !last.bodied && last.section.type().equals(item.label())) {
        last.bodied = true;
        last.section =
            new Section(item.label(), last.section.heading(), item.spans(), last.section.extra());
        return;
      }
    }
    block.headed = heading;
    block.bodied = !heading;
    block.section =
        heading
            ? new Section(item.label(), item.spans(), List.of())
            : new Section(item.label(), List.of(), item.spans());
    parts.sections.put(parts.sections.isEmpty() ? 0 : parts.sections.lastKey() + 1, block);
  }

  private void addValue(Loose item, Parts parts) throws FormatException {
    FieldDefinition field = profile.field(item.label()).orElse(null);
    if (field != null && !field.slots().isEmpty()) {
      throw new FormatException(
          item.where()
              + ": a value of "
              + item.label()
              + " that was added elsewhere has a place only; it also needs "
              + field.slots().stream().map(s -> s.id()).collect(Collectors.joining(", "))
              + "; add it in Koetsu");
    }
    TreeMap<Long, FieldValue> values =
        parts.values.computeIfAbsent(item.label(), f -> new TreeMap<>());
    values.put(
        values.isEmpty() ? 0 : values.lastKey() + 1,
        new FieldValue(
            Value.of(joined(item.spans(), item.where())),
            slice(item.spans(), item.where()),
            item.spans(),
            null,
            null,
            Status.ADDED,
            null,
            Map.of()));
  }

  private Parts around(Loose item) throws FormatException {
    int begin = item.spans().get(0).begin();
    return records.values().stream()
        .filter(p -> p.record.spans().stream().anyMatch(s -> s.contains(begin)))
        .min(Comparator.comparingInt(p -> Item.cover(p.record.spans()).length()))
        .orElseThrow(
            () ->
                new FormatException(
                    item.where()
                        + ": "
                        + item.label()
                        + " stands in no record; mark one around it"));
  }
}
