package koetsu.review;

/**
 * What the person is at. Each part may be null where the parts before it say all.
 *
 * @param document name of the document
 * @param record id of the record
 * @param field id of the field of the profile
 * @param index of the value among all values of the field, the refused ones included
 */
public record Selection(String document, String record, String field, int index) {
  public static final Selection NONE = new Selection(null, null, null, 0);

  public static Selection of(String document, String record) {
    return new Selection(document, record, null, 0);
  }

  /** Whether it names a value, not only a record or document. */
  public boolean hasValue() {
    return field != null;
  }
}
