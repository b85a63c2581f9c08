package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Status;
import koetsu.pipeline.BundleFile;
import koetsu.pipeline.Conduct;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.PlugInJar;
import koetsu.pipeline.RunOptions;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins that come and go while a person reviews. */
@OnScreen
class SwapTest {

  @TempDir Path place;

  @Test
  void theMachineIsAskedAgainAndWhatThePersonDecidedStays() throws Exception {
    Swapped pipeline = new Swapped(SheetPlugIns.pipeline());
    try (ReviewDesk desk = ReviewDesk.sitDown(place, "data", pipeline)) {
      String record = desk.record(0).id();
      desk.session().select(new Selection(ReviewDesk.DOCUMENT, record, "office", 0), true);
      desk.robot.press("a");
      assertEquals(Status.ACCEPTED, desk.value(0, "office", 0).status());
      assertEquals(2, desk.record(0).values("office").size());
      desk.session().select(new Selection(ReviewDesk.DOCUMENT, record, "budget", 0), true);

      pipeline.swap(SheetPlugIns.withoutOffices());
      desk.robot.waitUntil(
          "the value of the bundle that went is gone",
          () -> desk.record(0).values("office").size() == 1);
      assertEquals(Status.ACCEPTED, desk.value(0, "office", 0).status());
      assertEquals(record, desk.session().selection().record());
      assertEquals("budget", desk.session().selection().field());
      assertEquals(0, desk.record(1).values("office").size());

      pipeline.swap(SheetPlugIns.pipeline());
      desk.robot.waitUntil(
          "the value is found again", () -> desk.record(0).values("office").size() == 2);
      assertEquals(Status.ACCEPTED, desk.value(0, "office", 0).status());
      assertEquals(Status.MACHINE, desk.value(0, "office", 1).status());
    }
    assertEquals(0, pipeline.listeners.size(), "a closed project no longer listens");
  }

  /** Hands everything to a pipeline that can be exchanged. */
  private static final class Swapped implements Pipeline {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Pipeline current;

    Swapped(Pipeline current) {
      this.current = current;
    }

    void swap(Pipeline next) {
      current = next;
      listeners.forEach(Runnable::run);
    }

    @Override
    public Profile profile() {
      return current.profile();
    }

    @Override
    public List<PlugIn> plugIns() {
      return current.plugIns();
    }

    @Override
    public List<Problem> problems() {
      return current.problems();
    }

    @Override
    public List<BundleFile> bundles() {
      return current.bundles();
    }

    @Override
    public Conduct conduct(PlugIn plugIn) {
      return current.conduct(plugIn);
    }

    @Override
    public boolean switchOn(PlugIn plugIn) {
      return current.switchOn(plugIn);
    }

    @Override
    public SourceDocument load(LoadRequest request) throws LoadException {
      return current.load(request);
    }

    @Override
    public ParsedDocument run(SourceDocument document, RunOptions options) {
      return current.run(document, options);
    }

    @Override
    public ParsedDocument extract(
        SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
      return current.extract(document, cut, options);
    }

    @Override
    public Variant with(List<PlugInJar> jars) {
      return current.with(jars);
    }

    @Override
    public Explanations explain(SourceDocument document, RunOptions options) {
      return current.explain(document, options);
    }

    @Override
    public ParsedDocument check(ParsedDocument parsed, List<ParsedDocument> others) {
      return current.check(parsed, others);
    }

    @Override
    public Subscription onChange(Runnable listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }
  }
}
