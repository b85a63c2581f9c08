package koetsu.segment.internal.sheet;

import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import org.osgi.service.component.annotations.Component;

/**
 * Segments documents of sheets: pages of one programme each, with title, budget and offices at the
 * head and the sections below.
 */
@Component
public final class SheetSegmenter implements Segmenter {
  @Override
  public String id() {
    return "koetsu.segment.sheet";
  }

  @Override
  public double fits(DocumentContext context) {
    return SheetLayout.likeness(context);
  }

  @Override
  public Segmentation segment(DocumentContext context) {
    return new SheetReading(context).segmentation();
  }
}
