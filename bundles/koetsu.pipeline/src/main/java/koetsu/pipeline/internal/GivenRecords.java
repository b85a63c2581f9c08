package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.record.ParsedRecord;

/**
 * Records that a person has cut, laid over the segmenter's: bounds and sections are the person's,
 * the parts that lines play inside them are the segmenter's. Where the segmenter saw no record it
 * named no parts either, and extractors have to do without.
 */
final class GivenRecords {
  private final TreeMap<Integer, List<Region>> regions = new TreeMap<>();
  private final TreeMap<Integer, Stretch> stretches = new TreeMap<>();

  /** A part of the segmenter's record. */
  private record Stretch(Span span, RecordDraft of) {}

  GivenRecords(Segmentation segmentation) {
    for (RecordDraft draft : segmentation.records()) {
      for (Span span : draft.spans()) {
        stretches.put(span.begin(), new Stretch(span, draft));
      }
      for (Region region : draft.regions()) {
        regions.computeIfAbsent(region.span().begin(), b -> new ArrayList<>()).add(region);
      }
    }
  }

  RecordDraft draft(ParsedRecord record) {
    List<Region> inside = new ArrayList<>();
    for (Span span : record.spans()) {
      for (List<Region> begun : regions.subMap(span.begin(), span.end()).values()) {
        begun.stream().filter(region -> span.contains(region.span())).forEach(inside::add);
      }
    }
    return new RecordDraft(
        null, record.kind(), record.spans(), record.sections(), inside, contents(record));
  }

  /** The entry of the contents that names the segmenter's record with most of the same text. */
  private ContentsEntry contents(ParsedRecord record) {
    ContentsEntry best = null;
    int most = 0;
    for (Span span : record.spans()) {
      Integer first = stretches.floorKey(span.begin());
      int from = first == null ? span.begin() : first;
      for (Stretch stretch : stretches.subMap(from, Math.max(from, span.end())).values()) {
        int common =
            Math.min(span.end(), stretch.span().end())
                - Math.max(span.begin(), stretch.span().begin());
        if (common > most) {
          most = common;
          best = stretch.of().contents();
        }
      }
    }
    return best;
  }
}
