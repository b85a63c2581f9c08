package koetsu.project;

import java.util.Set;

/** What a person can do, as it is named in the log. */
public final class EventType {
  public static final String ACCEPT = "value.accept";
  public static final String CORRECT = "value.correct";
  public static final String ADD = "value.add";
  public static final String REJECT = "value.reject";

  /** A value takes another place among those of its field. */
  public static final String ORDER = "value.order";

  public static final String REVIEW = "record.review";
  public static final String STATE = "record.state";
  public static final String KIND = "record.kind";
  public static final String PARENT = "record.parent";

  /** A boundary is moved or the spans are drawn anew. */
  public static final String EXTENT = "record.extent";

  /** Sections are re-typed, moved, added or taken away. */
  public static final String SECTIONS = "record.sections";

  public static final String SPLIT = "record.split";
  public static final String MERGE = "record.merge";
  public static final String NEW_RECORD = "record.add";
  public static final String REJECT_RECORD = "record.reject";
  public static final String NOTE = "note";
  public static final String EMPTY_REGION = "region.empty";
  public static final String BULK = "bulk";
  public static final String IMPORT = "gold.import";

  /** Decisions are moved to a new edition of their source. */
  public static final String REBASE = "gold.rebase";

  public static final String SETTLE = "conflict.settle";
  public static final String UNDO = Event.UNDO;
  public static final String REDO = Event.REDO;

  private static final Set<String> KNOWN =
      Set.of(
          ACCEPT,
          CORRECT,
          ADD,
          REJECT,
          ORDER,
          REVIEW,
          STATE,
          KIND,
          PARENT,
          EXTENT,
          SECTIONS,
          SPLIT,
          MERGE,
          NEW_RECORD,
          REJECT_RECORD,
          NOTE,
          EMPTY_REGION,
          BULK,
          IMPORT,
          REBASE,
          SETTLE,
          UNDO,
          REDO);

  private EventType() {}

  /** Whether this version makes events of a type; bulk edits may say more after a dot. */
  public static boolean isKnown(String type) {
    return KNOWN.contains(type) || type.startsWith(BULK + ".");
  }
}
