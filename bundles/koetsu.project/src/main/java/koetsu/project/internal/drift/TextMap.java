package koetsu.project.internal.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which character of one edition is which of another, whatever was inserted, deleted, corrected or
 * moved in between.
 *
 * <p>As in the comparison of genomes: pieces that stand exactly once in both editions are tied
 * together first; pieces that follow each other in both form runs, and a run too small to be
 * trusted is dropped; then the gaps within and around the runs are aligned character by character.
 */
final class TextMap {
  /** Lengths of pieces that are looked for in the whole text, the surest first. */
  private static final int[] PIECES = {24, 12};

  /** Length of pieces that are looked for within a gap. */
  private static final int PIECE_IN_GAP = 6;

  /** A run of fewer characters may be chance. */
  private static final int TRUSTED = 24;

  /** So many characters of the next sheet may be found where they are not, by likeness. */
  private static final int OVERSHOOT = 60;

  /** A run of so many characters cannot be chance, wherever it is. */
  private static final int SHEET = 120;

  static final int NONE = -1;

  private final FoldedText old;
  private final FoldedText fresh;

  /** Where the longest pieces begin; a negative number where they stand more than once. */
  private final Map<Long, Integer> oldPieces;

  private final Map<Long, Integer> freshPieces;
  private final int[] map;
  private final int[] run;
  private final boolean[] inOrder;

  /** Equal pieces of both texts. */
  private record Piece(int old, int fresh, int length) {
    int oldEnd() {
      return old + length;
    }

    int freshEnd() {
      return fresh + length;
    }
  }

  /** Pieces that follow each other in both texts. */
  private record Run(List<Piece> pieces) {
    Piece first() {
      return pieces.get(0);
    }

    Piece last() {
      return pieces.get(pieces.size() - 1);
    }

    int weight() {
      return pieces.stream().mapToInt(Piece::length).sum();
    }
  }

  TextMap(FoldedText old, FoldedText fresh) {
    this.old = old;
    this.fresh = fresh;
    this.oldPieces = unique(old, 0, old.length(), PIECES[0]);
    this.freshPieces = unique(fresh, 0, fresh.length(), PIECES[0]);
    this.map = new int[old.length()];
    this.run = new int[old.length()];
    Arrays.fill(map, NONE);
    Arrays.fill(run, NONE);
    List<Run> doubtful = new ArrayList<>();
    List<Run> runs = cutBack(trusted(pieces(), doubtful));
    if (runs.isEmpty()) {
      GapAlignment.within(old, 0, old.length(), fresh, 0, fresh.length(), map);
    }
    runs.forEach(this::fill);
    fillBetween(runs);
    doubtful.stream().filter(this::isMissed).forEach(runs::add);
    runs.sort(Comparator.comparingInt(r -> r.first().old()));
    inOrder = new boolean[runs.size()];
    markOrder(runs);
    slideDeletions();
    slideInsertions();
    nameRuns(runs);
  }

  /** The character that an old one has become, or {@link #NONE}. */
  int map(int index) {
    return map[index];
  }

  /** Whether a character stands there unchanged. */
  boolean same(int index) {
    return map[index] != NONE && old.at(index) == fresh.at(map[index]);
  }

  /** Number of the run that a mapped character is part of; {@link #NONE} in a text without runs. */
  int run(int index) {
    return run[index];
  }

  /** Whether a run stands in the order of the old text, as far as most others are concerned. */
  boolean inOrder(int number) {
    return number == NONE || inOrder[number];
  }

  /**
   * The share of a stretch of the old text that stands there once and in the new one repeatedly.
   */
  double doubled(int begin, int end) {
    int length = PIECES[0];
    int once = 0;
    int doubled = 0;
    for (int i = begin; i + length <= end; i++) {
      long hash = hash(old, i, length);
      if (oldPieces.getOrDefault(hash, NONE) >= 0) {
        once++;
        doubled += freshPieces.containsKey(hash) && freshPieces.get(hash) < 0 ? 1 : 0;
      }
    }
    return once == 0 ? 0 : (double) doubled / once;
  }

  private List<Piece> pieces() {
    int[] ahead = new int[old.length()];
    int[] back = new int[fresh.length()];
    Arrays.fill(ahead, NONE);
    Arrays.fill(back, NONE);
    List<Piece> pieces = new ArrayList<>();
    for (int length : PIECES) {
      Map<Long, Integer> olds =
          length == PIECES[0] ? oldPieces : unique(old, 0, old.length(), length);
      Map<Long, Integer> news =
          length == PIECES[0] ? freshPieces : unique(fresh, 0, fresh.length(), length);
      List<Integer> begins = new ArrayList<>();
      olds.forEach(
          (hash, at) -> {
            if (at >= 0 && news.getOrDefault(hash, NONE) >= 0) {
              begins.add(at);
            }
          });
      begins.sort(null);
      for (int begin : begins) {
        int to = news.get(hash(old, begin, length));
        if (ahead[begin] == NONE && back[to] == NONE && equal(begin, to, length)) {
          pieces.add(extend(begin, to, ahead, back));
        }
      }
    }
    pieces.sort(Comparator.comparingInt(Piece::old));
    return pieces;
  }

  private boolean equal(int begin, int to, int length) {
    for (int i = 0; i < length; i++) {
      if (old.at(begin + i) != fresh.at(to + i)) {
        return false;
      }
    }
    return true;
  }

  /** The whole piece that is equal around two equal characters and not taken yet. */
  private Piece extend(int begin, int to, int[] ahead, int[] back) {
    int left = 0;
    while (begin - left > 0
        && to - left > 0
        && ahead[begin - left - 1] == NONE
        && back[to - left - 1] == NONE
        && old.at(begin - left - 1) == fresh.at(to - left - 1)) {
      left++;
    }
    int right = 0;
    while (begin + right < old.length()
        && to + right < fresh.length()
        && ahead[begin + right] == NONE
        && back[to + right] == NONE
        && old.at(begin + right) == fresh.at(to + right)) {
      right++;
    }
    for (int i = -left; i < right; i++) {
      ahead[begin + i] = to + i;
      back[to + i] = begin + i;
    }
    return new Piece(begin - left, to - left, left + right);
  }

  /** Where each piece of a length begins; a negative number where it stands more than once. */
  private static Map<Long, Integer> unique(FoldedText text, int begin, int end, int length) {
    Map<Long, Integer> found = new HashMap<>();
    long hash = 0;
    long lead = 1;
    for (int i = 1; i < length; i++) {
      lead *= BASE;
    }
    for (int i = begin; i < end; i++) {
      if (i - begin >= length) {
        hash -= lead * (text.at(i - length) + 1);
      }
      hash = hash * BASE + text.at(i) + 1;
      if (i - begin >= length - 1) {
        found.merge(hash, i - length + 1, (one, other) -> NONE);
      }
    }
    return found;
  }

  private static final long BASE = 0x9E3779B97F4A7C15L;

  private static long hash(FoldedText text, int begin, int length) {
    long hash = 0;
    for (int i = begin; i < begin + length; i++) {
      hash = hash * BASE + text.at(i) + 1;
    }
    return hash;
  }

  /**
   * Runs of pieces, without those that look like chance.
   *
   * @param dropped takes those that were left out for another reason than their size
   */
  private List<Run> trusted(List<Piece> all, List<Run> dropped) {
    List<Piece> pieces = new ArrayList<>(all);
    while (true) {
      List<Run> runs = runs(pieces);
      Run doubtful = runs.size() < 2 ? null : doubtful(runs);
      if (doubtful == null) {
        return runs;
      }
      pieces.removeAll(doubtful.pieces());
      if (doubtful.weight() >= SHEET) {
        dropped.add(doubtful);
      }
    }
  }

  /** Whether there is as much between two runs in the new text as in the old one. */
  private boolean leavesHole(Run before, Run after) {
    int oldBegin = before == null ? 0 : before.last().oldEnd();
    int oldEnd = after == null ? old.length() : after.first().old();
    int freshBegin = before == null ? 0 : before.last().freshEnd();
    int freshEnd = after == null ? fresh.length() : after.first().fresh();
    int space = oldEnd - oldBegin;
    return Math.abs(freshEnd - freshBegin - space) <= space / 3;
  }

  /** The lightest of the runs that are small, or that left a hole of their size; null for none. */
  private Run doubtful(List<Run> runs) {
    Run lightest = Collections.min(runs, Comparator.comparingInt(Run::weight));
    if (lightest.weight() < TRUSTED) {
      return lightest;
    }
    List<Run> byFresh = new ArrayList<>(runs);
    byFresh.sort(Comparator.comparingInt(r -> r.first().fresh()));
    Map<Run, Integer> rank = new IdentityHashMap<>();
    byFresh.forEach(r -> rank.put(r, rank.size()));
    Run doubtful = null;
    for (int i = 0; i < runs.size(); i++) {
      Run before = i == 0 ? null : runs.get(i - 1);
      Run after = i + 1 == runs.size() ? null : runs.get(i + 1);
      boolean neighbours =
          before == null
              ? rank.get(after) == 0
              : after == null
                  ? rank.get(before) == runs.size() - 1
                  : rank.get(after) == rank.get(before) + 1;
      if (neighbours
          && leavesHole(before, after)
          && (doubtful == null || runs.get(i).weight() < doubtful.weight())) {
        doubtful = runs.get(i);
      }
    }
    return doubtful;
  }

  private static List<Run> runs(List<Piece> pieces) {
    List<Piece> byFresh = new ArrayList<>(pieces);
    byFresh.sort(Comparator.comparingInt(Piece::fresh));
    Map<Piece, Integer> rank = new HashMap<>();
    byFresh.forEach(p -> rank.put(p, rank.size()));
    List<Run> runs = new ArrayList<>();
    List<Piece> current = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!current.isEmpty() && rank.get(piece) != rank.get(current.get(current.size() - 1)) + 1) {
        runs.add(new Run(current));
        current = new ArrayList<>();
      }
      current.add(piece);
    }
    if (!current.isEmpty()) {
      runs.add(new Run(current));
    }
    return runs;
  }

  /**
   * Two neighbours of the old text that are none in the new one may both claim what is between
   * them: the first one, because what follows it there begins alike, or the second one, because
   * what precedes it ends alike. Sheets begin with lines, so the line decides.
   */
  private List<Run> cutBack(List<Run> runs) {
    int[] begins = new int[runs.size()];
    int[] ends = new int[runs.size()];
    for (int r = 0; r < runs.size(); r++) {
      begins[r] = runs.get(r).first().old();
      ends[r] = runs.get(r).last().oldEnd();
    }
    for (int r = 1; r < runs.size(); r++) {
      int cut = cut(runs.get(r - 1), runs.get(r));
      ends[r - 1] = Math.min(ends[r - 1], cut);
      begins[r] = Math.max(begins[r], cut);
    }
    List<Run> cut = new ArrayList<>();
    for (int r = 0; r < runs.size(); r++) {
      List<Piece> pieces = new ArrayList<>();
      for (Piece piece : runs.get(r).pieces()) {
        int begin = Math.max(piece.old(), begins[r]);
        int end = Math.min(piece.oldEnd(), ends[r]);
        if (begin < end) {
          pieces.add(new Piece(begin, piece.fresh() + begin - piece.old(), end - begin));
        }
      }
      if (!pieces.isEmpty()) {
        cut.add(new Run(pieces));
      }
    }
    return cut;
  }

  /** Where in the old text the one run should end and the other begin. */
  private int cut(Run one, Run other) {
    Piece before = one.last();
    Piece after = other.first();
    int left = 0;
    while (left < after.old()
        && left < after.fresh()
        && old.at(after.old() - 1 - left) == fresh.at(after.fresh() - 1 - left)) {
      left++;
    }
    int right = 0;
    while (before.oldEnd() + right < old.length()
        && before.freshEnd() + right < fresh.length()
        && old.at(before.oldEnd() + right) == fresh.at(before.freshEnd() + right)) {
      right++;
    }
    int from = Math.max(Math.min(after.old() - left, before.oldEnd()), one.first().old());
    int until = Math.min(Math.max(before.oldEnd() + right, after.old()), other.last().oldEnd());
    int best = before.oldEnd();
    for (int cut = from; cut <= until; cut++) {
      if (goodness(cut, before, after) > goodness(best, before, after)) {
        best = cut;
      }
    }
    return old.isMarked(best) ? best : marked(one, other, best);
  }

  /** A mark near a cut, or the cut itself. */
  private int marked(Run one, Run other, int cut) {
    int from = Math.max(one.last().oldEnd() - OVERSHOOT, one.first().old());
    int until = Math.min(other.first().old() + OVERSHOOT, other.last().oldEnd());
    int best = cut;
    for (int mark = from; mark <= until; mark++) {
      if (old.isMarked(mark) && (best == cut || Math.abs(mark - cut) < Math.abs(best - cut))) {
        best = mark;
      }
    }
    return best;
  }

  /** How well a cut in the old text goes with the lines there and at both places in the new one. */
  private int goodness(int cut, Piece before, Piece after) {
    int freshBefore = before.freshEnd() + cut - before.oldEnd();
    int freshAfter = after.fresh() + cut - after.old();
    return old.cut(cut)
        + (freshBefore < 0 ? 0 : fresh.cut(freshBefore))
        + (freshAfter < 0 ? 0 : fresh.cut(freshAfter));
  }

  /**
   * The heaviest runs that stand in the same order in both texts are in order, the others moved.
   */
  private void markOrder(List<Run> runs) {
    int count = runs.size();
    long[] best = new long[count];
    int[] before = new int[count];
    int last = NONE;
    for (int i = 0; i < count; i++) {
      best[i] = runs.get(i).weight();
      before[i] = NONE;
      for (int j = 0; j < i; j++) {
        if (runs.get(j).first().fresh() < runs.get(i).first().fresh()
            && best[j] + runs.get(i).weight() > best[i]) {
          best[i] = best[j] + runs.get(i).weight();
          before[i] = j;
        }
      }
      if (last == NONE || best[i] > best[last]) {
        last = i;
      }
    }
    for (int i = last; i != NONE; i = before[i]) {
      inOrder[i] = true;
    }
  }

  private void fill(Run run) {
    Piece before = null;
    for (Piece piece : run.pieces()) {
      for (int i = 0; i < piece.length(); i++) {
        map[piece.old() + i] = piece.fresh() + i;
      }
      if (before != null) {
        align(before.oldEnd(), piece.old(), before.freshEnd(), piece.fresh());
      }
      before = piece;
    }
  }

  private void fillBetween(List<Run> runs) {
    boolean[] taken = taken();
    for (int i = 0; i <= runs.size(); i++) {
      int begin = i == 0 ? 0 : runs.get(i - 1).last().oldEnd();
      int end = i == runs.size() ? old.length() : runs.get(i).first().old();
      int after = i == 0 ? NONE : runs.get(i - 1).last().freshEnd();
      int until = i == runs.size() ? NONE : runs.get(i).first().fresh();
      around(begin, end, after, until, taken);
    }
  }

  private boolean[] taken() {
    boolean[] taken = new boolean[fresh.length()];
    for (int to : map) {
      if (to != NONE) {
        taken[to] = true;
      }
    }
    return taken;
  }

  /**
   * Whether a run that was left out because it left a hole of its size is not what fills the hole;
   * then it has its place again.
   */
  private boolean isMissed(Run run) {
    int begin = run.first().old();
    int end = run.last().oldEnd();
    int same = 0;
    for (int i = begin; i < end; i++) {
      same += map[i] != NONE && same(i) ? 1 : 0;
    }
    boolean[] taken = taken();
    boolean free =
        IntStream.range(run.first().fresh(), run.last().freshEnd()).noneMatch(i -> taken[i]);
    if (!free || 2 * same > run.weight()) {
      return false;
    }
    Arrays.fill(map, begin, end, NONE);
    fill(run);
    return true;
  }

  /** Aligns a gap between two pieces of one run. */
  private void align(int begin, int end, int freshBegin, int freshEnd) {
    if (begin == end || freshBegin == freshEnd) {
      return;
    }
    int at = begin;
    int freshAt = freshBegin;
    for (Piece piece : ascending(begin, end, freshBegin, freshEnd)) {
      GapAlignment.within(old, at, piece.old(), fresh, freshAt, piece.fresh(), map);
      for (int i = 0; i < piece.length(); i++) {
        map[piece.old() + i] = piece.fresh() + i;
      }
      at = piece.oldEnd();
      freshAt = piece.freshEnd();
    }
    GapAlignment.within(old, at, end, fresh, freshAt, freshEnd, map);
  }

  /** Pieces that stand once in both sides of a gap; of those, the longest ascending sequence. */
  private List<Piece> ascending(int begin, int end, int freshBegin, int freshEnd) {
    if (Math.min(end - begin, freshEnd - freshBegin) < 4 * PIECE_IN_GAP) {
      return List.of();
    }
    Map<Long, Integer> olds = unique(old, begin, end, PIECE_IN_GAP);
    Map<Long, Integer> news = unique(fresh, freshBegin, freshEnd, PIECE_IN_GAP);
    List<Piece> found = new ArrayList<>();
    olds.forEach(
        (hash, at) -> {
          int to = news.getOrDefault(hash, NONE);
          if (at >= 0 && to >= 0 && equal(at, to, PIECE_IN_GAP)) {
            found.add(new Piece(at, to, PIECE_IN_GAP));
          }
        });
    found.sort(Comparator.comparingInt(Piece::old));
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : found) {
      Piece last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null
          && piece.old() <= last.oldEnd()
          && piece.old() - last.old() == piece.fresh() - last.fresh()) {
        joined.set(
            joined.size() - 1, new Piece(last.old(), last.fresh(), piece.oldEnd() - last.old()));
      } else {
        joined.add(piece);
      }
    }
    return heaviest(joined);
  }

  private static List<Piece> heaviest(List<Piece> pieces) {
    int count = pieces.size();
    long[] best = new long[count];
    int[] before = new int[count];
    int last = NONE;
    for (int i = 0; i < count; i++) {
      best[i] = pieces.get(i).length();
      before[i] = NONE;
      for (int j = 0; j < i; j++) {
        if (pieces.get(j).oldEnd() <= pieces.get(i).old()
            && pieces.get(j).freshEnd() <= pieces.get(i).fresh()
            && best[j] + pieces.get(i).length() > best[i]) {
          best[i] = best[j] + pieces.get(i).length();
          before[i] = j;
        }
      }
      if (last == NONE || best[i] > best[last]) {
        last = i;
      }
    }
    List<Piece> chain = new ArrayList<>();
    for (int i = last; i != NONE; i = before[i]) {
      chain.add(0, pieces.get(i));
    }
    return chain;
  }

  /**
   * Aligns what stands between two runs that are no neighbours in the new text: its beginning with
   * what follows the first one there, its end with what precedes the second one.
   */
  private void around(int begin, int end, int after, int until, boolean[] taken) {
    if (begin == end) {
      return;
    }
    int reach = 2 * (end - begin) + TRUSTED;
    int afterEnd = after;
    while (after != NONE
        && afterEnd < fresh.length()
        && afterEnd - after < reach
        && !taken[afterEnd]) {
      afterEnd++;
    }
    int untilBegin = until;
    while (until != NONE
        && untilBegin > 0
        && until - untilBegin < reach
        && !taken[untilBegin - 1]) {
      untilBegin--;
    }
    int mark = begin;
    while (mark < end && !old.isMarked(mark)) {
      mark++;
    }
    if (after != NONE && afterEnd == until) {
      align(begin, end, after, until);
    } else if (old.isMarked(mark)) {
      GapAlignment.around(old, begin, mark, fresh, after, afterEnd, NONE, NONE, map);
      GapAlignment.around(old, mark, end, fresh, NONE, NONE, untilBegin, until, map);
    } else {
      GapAlignment.around(old, begin, end, fresh, after, afterEnd, untilBegin, until, map);
    }
    for (int i = begin; i < end; i++) {
      if (map[i] != NONE) {
        taken[map[i]] = true;
      }
    }
  }

  /**
   * What was deleted is not always told from what is left (of two equal words one goes): it is what
   * begins with a line rather than what begins within one.
   */
  private void slideDeletions() {
    int i = 0;
    while (i < map.length) {
      if (map[i] != NONE) {
        i++;
        continue;
      }
      int begin = i;
      while (i < map.length && map[i] == NONE) {
        i++;
      }
      slide(begin, i);
    }
  }

  private void slide(int begin, int end) {
    if (begin == 0
        || end == map.length
        || map[begin - 1] == NONE
        || map[end] != map[begin - 1] + 1) {
      return;
    }
    int left = 0;
    while (begin - left > 0
        && map[begin - left - 1] != NONE
        && old.at(begin - left - 1) == old.at(end - left - 1)
        && old.at(begin - left - 1) == fresh.at(map[begin - left - 1])
        && (left == 0 || map[begin - left - 1] == map[begin - left] - 1)) {
      left++;
    }
    int right = 0;
    while (end + right < map.length
        && map[end + right] != NONE
        && old.at(begin + right) == old.at(end + right)
        && old.at(end + right) == fresh.at(map[end + right])
        && (right == 0 || map[end + right] == map[end + right - 1] + 1)) {
      right++;
    }
    int best = 0;
    for (int by = -left; by <= right; by++) {
      if (cut(begin + by, end + by) > cut(begin + best, end + best)) {
        best = by;
      }
    }
    for (int by = 0; by > best; by--) {
      map[end + by - 1] = map[begin + by - 1];
      map[begin + by - 1] = NONE;
    }
    for (int by = 0; by < best; by++) {
      map[begin + by] = map[end + by];
      map[end + by] = NONE;
    }
  }

  private int cut(int begin, int end) {
    return old.cut(begin) + old.cut(end);
  }

  /** The same for what was inserted. */
  private void slideInsertions() {
    int[] back = new int[fresh.length()];
    Arrays.fill(back, NONE);
    for (int i = 0; i < map.length; i++) {
      if (map[i] != NONE) {
        back[map[i]] = i;
      }
    }
    int i = 0;
    while (i < back.length) {
      if (back[i] != NONE) {
        i++;
        continue;
      }
      int begin = i;
      while (i < back.length && back[i] == NONE) {
        i++;
      }
      slideInsertion(begin, i, back);
    }
  }

  private void slideInsertion(int begin, int end, int[] back) {
    if (begin == 0
        || end == back.length
        || back[begin - 1] == NONE
        || back[end] != back[begin - 1] + 1) {
      return;
    }
    int left = 0;
    while (begin - left > 0
        && back[begin - left - 1] != NONE
        && fresh.at(begin - left - 1) == fresh.at(end - left - 1)
        && fresh.at(begin - left - 1) == old.at(back[begin - left - 1])
        && (left == 0 || back[begin - left - 1] == back[begin - left] - 1)) {
      left++;
    }
    int right = 0;
    while (end + right < back.length
        && back[end + right] != NONE
        && fresh.at(begin + right) == fresh.at(end + right)
        && fresh.at(end + right) == old.at(back[end + right])
        && (right == 0 || back[end + right] == back[end + right - 1] + 1)) {
      right++;
    }
    int best = 0;
    for (int by = -left; by <= right; by++) {
      if (fresh.cut(begin + by) + fresh.cut(end + by)
          > fresh.cut(begin + best) + fresh.cut(end + best)) {
        best = by;
      }
    }
    for (int by = 0; by > best; by--) {
      int moved = back[begin + by - 1];
      back[begin + by - 1] = NONE;
      back[end + by - 1] = moved;
      map[moved] = end + by - 1;
    }
    for (int by = 0; by < best; by++) {
      int moved = back[end + by];
      back[end + by] = NONE;
      back[begin + by] = moved;
      map[moved] = begin + by;
    }
  }

  /** Gives every mapped character the run it stands in or next to. */
  private void nameRuns(List<Run> runs) {
    for (int r = 0; r < runs.size(); r++) {
      for (int i = runs.get(r).first().old(); i < runs.get(r).last().oldEnd(); i++) {
        run[i] = r;
      }
    }
    for (int r = 0; r <= runs.size() && !runs.isEmpty(); r++) {
      int begin = r == 0 ? 0 : runs.get(r - 1).last().oldEnd();
      int end = r == runs.size() ? old.length() : runs.get(r).first().old();
      int afterFirst = r == 0 ? NONE : runs.get(r - 1).last().freshEnd();
      for (int i = begin; i < end; i++) {
        if (map[i] != NONE) {
          boolean first =
              afterFirst != NONE
                  && map[i] >= afterFirst
                  && (r == runs.size()
                      || map[i] - afterFirst <= Math.abs(runs.get(r).first().fresh() - map[i]));
          run[i] = first ? r - 1 : Math.min(r, runs.size() - 1);
        }
      }
    }
  }
}
