package koetsu.project;

import java.util.Objects;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.records.DocumentInfo;

/**
 * What an event does to one record, with the state before and after, so that it can be undone and a
 * merge can see that it no longer fits.
 */
public sealed interface Change {
  /** The document, as it was when the change was made. */
  DocumentInfo document();

  /** Permanent id of the record within the document. */
  String record();

  /** The change that takes this one back. */
  Change inverse();

  /**
   * A value of a field is replaced, added or taken away.
   *
   * @param before the value that goes, or null where one is added
   * @param after the value that comes, or null where one is taken away
   * @param machine what the machine had said in this place, or null
   */
  record OfValue(
      DocumentInfo document,
      String record,
      String field,
      FieldValue before,
      FieldValue after,
      FieldValue machine)
      implements Change {
    public OfValue {
      Objects.requireNonNull(document);
      Objects.requireNonNull(record);
      Objects.requireNonNull(field);
    }

    @Override
    public Change inverse() {
      return new OfValue(document, record, field, after, before, machine);
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
    }

    @Override
    public Change inverse() {
      return new OfRecord(document, record, after, before);
    }
  }
}
