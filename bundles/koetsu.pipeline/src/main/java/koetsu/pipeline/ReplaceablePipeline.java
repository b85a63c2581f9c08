package koetsu.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;

/**
 * A pipeline that stands for another one, and later for yet another: a window begins with the
 * plug-ins of the class path and goes on with those of a framework, once it has one. A run that is
 * under way ends with the plug-ins that it began with.
 */
public final class ReplaceablePipeline implements Pipeline {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Pipeline current;
  private Subscription changes;

  public ReplaceablePipeline(Pipeline first) {
    current = Objects.requireNonNull(first);
    changes = first.onChange(this::changed);
  }

  /** Stands for another pipeline from now on and tells the listeners; nothing if it does so. */
  public void replaceBy(Pipeline next) {
    synchronized (this) {
      if (next == current) {
        return;
      }
      changes.close();
      changes = next.onChange(this::changed);
      current = next;
    }
    changed();
  }

  private void changed() {
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
  public Explanations explain(SourceDocument document, RunOptions options) {
    return current.explain(document, options);
  }

  @Override
  public ParsedDocument check(ParsedDocument parsed, List<ParsedDocument> others) {
    return current.check(parsed, others);
  }

  @Override
  public Subscription onChange(Runnable listener) {
    Runnable subscribed = Objects.requireNonNull(listener)::run; // one identity per subscription
    listeners.add(subscribed);
    return () -> listeners.remove(subscribed);
  }

  @Override
  public Readings read(SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
    return current.read(document, cut, options);
  }

  @Override
  public Variant with(List<PlugInJar> jars) {
    return current.with(jars);
  }
}
