package koetsu.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.records.DocumentInfo;

/**
 * What an event does to one thing in one document, with the state before and after, so that it can
 * be undone and a merge can see that it no longer fits.
 */
public sealed interface Change {
  /** The document, in the edition the change was made on. */
  DocumentInfo document();

  /** Permanent id of the record, or null where the change concerns the document itself. */
  String record();

  /** The change that takes this one back. */
  Change inverse();

  /**
   * A value of a field is replaced, added or taken away.
   *
   * @param extent where the record was when the change was made: two reviewers whose machines
   *     number differently may mean different records by one id
   * @param before the value that goes, or null where one is added
   * @param after the value that comes, or null where one is taken away
   * @param machine what the machine had said in this place, or null
   */
  record OfValue(
      DocumentInfo document,
      String record,
      List<Span> extent,
      String field,
      FieldValue before,
      FieldValue after,
      FieldValue machine)
      implements Change {
    public OfValue {
      Objects.requireNonNull(document);
      Objects.requireNonNull(record);
      Objects.requireNonNull(field);
      extent = List.copyOf(extent);
    }

    @Override
    public Change inverse() {
      return new OfValue(document, record, extent, field, after, before, machine);
    }
  }

  /**
   * A record appears in the project's keeping, is replaced as a whole, or goes.
   *
   * @param before the record that goes, or null
   * @param after the record that comes, or null
   */
  record OfRecord(DocumentInfo document, String record, ParsedRecord before, ParsedRecord after)
      implements Change {
    public OfRecord {
      Objects.requireNonNull(document);
      Objects.requireNonNull(record);
      if (before == null && after == null) {
        throw new IllegalArgumentException("nothing before and nothing after");
      }
    }

    @Override
    public Change inverse() {
      return new OfRecord(document, record, after, before);
    }
  }

  /**
   * A note is put, changed or taken away.
   *
   * @param extent where the record was when the change was made
   * @param before the note that goes, or null
   * @param after the note that comes, or null
   */
  record OfNote(DocumentInfo document, String record, List<Span> extent, Note before, Note after)
      implements Change {
    public OfNote {
      Objects.requireNonNull(document);
      Objects.requireNonNull(record);
      extent = List.copyOf(extent);
      if (before == null && after == null) {
        throw new IllegalArgumentException("nothing before and nothing after");
      }
    }

    @Override
    public Change inverse() {
      return new OfNote(document, record, extent, after, before);
    }
  }

  /**
   * A person says of a stretch of the document that no record is there, or takes that back.
   *
   * @param before the stretch that was said to be empty, or null
   * @param after the stretch that is said to be empty, or null
   */
  record OfRegion(DocumentInfo document, Span before, Span after) implements Change {
    public OfRegion {
      Objects.requireNonNull(document);
      if (before == null && after == null) {
        throw new IllegalArgumentException("nothing before and nothing after");
      }
    }

    @Override
    public String record() {
      return null;
    }

    @Override
    public Change inverse() {
      return new OfRegion(document, after, before);
    }
  }

  /**
   * The decisions on a document move to another edition of it; the changes that follow in the same
   * event say where to.
   */
  record OfEdition(DocumentInfo before, DocumentInfo after) implements Change {
    public OfEdition {
      Objects.requireNonNull(before);
      Objects.requireNonNull(after);
    }

    @Override
    public DocumentInfo document() {
      return after;
    }

    @Override
    public String record() {
      return null;
    }

    @Override
    public Change inverse() {
      return new OfEdition(after, before);
    }
  }

  /**
   * A conflict is declared settled, or open again.
   *
   * @param conflict its id
   */
  record OfConflict(DocumentInfo document, String record, String conflict, boolean settled)
      implements Change {
    public OfConflict {
      Objects.requireNonNull(document);
      Objects.requireNonNull(conflict);
    }

    @Override
    public Change inverse() {
      return new OfConflict(document, record, conflict, !settled);
    }
  }

  /**
   * A change of a kind that a newer version made: kept as it is, and without effect here.
   *
   * @param json as it stands in the log
   */
  record Unknown(DocumentInfo document, String record, Map<String, Object> json) implements Change {
    public Unknown {
      Objects.requireNonNull(document);
      json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    @Override
    public Change inverse() {
      throw new IllegalStateException("a change of an unknown kind cannot be taken back");
    }
  }
}
