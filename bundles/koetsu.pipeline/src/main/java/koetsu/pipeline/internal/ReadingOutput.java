package koetsu.pipeline.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ContentsLine;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Gap;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import koetsu.api.record.Value;
import koetsu.api.record.Why;

/**
 * Writes down everything about a document, for {@link ReadingInput}: numbers in as few bytes as
 * they need, seven bits in each; places as the distance from the place before; a string at its
 * first occurrence, and what is printed by its place.
 */
public final class ReadingOutput {
  static final int NULL = 0;
  static final int NEW_STRING = 1;
  static final int SLICE = 2;

  /** A string that came before: this and its number. */
  static final int KNOWN_STRING = 3;

  /** Tags of what a map may hold. */
  enum Tag {
    NULL,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    LIST
  }

  private final Map<String, Integer> known = new HashMap<>();
  private final SourceDocument document;
  private byte[] bytes = new byte[1 << 16];
  private int length;
  private int place;

  private ReadingOutput(SourceDocument document) {
    this.document = document;
  }

  /**
   * @throws IllegalArgumentException where a plug-in gave something of a class that has no form
   *     here
   */
  public static byte[] bytes(ParsedDocument reading) {
    ReadingOutput out = new ReadingOutput(reading.document());
    out.document();
    out.list(reading.records(), out::record);
    out.list(reading.gaps(), out::gap);
    out.list(reading.problems(), out::problem);
    out.list(reading.contents(), out::contents);
    return Arrays.copyOf(out.bytes, out.length);
  }

  private void document() {
    string(document.name());
    string(document.sha256());
    string(document.encoding());
    byte[] text = document.text().getBytes(StandardCharsets.UTF_8);
    number(text.length);
    room(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    list(document.lines(), this::line);
  }

  private void line(Line line) {
    boolean whole = line.content().equals(line.span());
    small(
        line.kind().ordinal() << 3
            | (whole ? 4 : 0)
            | (line.cells().isEmpty() ? 0 : 2)
            | (line.pageBreakBefore() ? 1 : 0));
    span(line.span());
    if (!whole) {
      span(line.content());
    }
    number(line.level());
    if (!line.cells().isEmpty()) {
      list(line.cells(), this::span);
    }
  }

  private void record(ParsedRecord record) {
    string(record.id());
    string(record.parent());
    string(record.kind());
    small(record.state().ordinal());
    list(record.spans(), this::span);
    number(record.fields().size());
    record
        .fields()
        .forEach(
            (field, values) -> {
              string(field);
              list(values, this::value);
            });
    list(record.sections(), this::section);
    map(record.extra());
  }

  private void section(Section section) {
    string(section.type());
    list(section.heading(), this::span);
    list(section.body(), this::span);
    map(section.extra());
  }

  private void value(FieldValue value) {
    List<Span> spans = value.spans();
    list(spans, this::span);
    Span whole = spans.isEmpty() ? null : spans.get(0).cover(spans.get(spans.size() - 1));
    printed(value.text(), whole);
    if (value.value() instanceof Value.Slots slots) {
      small(1);
      map(slots.slots());
    } else {
      small(0);
      printed(((Value.Text) value.value()).text(), whole);
    }
    Double confidence = value.confidence();
    small(confidence == null ? 0 : 1);
    if (confidence != null) {
      number(Double.doubleToRawLongBits(confidence));
    }
    string(value.extractor());
    small(value.status().ordinal());
    small(value.why() == null ? 0 : 1);
    if (value.why() != null) {
      why(value.why(), whole);
    }
    map(value.extra());
  }

  private void why(Why why, Span whole) {
    string(why.rule());
    list(why.evidence(), this::evidence);
    list(why.steps(), step -> printed(step, whole));
    list(why.alternatives(), this::value);
  }

  private void evidence(Evidence evidence) {
    string(evidence.role());
    span(evidence.span());
  }

  private void gap(Gap gap) {
    string(gap.kind());
    span(gap.span());
  }

  private void problem(Problem problem) {
    small(problem.severity().ordinal());
    string(problem.source());
    string(problem.message());
    string(problem.record());
    small(problem.span() == null ? 0 : 1);
    if (problem.span() != null) {
      span(problem.span());
    }
  }

  private void contents(ContentsLine line) {
    string(line.title());
    span(line.span());
    string(line.record());
  }

  private <T> void list(List<T> list, Consumer<T> element) {
    number(list.size());
    list.forEach(element);
  }

  private void map(Map<String, ?> map) {
    number(map.size());
    map.forEach(
        (key, content) -> {
          string(key);
          content(content);
        });
  }

  private void content(Object content) {
    if (content == null) {
      tag(Tag.NULL);
    } else if (content instanceof String text) {
      tag(Tag.STRING);
      string(text);
    } else if (content instanceof Long number) {
      tag(Tag.NUMBER);
      number(number);
    } else if (content instanceof Boolean yes) {
      tag(yes ? Tag.TRUE : Tag.FALSE);
    } else if (content instanceof List<?> list) {
      tag(Tag.LIST);
      list(list, this::content);
    } else {
      throw new IllegalArgumentException("no form for a " + content.getClass().getName());
    }
  }

  private void tag(Tag tag) {
    small(tag.ordinal());
  }

  /**
   * @param whole where it may be printed, or null
   */
  private void printed(String text, Span whole) {
    if (text != null && whole != null && isPrinted(text, whole)) {
      number(SLICE);
    } else {
      string(text);
    }
  }

  private boolean isPrinted(String text, Span whole) {
    int begin = document.utf16(whole.begin());
    return document.utf16(whole.end()) - begin == text.length()
        && document.text().startsWith(text, begin);
  }

  private void string(String text) {
    if (text == null) {
      number(NULL);
      return;
    }
    Integer before = known.putIfAbsent(text, known.size());
    if (before != null) {
      number(KNOWN_STRING + before);
      return;
    }
    number(NEW_STRING);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
  }

  private void span(Span span) {
    int distance = span.begin() - place;
    number((distance << 1 ^ distance >> 31) & 0xFFFFFFFFL);
    number(span.length());
    place = span.begin();
  }

  private void number(long number) {
    room(10);
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private void small(int number) {
    room(1);
    bytes[length++] = (byte) number;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
