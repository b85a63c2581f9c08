package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.Gap;

/** Names the printed lines that belong to no record. */
public final class Gaps {
  private static final String FRONT = "front-matter";
  private static final String CONTENTS = "contents";
  private static final String DIVIDER = "divider";
  private static final String BACK = "back-matter";

  private Gaps() {}

  /**
   * The gaps between records, in document order.
   *
   * @param records spans of all records, ascending
   * @param contents tables of contents
   */
  public static List<Gap> between(SourceDocument document, List<Span> records, Contents contents) {
    List<Gap> gaps = new ArrayList<>();
    int record = 0;
    String kind = null;
    Span span = null;
    for (Line line : document.lines()) {
      if (line.isBlank()) {
        continue;
      }
      while (record < records.size() && records.get(record).end() <= line.span().begin()) {
        record++;
      }
      boolean inside = record < records.size() && records.get(record).overlaps(line.span());
      String here = inside ? null : kind(line, record, records.size(), contents);
      if (span != null && !kind.equals(here)) {
        gaps.add(new Gap(kind, span));
        span = null;
      }
      if (here != null) {
        span = span == null ? line.span() : span.cover(line.span());
      }
      kind = here;
    }
    if (span != null) {
      gaps.add(new Gap(kind, span));
    }
    return gaps;
  }

  private static String kind(Line line, int record, int records, Contents contents) {
    if (contents.holds(line)) {
      return CONTENTS;
    }
    if (record == 0) {
      return FRONT;
    }
    return record == records ? BACK : DIVIDER;
  }
}
