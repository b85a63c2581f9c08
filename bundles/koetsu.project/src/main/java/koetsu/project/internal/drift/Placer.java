package koetsu.project.internal.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.project.drift.Anchor;
import koetsu.project.drift.Outcome;
import koetsu.project.drift.Placement;

/** Places anchors of one edition in another, by the map of their characters. */
public final class Placer {
  /** How many characters on each side are a place's context. */
  private static final int CONTEXT = 20;

  /** A record of which less than this share is left is not the same one any more. */
  private static final double SAME_RECORD = 0.4;

  /** From this share on nobody need look at a record as a whole. */
  private static final double SURE_RECORD = 0.85;

  /** The same for a record that stands elsewhere. */
  private static final double SURE_MOVED_RECORD = 0.95;

  /** A record that stands elsewhere, and of which so much stands there twice, may be either. */
  private static final double DOUBLED = 0.3;

  /** What of a place may be found elsewhere by chance. */
  private static final double MOST_ELSEWHERE = 0.04;

  /** How sure a place can be at most that may be elsewhere. */
  private static final double DOUBTFUL = 0.5;

  /** A place with less than this share of its context on its better side may be anywhere. */
  private static final double SURE_CONTEXT = 0.6;

  /** Of a text that is a place and no value, so much must be left. */
  private static final double SURE_TEXT = 0.7;

  /** How many characters at the edge of a long text must be found for it to begin or end there. */
  private static final int EDGE = 8;

  private final FoldedText old;
  private final FoldedText fresh;
  private final TextMap map;

  private final List<Anchor> anchors;

  public Placer(String old, String fresh, List<Anchor> anchors) {
    this.old = new FoldedText(old);
    this.fresh = new FoldedText(fresh);
    this.anchors = anchors;
    for (Anchor anchor : anchors) {
      if (anchor.part() == Anchor.Part.EXTENT) {
        for (Span span : anchor.spans()) {
          this.old.mark(span.begin());
          this.old.mark(span.end());
        }
      }
    }
    this.map = new TextMap(this.old, this.fresh);
  }

  /** One placement for each anchor, in their order. */
  public List<Placement> place() {
    Map<String, Placement> records = new HashMap<>();
    for (Anchor anchor : anchors) {
      if (anchor.part() == Anchor.Part.EXTENT) {
        records.put(anchor.record(), place(anchor));
      }
    }
    List<Placement> placements = new ArrayList<>();
    for (Anchor anchor : anchors) {
      Placement record = anchor.record() == null ? null : records.get(anchor.record());
      placements.add(anchor.part() == Anchor.Part.EXTENT ? record : checked(place(anchor), record));
    }
    return placements;
  }

  /** What belongs to a record cannot be surer than the record, nor leave it. */
  private static Placement checked(Placement placement, Placement record) {
    Anchor anchor = placement.anchor();
    if (record == null || placement.outcome() == Outcome.LOST) {
      return placement;
    }
    boolean inside = overlap(anchor.spans(), record.anchor().spans());
    if (!inside) {
      return placement;
    }
    if (record.outcome() == Outcome.LOST) {
      return new Placement(anchor, Outcome.LOST, placement.score(), true, List.of());
    }
    boolean strays = !overlap(placement.spans(), record.spans());
    boolean asks = placement.asks() || strays || record.score() < SURE_RECORD;
    return new Placement(
        anchor,
        placement.outcome(),
        Math.min(placement.score(), record.score()),
        asks,
        placement.spans());
  }

  private static boolean overlap(List<Span> one, List<Span> other) {
    return one.stream().anyMatch(a -> other.stream().anyMatch(a::overlaps));
  }

  private Placement place(Anchor anchor) {
    List<Span> spans = new ArrayList<>();
    Outcome worst = Outcome.EXACT;
    double score = 1;
    boolean asks = false;
    for (Span span : anchor.spans()) {
      Found found = find(span, anchor.part());
      if (found.outcome == Outcome.LOST) {
        return new Placement(anchor, Outcome.LOST, found.score, true, List.of());
      }
      worst = worst.compareTo(found.outcome) > 0 ? worst : found.outcome;
      score = Math.min(score, found.score);
      asks |= found.asks;
      spans.add(found.span);
    }
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).begin() < spans.get(i - 1).end()) {
        // The pieces of a place have changed their order: then it is another place.
        return new Placement(anchor, Outcome.LOST, score, true, List.of());
      }
    }
    return new Placement(anchor, worst, score, asks, spans);
  }

  private record Found(Outcome outcome, double score, boolean asks, Span span) {
    static Found lost(double score) {
      return new Found(Outcome.LOST, score, true, null);
    }
  }

  private Found find(Span span, Anchor.Part part) {
    int begin = old.before(span.begin());
    int end = old.before(span.end());
    if (begin == end) {
      return Found.lost(0);
    }
    int run = mainRun(begin, end);
    List<Integer> found = new ArrayList<>();
    int elsewhere = 0;
    for (int i = begin; i < end; i++) {
      if (map.map(i) != TextMap.NONE) {
        if (map.run(i) == run) {
          found.add(i);
        } else {
          elsewhere++;
        }
      }
    }
    boolean torn = elsewhere > MOST_ELSEWHERE * (found.size() + elsewhere);
    found = withoutStragglers(found);
    if (found.isEmpty()) {
      return Found.lost(0);
    }
    int first = found.get(0);
    int last = found.get(found.size() - 1);
    int low = map.map(first);
    int high = map.map(last);
    int same = (int) found.stream().filter(map::same).count();
    int length = end - begin;
    double similarity = 2.0 * same / (length + high - low + 1);
    double kept = (double) same / length;
    if (similarity < SAME_RECORD) {
      return Found.lost(similarity);
    }
    Span there = new Span(fresh.source(low), fresh.source(high) + 1);
    boolean equal = same == length && high - low + 1 == length;
    double context = Math.max(context(begin, map.map(first), -1), context(end, high, 1));
    Outcome outcome = !equal ? Outcome.CHANGED : map.inOrder(run) ? Outcome.EXACT : Outcome.MOVED;
    // A long text needs no context to be itself.
    double support = Math.min(1, context + Math.max(0, kept * length - 2 * CONTEXT) / CONTEXT);
    boolean sure =
        part == Anchor.Part.VALUE
            ? equal && support >= SURE_CONTEXT
            : firm(begin, end, first, last)
                && similarity >= (part == Anchor.Part.EXTENT ? SURE_RECORD : SURE_TEXT)
                && support >= SURE_CONTEXT;
    double score = Math.min(similarity, support);
    if (torn || part == Anchor.Part.EXTENT && !map.inOrder(run) && strays(begin, end, similarity)) {
      return new Found(Outcome.CHANGED, Math.min(score, DOUBTFUL), true, there);
    }
    return new Found(outcome, score, !sure, there);
  }

  /** Whether a record that stands elsewhere may well be another one. */
  private boolean strays(int begin, int end, double similarity) {
    return similarity < SURE_MOVED_RECORD || map.doubled(begin, end) > DOUBLED;
  }

  /** A few characters at an edge that are far from all the others are there by chance. */
  private List<Integer> withoutStragglers(List<Integer> found) {
    int begin = 0;
    int end = found.size();
    for (int i = 1; i < found.size() && i <= EDGE; i++) {
      if (jump(found, i) > CONTEXT) {
        begin = i;
      }
    }
    for (int i = found.size() - 1; i > begin && i >= found.size() - EDGE; i--) {
      if (jump(found, i) > CONTEXT) {
        end = i;
      }
    }
    return found.subList(begin, end);
  }

  /** How much came in between a found character and the one before it. */
  private int jump(List<Integer> found, int index) {
    int came = map.map(found.get(index)) - map.map(found.get(index - 1));
    return came - (found.get(index) - found.get(index - 1));
  }

  /** The run that most of a stretch went to. */
  private int mainRun(int begin, int end) {
    Map<Integer, Integer> counts = new HashMap<>();
    int best = TextMap.NONE;
    for (int i = begin; i < end; i++) {
      if (map.map(i) != TextMap.NONE) {
        int count = counts.merge(map.run(i), 1, Integer::sum);
        if (count > counts.getOrDefault(best, 0)) {
          best = map.run(i);
        }
      }
    }
    return best;
  }

  /** Whether both ends of a stretch are where they were, a few wrong characters forgiven. */
  private boolean firm(int begin, int end, int first, int last) {
    int edge = Math.min(EDGE, end - begin);
    int atBegin = 0;
    int atEnd = 0;
    for (int i = 0; i < edge; i++) {
      atBegin += map.same(begin + i) ? 1 : 0;
      atEnd += map.same(end - 1 - i) ? 1 : 0;
    }
    return first == begin && last == end - 1 && 2 * atBegin >= edge && 2 * atEnd >= edge;
  }

  /**
   * The share of the characters beside a place that stand beside it still.
   *
   * @param edge of the place in the old text: its first character, or the one behind its last
   * @param there the first or last character of the place in the new text
   * @param direction -1 for what precedes, 1 for what follows
   */
  private double context(int edge, int there, int direction) {
    int found = 0;
    int looked = 0;
    int i = direction < 0 ? edge - 1 : edge;
    int at = there;
    while (looked < CONTEXT && i >= 0 && i < old.length()) {
      int to = map.map(i);
      // A few characters may have come or gone in between.
      if (to != TextMap.NONE
          && map.same(i)
          && (to - at) * direction > 0
          && (to - at) * direction <= CONTEXT / 2) {
        found++;
        at = to;
      }
      looked++;
      i += direction;
    }
    return looked == 0 ? 1 : (double) found / Math.max(looked, CONTEXT / 2);
  }
}
