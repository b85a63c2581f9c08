package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.pipeline.Fence;

/**
 * How much a plug-in may give. Each limit is far above what documents need; what exceeds it is a
 * mistake that would fill the memory or bury a reviewer.
 */
final class Limits {
  /** Fields of one extractor. */
  static final int FIELDS = 1_000;

  /** Values of one extractor in a record that is shorter than that; one a code point in longer. */
  static final int VALUES = 1_000;

  /** Characters of one value: its text or slots, its steps, its rule and the roles of evidence. */
  static final int CHARACTERS = 100_000;

  /** Characters of all values of one extractor in a record, beside those for its length. */
  static final int CHARACTERS_A_RECORD = 1_000_000;

  /** Characters of all values of one extractor for each code point of the record. */
  static final int CHARACTERS_A_CODE_POINT = 200;

  /** Places that one value relies on, and steps to it. */
  static final int EVIDENCE = 1_000;

  /** Records of a document, and parts of each kind in a record. */
  static final int RECORDS = 1_000_000;

  /** Problems of one validator in a document. */
  static final int PROBLEMS = 200_000;

  /** UTF-16 units of a document. */
  static final int DOCUMENT = 1 << 29;

  private Limits() {}

  /**
   * What a plug-in gave, taken out of its hands: its list may be of a class of its own, and
   * endless.
   *
   * @param what the plural of what is in it
   * @throws Fence.Breach where it is null or too long
   */
  static <T> List<T> copy(Collection<? extends T> given, int most, String what)
      throws Fence.Breach {
    if (given == null) {
      throw new Fence.Breach("failed: it gave null for its " + what);
    }
    List<T> copy = new ArrayList<>();
    for (T each : given) {
      if (copy.size() == most) {
        throw new Fence.Breach("failed: it gave more than " + most + " " + what);
      }
      copy.add(each);
    }
    return copy;
  }

  /** A segmentation of a size that can be. */
  static Segmentation checked(Segmentation given) throws Fence.Breach {
    if (given == null) {
      throw new Fence.Breach("gave no segmentation");
    }
    requireAtMost(RECORDS, given.records().size(), "records");
    requireAtMost(RECORDS, given.gaps().size(), "gaps");
    requireAtMost(RECORDS, given.contents().size(), "entries of contents");
    requireAtMost(PROBLEMS, given.problems().size(), "problems");
    for (RecordDraft draft : given.records()) {
      requireAtMost(RECORDS, draft.spans().size(), "spans of a record");
      requireAtMost(RECORDS, draft.sections().size(), "sections of a record");
      requireAtMost(RECORDS, draft.regions().size(), "regions of a record");
    }
    return given;
  }

  /** A document that can be the one that was asked for. */
  static SourceDocument checked(SourceDocument given, LoadRequest request) throws Fence.Breach {
    if (given == null) {
      throw new Fence.Breach("gave no document");
    }
    if (!given.name().equals(request.name())) {
      throw new Fence.Breach("gave a document of another name, " + Fence.shortened(given.name()));
    }
    requireAtMost(DOCUMENT, given.text().length(), "characters");
    int last = 0;
    for (Line line : given.lines()) {
      boolean inside =
          line.span().begin() >= last
              && line.span().contains(line.content())
              && (line.cells().isEmpty() || line.cells().stream().allMatch(line.span()::contains));
      if (!inside || line.span().end() > given.length()) {
        throw new Fence.Breach(
            "gave a document whose line " + (line.number() + 1) + " is not where it can be");
      }
      last = line.span().end();
    }
    return given;
  }

  private static void requireAtMost(int most, int count, String what) throws Fence.Breach {
    if (count > most) {
      throw new Fence.Breach("failed: it gave " + count + " " + what + ", more than " + most);
    }
  }

  /** What is too much in a value, as a clause; null where nothing is. */
  static String fault(FieldValue value) {
    if (value.why().evidence().size() > EVIDENCE || value.why().steps().size() > EVIDENCE) {
      return "it names more than " + EVIDENCE + " places or steps";
    }
    return characters(value) > CHARACTERS ? "it has more than " + CHARACTERS + " characters" : null;
  }

  /** The characters that a value adds to those of its document. */
  static long characters(FieldValue value) {
    long all = characters(value.value());
    Why why = value.why();
    if (why != null) {
      all += why.rule().length();
      for (String step : why.steps()) {
        all += step.length();
      }
      for (Evidence evidence : why.evidence()) {
        all += evidence.role().length();
      }
      for (FieldValue loser : why.alternatives()) {
        all += characters(loser);
      }
    }
    return all;
  }

  private static long characters(Value value) {
    if (value instanceof Value.Text text) {
      return text.text().length();
    }
    long all = 0;
    for (var slot : ((Value.Slots) value).slots().entrySet()) {
      all += slot.getKey().length() + (slot.getValue() instanceof String s ? s.length() : 0);
    }
    return all;
  }
}
