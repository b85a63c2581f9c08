package koetsu.review.internal;

import java.util.ServiceLoader;
import koetsu.api.text.TextServices;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.ReplaceablePipeline;

/** What the class path has, for a window that runs without a framework; made once. */
final class Shipped {
  static final TextServices TEXT =
      ServiceLoader.load(TextServices.class, Shipped.class.getClassLoader())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the bundle koetsu.text is missing"));

  static final ReplaceablePipeline PIPELINE = new ReplaceablePipeline(Pipeline.onClassPath());

  private Shipped() {}
}
