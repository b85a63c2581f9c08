package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import koetsu.api.plugin.ProfileContribution;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;

class ReplaceablePipelineTest {
  private final AtomicInteger news = new AtomicInteger();

  @Test
  void standsForTheOtherOneAndSaysSoOnce() {
    ReplaceablePipeline pipeline = new ReplaceablePipeline(contributing("first"));
    pipeline.onChange(news::incrementAndGet);
    assertEquals("first", id(pipeline));
    Pipeline next = contributing("next");
    pipeline.replaceBy(next);
    assertEquals("next", id(pipeline));
    pipeline.replaceBy(next);
    assertEquals(1, news.get());
  }

  @Test
  void tellsNobodyWhoNoLongerListens() {
    ReplaceablePipeline pipeline = new ReplaceablePipeline(contributing("first"));
    pipeline.onChange(news::incrementAndGet).close();
    pipeline.replaceBy(contributing("next"));
    assertEquals(0, news.get());
  }

  private static String id(Pipeline pipeline) {
    return pipeline.plugIns().get(0).id();
  }

  private static Pipeline contributing(String id) {
    ProfileContribution contribution =
        new ProfileContribution() {
          @Override
          public String id() {
            return id;
          }

          @Override
          public InputStream open() {
            String profile =
                "{\"schema\":\"koetsu.profile/1\",\"id\":\"" + id + "\",\"version\":\"1.0.0\"}";
            return new ByteArrayInputStream(profile.getBytes(StandardCharsets.UTF_8));
          }
        };
    return Pipeline.of(List.of(), List.of(), List.of(), List.of(contribution), new JapaneseText());
  }
}
