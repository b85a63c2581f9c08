package koetsu.export.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.Losses;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.records.DocumentInfo;
import koetsu.records.Node;
import koetsu.records.RecordFile;
import koetsu.records.RecordJson;

/**
 * One thing that is said about places of a document: what formats made of labelled spans hold.
 *
 * @param layer what kind of thing
 * @param label id of the kind, field or section type
 * @param record id of the record it belongs to
 * @param place the record, and the field with an index, for messages
 * @param spans its places, ascending; empty for a value that has none
 * @param detail everything about it as JSON, the spans included: what {@link Assembler} needs to
 *     make the same of it again
 */
record Item(
    Layer layer,
    String label,
    String record,
    String place,
    List<Span> spans,
    Map<String, Object> detail) {

  /** The kinds of things; their words stand in files. */
  enum Layer {
    RECORD,
    VALUE,
    HEADING,
    BODY;

    String word() {
      return Node.name(this);
    }

    /**
     * The label that stands for a kind of thing where a format has nothing but labels: the bare
     * field for a value, else with the layer before it.
     */
    String tag(String label) {
      return this == VALUE ? label : word() + "-" + label;
    }
  }

  static final String RECORD_KEY = "record";
  static final String FIELD = "field";
  static final String INDEX = "index";
  static final String VALUE = "value";
  static final String SECTION = "section";
  static final String FIELDS = "fields";
  static final String HIDDEN = "hidden";
  static final String LAYER = "layer";
  static final String LABEL = "label";
  static final String DETAIL = "detail";

  /** Every record with its values and sections after it, in the order of the records. */
  static List<Item> of(AnnotatedDocument in) {
    List<Item> items = new ArrayList<>();
    for (ParsedRecord record : in.records()) {
      items.add(record(record, in));
      record
          .fields()
          .forEach(
              (field, values) -> {
                for (int i = 0; i < values.size(); i++) {
                  items.add(value(record, field, i, values.get(i), in.document()));
                }
              });
      for (int i = 0; i < record.sections().size(); i++) {
        section(record, i, items);
      }
    }
    return items;
  }

  /**
   * The items that a format can show. What it cannot goes into the detail of its record, so that
   * {@link Assembler} finds it there; what belongs to a record that cannot be shown is left out.
   *
   * @param in where the items are of, for the losses
   * @param shown whether the format has a form for an item
   */
  static List<Item> shown(
      List<Item> items, Predicate<Item> shown, AnnotatedDocument in, Losses losses) {
    Map<String, List<Object>> hidden = new HashMap<>();
    List<Item> visible = new ArrayList<>();
    for (Item item : items) {
      String place = in.document().name() + " " + item.place();
      if (item.layer() == Layer.RECORD) {
        if (shown.test(item)) {
          hidden.put(item.record(), new ArrayList<>());
          visible.add(item);
        } else {
          losses.add("record that stands on no characters, left out", place);
        }
      } else if (!hidden.containsKey(item.record())) {
        losses.add(item.layer().word() + " of a record that is left out, left out", place);
      } else if (shown.test(item)) {
        visible.add(item);
      } else {
        losses.add(
            item.layer().word() + " that stands on no characters, kept with its record only",
            place);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(LAYER, item.layer().word());
        json.put(LABEL, item.label());
        json.put(DETAIL, item.detail());
        hidden.get(item.record()).add(json);
      }
    }
    return visible.stream()
        .map(i -> i.layer() == Layer.RECORD ? i.with(hidden.get(i.record())) : i)
        .toList();
  }

  private Item with(List<Object> hidden) {
    if (hidden.isEmpty()) {
      return this;
    }
    Map<String, Object> changed = new LinkedHashMap<>(detail);
    changed.put(HIDDEN, hidden);
    return new Item(layer, label, record, place, spans, changed);
  }

  private static Item record(ParsedRecord record, AnnotatedDocument in) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("schema", RecordFile.SCHEMA);
    detail.put("document", DocumentInfo.of(in.document(), in.extra()).toJson());
    detail.putAll(RecordJson.toJson(record.withSections(List.of())));
    detail.put(FIELDS, List.copyOf(record.fields().keySet()));
    detail.remove("sections");
    return new Item(Layer.RECORD, record.kind(), record.id(), record.id(), record.spans(), detail);
  }

  private static Item value(
      ParsedRecord record, String field, int index, FieldValue value, SourceDocument document) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put(RECORD_KEY, record.id());
    detail.put(FIELD, field);
    detail.put(INDEX, (long) index);
    Map<String, Object> content = RecordJson.toJson(value);
    if (!value.spans().isEmpty()) {
      String printed = document.slice(cover(value.spans()));
      if (printed.equals(value.text())) {
        content.remove("text");
      } else {
        content.put("text", value.text());
      }
    }
    detail.put(VALUE, content);
    return new Item(
        Layer.VALUE, field, record.id(), place(record, field, index), value.spans(), detail);
  }

  private static void section(ParsedRecord record, int index, List<Item> items) {
    Section section = record.sections().get(index);
    String place = place(record, "sections", index);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put(RECORD_KEY, record.id());
    detail.put(INDEX, (long) index);
    detail.put(SECTION, RecordJson.toJson(section));
    boolean headed = !section.heading().isEmpty();
    if (headed) {
      items.add(
          new Item(Layer.HEADING, section.type(), record.id(), place, section.heading(), detail));
    }
    if (!section.body().isEmpty() || !headed) {
      items.add(new Item(Layer.BODY, section.type(), record.id(), place, section.body(), detail));
    }
  }

  static String place(ParsedRecord record, String field, int index) {
    return record.id() + " " + field + "[" + index + "]";
  }

  /** From the first begin to the last end. */
  static Span cover(List<Span> spans) {
    return new Span(spans.get(0).begin(), spans.get(spans.size() - 1).end());
  }
}
