package koetsu.segment.internal.sheet;

import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.segment.internal.PerProfile;
import org.osgi.service.component.annotations.Component;

/**
 * Segments documents of sheets: pages of one programme each, with title, budget and offices at the
 * head and the sections below.
 */
@Component
public final class SheetSegmenter implements Segmenter {
  private final PerProfile<SheetLexicon> lexicons = new PerProfile<>(SheetLexicon::of);

  @Override
  public String id() {
    return "koetsu.segment.sheet";
  }

  @Override
  public double fits(DocumentContext context) {
    return SheetLayout.likeness(context, lexicons.of(context));
  }

  @Override
  public Segmentation segment(DocumentContext context) {
    return new SheetReading(context, lexicons.of(context)).segmentation();
  }
}
