package koetsu.pipeline.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ContentsLine;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Gap;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.record.Why;

/** Reads what {@link ReadingOutput} wrote, and nothing else: whoever asks knows that it did. */
public final class ReadingInput {
  private static final LineKind[] KINDS = LineKind.values();
  private static final RecordState[] STATES = RecordState.values();
  private static final Status[] STATUSES = Status.values();
  private static final Problem.Severity[] SEVERITIES = Problem.Severity.values();
  private static final ReadingOutput.Tag[] TAGS = ReadingOutput.Tag.values();

  private final List<String> known = new ArrayList<>();
  private final byte[] bytes;
  private SourceDocument document;
  private int at;
  private int place;

  private ReadingInput(byte[] bytes, int begin) {
    this.bytes = bytes;
    this.at = begin;
  }

  /** The reading whose bytes begin somewhere in an array. */
  public static ParsedDocument reading(byte[] bytes, int begin) {
    return reading(bytes, begin, text -> {});
  }

  /**
   * The reading whose bytes begin somewhere in an array.
   *
   * @param text is given the text as soon as it is there, before what was said of it
   */
  public static ParsedDocument reading(byte[] bytes, int begin, Consumer<SourceDocument> text) {
    ReadingInput in = new ReadingInput(bytes, begin);
    in.document = in.document();
    text.accept(in.document);
    return new ParsedDocument(
        in.document,
        in.list(in::record),
        in.list(in::gap),
        in.list(in::problem),
        in.list(in::contents));
  }

  private SourceDocument document() {
    String name = string();
    String sha256 = string();
    String encoding = string();
    return new SourceDocument(name, sha256, encoding, utf8(), lines());
  }

  private List<Line> lines() {
    int size = size();
    List<Line> lines = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int flags = bytes[at++];
      Span span = span();
      Span content = (flags & 4) == 0 ? span() : span;
      int level = size();
      List<Span> cells = (flags & 2) == 0 ? List.of() : list(this::span);
      lines.add(new Line(i, span, content, KINDS[flags >> 3], level, cells, (flags & 1) != 0));
    }
    return lines;
  }

  private ParsedRecord record() {
    String id = string();
    String parent = string();
    String kind = string();
    RecordState state = STATES[bytes[at++]];
    List<Span> spans = list(this::span);
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    for (int i = size(); i > 0; i--) {
      fields.put(string(), list(this::value));
    }
    return new ParsedRecord(id, parent, kind, spans, fields, list(this::section), state, map());
  }

  private Section section() {
    return new Section(string(), list(this::span), list(this::span), map());
  }

  private FieldValue value() {
    List<Span> spans = list(this::span);
    Span whole = spans.isEmpty() ? null : spans.get(0).cover(spans.get(spans.size() - 1));
    String text = printed(whole);
    Value value = bytes[at++] == 1 ? Value.of(map()) : Value.of(printed(whole));
    Double confidence = bytes[at++] == 0 ? null : Double.longBitsToDouble(number());
    String extractor = string();
    Status status = STATUSES[bytes[at++]];
    Why why = bytes[at++] == 0 ? null : why(whole);
    return new FieldValue(value, text, spans, confidence, extractor, status, why, map());
  }

  private Why why(Span whole) {
    return new Why(string(), list(this::evidence), list(() -> printed(whole)), list(this::value));
  }

  private Evidence evidence() {
    return new Evidence(string(), span());
  }

  private Gap gap() {
    return new Gap(string(), span());
  }

  private Problem problem() {
    Problem.Severity severity = SEVERITIES[bytes[at++]];
    return new Problem(severity, string(), string(), string(), bytes[at++] == 0 ? null : span());
  }

  private ContentsLine contents() {
    return new ContentsLine(string(), span(), string());
  }

  private <T> List<T> list(Supplier<T> element) {
    int size = size();
    if (size == 0) {
      return List.of();
    }
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(element.get());
    }
    return list;
  }

  private Map<String, Object> map() {
    int size = size();
    if (size == 0) {
      return Map.of();
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(string(), content());
    }
    return map;
  }

  private Object content() {
    return switch (TAGS[bytes[at++]]) {
      case NULL -> null;
      case STRING -> string();
      case NUMBER -> number();
      case TRUE -> true;
      case FALSE -> false;
      case LIST -> list(this::content);
    };
  }

  /**
   * @param whole where it may be printed, or null
   */
  private String printed(Span whole) {
    int form = size();
    return form == ReadingOutput.SLICE ? document.slice(whole) : string(form);
  }

  private String string() {
    return string(size());
  }

  private String string(int form) {
    if (form == ReadingOutput.NULL) {
      return null;
    }
    if (form >= ReadingOutput.KNOWN_STRING) {
      return known.get(form - ReadingOutput.KNOWN_STRING);
    }
    String text = utf8();
    known.add(text);
    return text;
  }

  private String utf8() {
    int length = size();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  private Span span() {
    int distance = (int) number();
    place += distance >>> 1 ^ -(distance & 1);
    return new Span(place, place + size());
  }

  private int size() {
    return (int) number();
  }

  private long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
