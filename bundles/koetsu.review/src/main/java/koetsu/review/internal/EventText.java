package koetsu.review.internal;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.project.Change;
import koetsu.project.DocumentState;
import koetsu.project.Event;
import koetsu.project.EventType;
import koetsu.records.DocumentInfo;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.ValueFormat;
import koetsu.workbench.Messages;

/** Says in the language of the window what an event did. */
final class EventText {
  private final ReviewSession session;
  private final Profile profile;

  EventText(ReviewSession session) {
    this.session = session;
    this.profile = session.profile();
  }

  static String time(Event event) {
    return Texts.of("time", Date.from(event.time()));
  }

  /** What the person did; the name in the log where only a newer version knows what that is. */
  static String act(Event event) {
    String type = event.type();
    if (!EventType.isKnown(type)) {
      return type;
    }
    return Texts.of("event." + (type.startsWith(EventType.BULK + ".") ? EventType.BULK : type));
  }

  /** What was done, said of one change: with a value the record's state goes on by itself. */
  static String act(Event event, Change change) {
    boolean byItself = change instanceof Change.OfRecord && event.type().startsWith("value.");
    return byItself ? Texts.of("event." + EventType.STATE) : act(event);
  }

  /** The field that a change is about, or what else of a record or document. */
  String part(Change change) {
    if (change instanceof Change.OfValue value) {
      return field(value.field());
    }
    return Texts.of(
        change instanceof Change.OfRecord
            ? "change.record"
            : change instanceof Change.OfNote
                ? "change.note"
                : change instanceof Change.OfRegion
                    ? "change.region"
                    : change instanceof Change.OfEdition
                        ? "change.edition"
                        : change instanceof Change.OfConflict
                            ? "change.conflict"
                            : "change.unknown");
  }

  String field(String id) {
    return profile.field(id).map(f -> Messages.label(f.labels(), f.id())).orElse(id);
  }

  /** What was there before and what is there after a change. */
  String effect(Change change) {
    if (change instanceof Change.OfValue value) {
      return step(decided(value.field(), value.before()), decided(value.field(), value.after()));
    }
    if (change instanceof Change.OfRecord record) {
      return step(state(record.before()), state(record.after()));
    }
    if (change instanceof Change.OfNote note) {
      return step(
          note.before() == null ? "" : note.before().text(),
          note.after() == null ? "" : note.after().text());
    }
    if (change instanceof Change.OfRegion region) {
      return step(
          place(change.document(), region.before()), place(change.document(), region.after()));
    }
    if (change instanceof Change.OfEdition edition) {
      return step(abridged(edition.before().sha256()), abridged(edition.after().sha256()));
    }
    if (change instanceof Change.OfConflict conflict) {
      return Texts.of(conflict.settled() ? "conflict.settled" : "conflict.open");
    }
    return "";
  }

  /** What the machine had said where the change was made; empty where that is not known. */
  String machine(Change change) {
    return change instanceof Change.OfValue value && value.machine() != null
        ? value(value.field(), value.machine())
            + (value.machine().extractor() == null ? "" : " · " + value.machine().extractor())
        : "";
  }

  private String decided(String field, FieldValue value) {
    return value == null ? "" : value(field, value) + " (" + Glyphs.text(value) + ")";
  }

  /** The content of a value on one line. */
  String value(String field, FieldValue value) {
    return profile
        .field(field)
        .map(f -> line(f, value))
        .orElseGet(() -> value.value().toString().replaceAll("\\R", " "));
  }

  private static String line(FieldDefinition field, FieldValue value) {
    String line = ValueFormat.line(field, value.value());
    return line.isEmpty() ? "–" : line;
  }

  private String place(DocumentInfo document, Span span) {
    return span == null ? "" : place(document.name(), List.of(span));
  }

  /** The lines that places of a document are on; without the document, its characters. */
  String place(String document, List<Span> spans) {
    if (spans.isEmpty()) {
      return "–";
    }
    Span all = spans.get(0).cover(spans.get(spans.size() - 1));
    return session
        .document(document)
        .flatMap(OpenDocument::ready)
        .map(DocumentState::document)
        .filter(source -> all.end() <= source.length())
        .map(source -> place(source, all))
        .orElseGet(() -> Texts.of("place.characters", all.begin(), all.end()));
  }

  private static String place(SourceDocument source, Span span) {
    Line first = source.lineAt(span.begin());
    Line last = source.lineAt(Math.max(span.begin(), span.end() - 1));
    return first.equals(last)
        ? Texts.of(
            "place.line",
            first.number() + 1,
            span.begin() - first.span().begin() + 1,
            span.end() - first.span().begin())
        : Texts.of("place.lines", first.number() + 1, last.number() + 1);
  }

  /** State of a record; empty for none. */
  static String state(ParsedRecord record) {
    return record == null
        ? ""
        : Texts.of("record.state." + record.state().name().toLowerCase(Locale.ROOT));
  }

  /** The name of a kind of records. */
  String kind(String id) {
    return profile.kinds().stream()
        .filter(k -> k.id().equals(id))
        .map(k -> Messages.label(k.labels(), k.id()))
        .findFirst()
        .orElse(id);
  }

  /** The name of a type of sections. */
  String section(String id) {
    return profile.sections().stream()
        .filter(s -> s.id().equals(id))
        .map(s -> Messages.label(s.labels(), s.id()))
        .findFirst()
        .orElse(id);
  }

  private static String abridged(String sha256) {
    return sha256.substring(0, Math.min(8, sha256.length()));
  }

  private static String step(String before, String after) {
    return before.equals(after)
        ? after
        : (before.isEmpty() ? "∅" : before) + " → " + (after.isEmpty() ? "∅" : after);
  }
}
