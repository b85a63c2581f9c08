package koetsu.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Segmenter;
import koetsu.api.record.ParsedDocument;
import koetsu.pipeline.Fakes;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

class DynamicPipelineTest {
  private final DynamicPipeline pipeline = new DynamicPipeline(new JapaneseText());

  /** A service of a bundle; its ranking is read at every call. */
  @SuppressWarnings("unchecked")
  private static <T> ServiceReference<T> reference(
      String bundle, String version, AtomicInteger ranking) {
    Bundle installed =
        proxy(
            Bundle.class,
            (method, argument) ->
                switch (method) {
                  case "getSymbolicName" -> bundle;
                  case "getState" -> Bundle.ACTIVE;
                  case "getLocation" -> "reference:file:/bundles/" + bundle + ".jar";
                  default -> Version.parseVersion(version);
                });
    return (ServiceReference<T>)
        proxy(
            ServiceReference.class,
            (method, argument) ->
                switch (method) {
                  case "getBundle" -> installed;
                  case "getProperty" ->
                      Constants.SERVICE_RANKING.equals(argument) ? ranking.get() : null;
                  default -> throw new AssertionError(method);
                });
  }

  private interface Answers {
    Object answer(String method, Object argument);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == arguments[0];
                  default ->
                      answers.answer(method.getName(), arguments == null ? null : arguments[0]);
                }));
  }

  private static <T> ServiceReference<T> reference(String bundle) {
    return reference(bundle, "1.0.0", new AtomicInteger());
  }

  private List<String> ids() {
    return pipeline.plugIns().stream().map(PlugIn::id).toList();
  }

  private String name() {
    ParsedDocument parsed = pipeline.run(Fakes.document("港の課\n"));
    return parsed.records().isEmpty() ? "no record" : parsed.records().get(0).first("name");
  }

  @Test
  void pluginsComeAndGo() {
    assertEquals(List.of(), ids());
    ServiceReference<Segmenter> segmenter = reference("a.segment");
    ServiceReference<FieldExtractor> extractor = reference("a.extract");
    ServiceReference<ProfileContribution> profile = reference("a.extract");
    pipeline.bindExtractor(extractor, Fakes.word("port", "name", "港", 0.9));
    pipeline.bindSegmenter(segmenter, Fakes.lineByLine());
    assertEquals("", name());
    pipeline.bindContribution(profile, Fakes.PROFILE);
    assertEquals("港", name());
    assertEquals(List.of("line-by-line", "port", "profile"), ids());

    pipeline.unbindExtractor(extractor);
    assertEquals("", name());
    pipeline.unbindSegmenter(segmenter);
    assertEquals("no record", name());
    pipeline.unbindContribution(profile);
    assertEquals(List.of(), ids());
    assertEquals("empty", pipeline.profile().id());
  }

  @Test
  void aChangedRankingChangesWhoWins() {
    pipeline.bindSegmenter(reference("s"), Fakes.lineByLine());
    pipeline.bindContribution(reference("p"), Fakes.PROFILE);
    AtomicInteger ranking = new AtomicInteger();
    ServiceReference<FieldExtractor> second = reference("b", "2.1.0", ranking);
    FieldExtractor office = Fakes.word("z", "name", "課", 0.5);
    pipeline.bindExtractor(second, office);
    pipeline.bindExtractor(reference("a"), Fakes.word("y", "name", "港", 0.5));
    assertEquals("港", name());

    ranking.set(10);
    pipeline.updatedExtractor(second, office);
    assertEquals("課", name());
    assertEquals(
        "b/2.1.0#z",
        pipeline.run(Fakes.document("港の課\n")).records().get(0).values("name").get(0).extractor());
  }

  @Test
  void twoVersionsOfOneBundleStandSideBySide() {
    FieldExtractor port = Fakes.word("port", "name", "港", 0.5);
    pipeline.bindExtractor(reference("a", "1.0.0", new AtomicInteger()), port);
    pipeline.bindExtractor(reference("a", "2.0.0", new AtomicInteger()), port);
    assertEquals(
        List.of("a/1.0.0#port", "a/2.0.0#port"),
        pipeline.plugIns().stream().map(PlugIn::source).toList());
  }

  @Test
  void subscribersHearOfEveryChangeUntilTheyClose() {
    AtomicInteger heard = new AtomicInteger();
    Pipeline.Subscription subscription = pipeline.onChange(heard::incrementAndGet);
    Pipeline.Subscription other = pipeline.onChange(() -> assertTrue(ids().size() <= 1));
    ServiceReference<Segmenter> segmenter = reference("s");
    pipeline.bindSegmenter(segmenter, Fakes.lineByLine());
    pipeline.unbindSegmenter(segmenter);
    assertEquals(2, heard.get());

    subscription.close();
    subscription.close();
    pipeline.bindSegmenter(segmenter, Fakes.lineByLine());
    assertEquals(2, heard.get());
    other.close();
  }

  @Test
  void oneServiceMayBeAPluginOfTwoKinds() {
    ServiceReference<Object> both = reference("a");
    pipeline.bindSegmenter(cast(both), Fakes.lineByLine());
    pipeline.bindContribution(cast(both), Fakes.PROFILE);
    assertEquals(List.of("line-by-line", "profile"), ids());
    assertEquals(2L, Stream.of(PlugIn.Kind.values()).filter(k -> pipelineHas(k)).count());
  }

  private boolean pipelineHas(PlugIn.Kind kind) {
    return pipeline.plugIns().stream().anyMatch(p -> p.kind() == kind);
  }

  @SuppressWarnings("unchecked")
  private static <T> ServiceReference<T> cast(ServiceReference<?> reference) {
    return (ServiceReference<T>) reference;
  }
}
