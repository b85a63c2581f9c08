package koetsu.testkit;

import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;

/** Takes a text whose layout nobody else knows for one record, so that a test may be one line. */
final class WholeText implements Segmenter {
  private static final double WORST_FIT = 1e-9;

  @Override
  public String id() {
    return "koetsu.testkit.whole-text";
  }

  @Override
  public double fits(DocumentContext context) {
    return context.profile().kinds().isEmpty() ? 0 : WORST_FIT;
  }

  @Override
  public Segmentation segment(DocumentContext context) {
    List<Line> lines = printed(context.document());
    if (lines.isEmpty()) {
      return new Segmentation(List.of(), List.of(), List.of(), List.of());
    }
    Span all = lines.get(0).span().cover(lines.get(lines.size() - 1).span());
    String kind = context.profile().kinds().get(0).id();
    RecordDraft record = new RecordDraft(null, kind, List.of(all), List.of(), List.of(), null);
    return new Segmentation(List.of(record), List.of(), List.of(), List.of());
  }

  private static List<Line> printed(SourceDocument document) {
    return document.lines().stream().filter(line -> !line.isBlank()).toList();
  }
}
