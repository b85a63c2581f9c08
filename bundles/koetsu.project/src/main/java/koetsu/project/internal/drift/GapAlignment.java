package koetsu.project.internal.drift;

/**
 * Aligns two short stretches character by character: equal characters count for it, different ones
 * against it, and each gap costs the same however long it is, because what goes or comes is a whole
 * (Gotoh 1982).
 */
final class GapAlignment {
  private static final int EQUAL = 4;
  private static final int DIFFERENT = -3;
  private static final int GAP = -13;

  /** What it counts for an alignment with an open end that it ends with lines. */
  private static final int LINE_END = 11;

  private static final int IMPOSSIBLE = Integer.MIN_VALUE / 4;

  /** Stretches of more cells than this are left alone. */
  private static final long MOST_CELLS = 16_000_000;

  // What a cell's best score was made by: two bits for each of the three tables.
  private static final int MATCH = 0;
  private static final int DELETE = 1;
  private static final int INSERT = 2;

  private final FoldedText old;
  private final int begin;
  private final int rows;
  private final FoldedText fresh;
  private final int freshBegin;
  private final int columns;
  private final boolean backwards;
  private final byte[] from;

  /**
   * The best score that the first rows can have, those behind their last match left out for free.
   */
  private final int[] best;

  /** The row and column of that last match. */
  private final int[] bestRow;

  private final int[] bestColumn;

  /** The score of everything, and the table it is in. */
  private int last;

  private int lastTable;

  /**
   * Fills the tables.
   *
   * @param backwards whether both stretches are read from their ends
   */
  private GapAlignment(
      FoldedText old,
      int begin,
      int end,
      FoldedText fresh,
      int freshBegin,
      int freshEnd,
      boolean backwards) {
    this.old = old;
    this.begin = backwards ? end - 1 : begin;
    this.rows = end - begin;
    this.fresh = fresh;
    this.freshBegin = backwards ? freshEnd - 1 : freshBegin;
    this.columns = freshEnd - freshBegin;
    this.backwards = backwards;
    this.from = new byte[(rows + 1) * (columns + 1)];
    this.best = new int[rows + 1];
    this.bestRow = new int[rows + 1];
    this.bestColumn = new int[rows + 1];
    compute();
  }

  private int oldIndex(int row) {
    return backwards ? begin - row : begin + row;
  }

  private int freshIndex(int column) {
    return backwards ? freshBegin - column : freshBegin + column;
  }

  /** Whether lines end after so many characters on both sides; backwards, whether they begin. */
  private boolean lineEnds(int row, int column) {
    int oldEdge = backwards ? begin + 1 - row : begin + row;
    int freshEdge = backwards ? freshBegin + 1 - column : freshBegin + column;
    return old.cut(oldEdge) > 0 && fresh.cut(freshEdge) > 0;
  }

  private int cell(int row, int column) {
    return row * (columns + 1) + column;
  }

  private void compute() {
    int[] match = new int[columns + 1];
    int[] delete = new int[columns + 1];
    int[] insert = new int[columns + 1];
    for (int j = 0; j <= columns; j++) {
      match[j] = j == 0 ? 0 : IMPOSSIBLE;
      delete[j] = IMPOSSIBLE;
      insert[j] = j == 0 ? IMPOSSIBLE : GAP;
      from[cell(0, j)] = (byte) (MATCH | DELETE << 2 | (j == 1 ? MATCH : INSERT) << 4);
    }
    for (int i = 1; i <= rows; i++) {
      int diagonalMatch = match[0];
      int diagonalDelete = delete[0];
      int diagonalInsert = insert[0];
      match[0] = IMPOSSIBLE;
      delete[0] = GAP;
      insert[0] = IMPOSSIBLE;
      from[cell(i, 0)] = (byte) (MATCH | (i == 1 ? MATCH : DELETE) << 2 | INSERT << 4);
      best[i] = best[i - 1];
      bestRow[i] = bestRow[i - 1];
      bestColumn[i] = bestColumn[i - 1];
      for (int j = 1; j <= columns; j++) {
        int aboveMatch = match[j];
        int aboveDelete = delete[j];
        int aboveInsert = insert[j];
        int score = old.at(oldIndex(i - 1)) == fresh.at(freshIndex(j - 1)) ? EQUAL : DIFFERENT;
        int way = MATCH;
        int most = diagonalMatch;
        if (diagonalDelete > most) {
          most = diagonalDelete;
          way = DELETE;
        }
        if (diagonalInsert > most) {
          most = diagonalInsert;
          way = INSERT;
        }
        int newMatch = most + score;
        int deleteWay = DELETE;
        int newDelete = aboveDelete;
        if (aboveMatch + GAP > newDelete) {
          newDelete = aboveMatch + GAP;
          deleteWay = MATCH;
        }
        if (aboveInsert + GAP > newDelete) {
          newDelete = aboveInsert + GAP;
          deleteWay = INSERT;
        }
        int insertWay = INSERT;
        int newInsert = insert[j - 1];
        if (match[j - 1] + GAP > newInsert) {
          newInsert = match[j - 1] + GAP;
          insertWay = MATCH;
        }
        if (delete[j - 1] + GAP > newInsert) {
          newInsert = delete[j - 1] + GAP;
          insertWay = DELETE;
        }
        from[cell(i, j)] = (byte) (way | deleteWay << 2 | insertWay << 4);
        diagonalMatch = aboveMatch;
        diagonalDelete = aboveDelete;
        diagonalInsert = aboveInsert;
        match[j] = newMatch;
        delete[j] = newDelete;
        insert[j] = newInsert;
        // What is left of the new text behind the last match costs nothing.
        int ended = newMatch + (lineEnds(i, j) ? LINE_END : 0);
        if (ended > best[i]) {
          best[i] = ended;
          bestRow[i] = i;
          bestColumn[i] = j;
        }
      }
    }
    last = Math.max(match[columns], Math.max(delete[columns], insert[columns]));
    lastTable = match[columns] == last ? MATCH : delete[columns] == last ? DELETE : INSERT;
  }

  private void trace(int row, int column, int table, int[] map) {
    int i = row;
    int j = column;
    int now = table;
    while (i > 0 || j > 0) {
      int ways = from[cell(i, j)];
      if (now == MATCH) {
        map[oldIndex(i - 1)] = freshIndex(j - 1);
        now = ways & 3;
        i--;
        j--;
      } else if (now == DELETE) {
        now = ways >> 2 & 3;
        i--;
      } else {
        now = ways >> 4 & 3;
        j--;
      }
    }
  }

  /** Aligns two stretches from end to end, and enters what became of what into a map. */
  static void within(
      FoldedText old,
      int begin,
      int end,
      FoldedText fresh,
      int freshBegin,
      int freshEnd,
      int[] map) {
    if (begin == end
        || freshBegin == freshEnd
        || (long) (end - begin) * (freshEnd - freshBegin) > MOST_CELLS) {
      return;
    }
    GapAlignment alignment = new GapAlignment(old, begin, end, fresh, freshBegin, freshEnd, false);
    alignment.trace(alignment.rows, alignment.columns, alignment.lastTable, map);
  }

  /**
   * Aligns the beginning of a stretch with the beginning of a new one and its end with the end of
   * another new one; where the one ends and the other begins, the scores decide, then the lines.
   *
   * @param after where the first new stretch begins, or {@link TextMap#NONE} for none
   * @param until where the second new stretch ends, or {@link TextMap#NONE} for none
   */
  static void around(
      FoldedText old,
      int begin,
      int end,
      FoldedText fresh,
      int after,
      int afterEnd,
      int untilBegin,
      int until,
      int[] map) {
    GapAlignment head = half(old, begin, end, fresh, after, afterEnd, false);
    GapAlignment tail = half(old, begin, end, fresh, untilBegin, until, true);
    int rows = end - begin;
    int cut = 0;
    int most = IMPOSSIBLE;
    for (int i = 0; i <= rows; i++) {
      int score = (head == null ? 0 : head.score(i)) + (tail == null ? 0 : tail.score(rows - i));
      if (2 * score + old.cut(begin + i) > most) {
        most = 2 * score + old.cut(begin + i);
        cut = i;
      }
    }
    if (head != null) {
      head.trace(cut, map);
    }
    if (tail != null) {
      tail.trace(rows - cut, map);
    }
  }

  /** The score of the first rows; all of both stretches may go together at no cost for one gap. */
  private int score(int row) {
    return row == rows ? Math.max(best[row], last - GAP) : best[row];
  }

  private void trace(int row, int[] map) {
    if (row == rows && last - GAP > best[row]) {
      trace(rows, columns, lastTable, map);
    } else if (best[row] > 0) {
      trace(bestRow[row], bestColumn[row], MATCH, map);
    }
  }

  private static GapAlignment half(
      FoldedText old,
      int begin,
      int end,
      FoldedText fresh,
      int freshBegin,
      int freshEnd,
      boolean backwards) {
    if (freshBegin == TextMap.NONE
        || freshBegin == freshEnd
        || (long) (end - begin) * (freshEnd - freshBegin) > MOST_CELLS) {
      return null;
    }
    return new GapAlignment(old, begin, end, fresh, freshBegin, freshEnd, backwards);
  }
}
