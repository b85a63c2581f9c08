package koetsu.regression.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Segmenter;
import koetsu.pipeline.Pipeline;
import koetsu.text.JapaneseText;

/** The plug-ins of the class path with one more. */
final class WithFailing {
  private WithFailing() {}

  static Pipeline pipeline(FieldExtractor one) {
    List<FieldExtractor> extractors = all(FieldExtractor.class);
    extractors.add(one);
    return Pipeline.of(
        all(DocumentLoader.class),
        all(Segmenter.class),
        extractors,
        all(ProfileContribution.class),
        new JapaneseText());
  }

  private static <T> List<T> all(Class<T> type) {
    List<T> all = new ArrayList<>();
    ServiceLoader.load(type).forEach(all::add);
    return all;
  }
}
