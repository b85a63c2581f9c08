package koetsu.pipeline.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.text.TextServices;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.PlugInJar;
import koetsu.pipeline.RunOptions;

/** A pipeline whose plug-ins never change. */
public final class FixedPipeline implements Pipeline {
  /** How long a loader may take for one input. */
  private static final Duration LOAD_LIMIT = Duration.ofSeconds(60);

  private final PlugIns plugIns;
  private final TextServices text;

  FixedPipeline(PlugIns plugIns, TextServices text) {
    this.plugIns = plugIns;
    this.text = Objects.requireNonNull(text);
  }

  /** A pipeline of just these plug-ins. */
  public static FixedPipeline of(
      Collection<? extends DocumentLoader> loaders,
      Collection<? extends Segmenter> segmenters,
      Collection<? extends FieldExtractor> extractors,
      Collection<? extends Validator> validators,
      Collection<? extends ProfileContribution> contributions,
      TextServices text) {
    List<Installed<?>> installed = new ArrayList<>();
    loaders.forEach(p -> installed.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    segmenters.forEach(p -> installed.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    extractors.forEach(p -> installed.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    validators.forEach(p -> installed.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    contributions.forEach(p -> installed.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    return new FixedPipeline(PlugIns.of(installed), text);
  }

  @Override
  public Profile profile() {
    return plugIns.profile();
  }

  @Override
  public List<PlugIn> plugIns() {
    return plugIns.all();
  }

  @Override
  public List<Problem> problems() {
    return plugIns.problems();
  }

  @Override
  public SourceDocument load(LoadRequest request) throws LoadException {
    try (Fence fence = new Fence()) {
      Installed<DocumentLoader> best = null;
      double most = 0;
      StringBuilder failures = new StringBuilder();
      for (Installed<DocumentLoader> loader : plugIns.loaders()) {
        try {
          double accepts = fence.call(() -> loader.service().accepts(request), LOAD_LIMIT);
          if (accepts > most) {
            best = loader;
            most = accepts;
          }
        } catch (Fence.Breach e) {
          failures.append("; ").append(loader.info().source()).append(' ').append(e.getMessage());
        }
      }
      if (best == null) {
        throw new LoadException(
            request.name()
                + ": no installed loader knows what this is; see `koetsu bundles`"
                + failures);
      }
      return load(request, best, fence);
    }
  }

  private static SourceDocument load(
      LoadRequest request, Installed<DocumentLoader> loader, Fence fence) throws LoadException {
    try {
      SourceDocument document = fence.call(() -> loader.service().load(request), LOAD_LIMIT);
      if (document == null) {
        throw new LoadException(
            request.name() + ": " + loader.info().source() + " gave no document");
      }
      return document;
    } catch (Fence.Breach e) {
      if (e.getCause() instanceof LoadException said) {
        throw said;
      }
      throw new LoadException(
          request.name() + ": " + loader.info().source() + " " + e.getMessage(), e);
    }
  }

  @Override
  public ParsedDocument run(SourceDocument document, RunOptions options)
      throws CancellationException {
    try (DocumentRun run = new DocumentRun(document, options, plugIns, text)) {
      return run.run();
    }
  }

  @Override
  public ParsedDocument extract(
      SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
    try (DocumentRun run = new DocumentRun(document, options, plugIns, text)) {
      return run.extract(cut);
    }
  }

  @Override
  public Variant with(List<PlugInJar> jars) {
    return JarVariant.of(plugIns, text, jars);
  }

  @Override
  public Explanations explain(SourceDocument document, RunOptions options) {
    return DocumentRun.explain(document, options, plugIns, text);
  }

  @Override
  public ParsedDocument check(ParsedDocument parsed, List<ParsedDocument> others) {
    try (DocumentRun run = new DocumentRun(parsed.document(), RunOptions.DEFAULT, plugIns, text)) {
      return run.check(parsed, others);
    }
  }

  @Override
  public Subscription onChange(Runnable listener) {
    Objects.requireNonNull(listener);
    return () -> {}; // nothing ever changes here
  }
}
