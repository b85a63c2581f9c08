package koetsu.pipeline.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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
import koetsu.pipeline.BundleFile;
import koetsu.pipeline.Conduct;
import koetsu.pipeline.DeclarationReader;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Fence;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.PlugInJar;
import koetsu.pipeline.Readings;
import koetsu.pipeline.RunOptions;

/** A pipeline whose plug-ins never change. */
public final class FixedPipeline implements Pipeline {
  /** How long a loader may take for one input. */
  static final Duration LOAD_LIMIT = Duration.ofSeconds(60);

  private final PlugIns plugIns;
  private final TextServices text;
  private final ConductLog conduct;
  private final Duration loadLimit;

  FixedPipeline(PlugIns plugIns, TextServices text) {
    this(plugIns, text, new ConductLog(), LOAD_LIMIT);
  }

  FixedPipeline(PlugIns plugIns, TextServices text, ConductLog conduct, Duration loadLimit) {
    this.plugIns = plugIns;
    this.text = Objects.requireNonNull(text);
    this.conduct = conduct;
    this.loadLimit = loadLimit;
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
    return plugIns.all().stream().map(this::asItIs).toList();
  }

  private PlugIn asItIs(PlugIn plugIn) {
    String off = conduct.off(plugIn);
    return off == null ? plugIn : plugIn.refused(off);
  }

  @Override
  public List<BundleFile> bundles() {
    Map<String, BundleFile> bundles = new TreeMap<>();
    for (Installed<?> each : plugIns.installed()) {
      add(each.info().bundle(), each.info().version(), each.place(), bundles);
    }
    for (Class<?> own : List.of(text.getClass(), FixedPipeline.class)) {
      Origin origin = Origin.of(own);
      add(origin.bundle(), origin.version(), origin.place(), bundles);
    }
    return List.copyOf(bundles.values());
  }

  private static void add(
      String bundle, String version, Path place, Map<String, BundleFile> bundles) {
    bundles.putIfAbsent(bundle + " " + version, new BundleFile(bundle, version, place));
  }

  @Override
  public Conduct conduct(PlugIn plugIn) {
    return conduct.of(plugIn.refused(null));
  }

  @Override
  public boolean switchOn(PlugIn plugIn) {
    return conduct.switchOn(plugIn.refused(null));
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(plugIns.problems());
    for (PlugIn plugIn : plugIns.all()) {
      String off = conduct.off(plugIn);
      if (off != null) {
        problems.add(new Problem(Problem.Severity.ERROR, plugIn.source(), off, null, null));
      }
    }
    return problems;
  }

  @Override
  public SourceDocument load(LoadRequest request) throws LoadException {
    try (Fence fence = new Fence()) {
      Installed<DocumentLoader> best = null;
      double most = 0;
      StringBuilder failures = new StringBuilder();
      for (Installed<DocumentLoader> loader : plugIns.loaders()) {
        PlugIn info = loader.info();
        if (conduct.isOff(info)) {
          failures.append("; ").append(info.source()).append(": ").append(conduct.off(info));
          continue;
        }
        try {
          double accepts = fence.call(() -> loader.service().accepts(request), loadLimit);
          if (accepts > most) {
            best = loader;
            most = accepts;
          }
        } catch (Fence.Breach e) {
          failures.append("; ").append(info.source()).append(' ').append(e.getMessage());
          conduct.failed(info, e, (source, why) -> failures.append("; ").append(why));
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

  private SourceDocument load(LoadRequest request, Installed<DocumentLoader> loader, Fence fence)
      throws LoadException {
    PlugIn info = loader.info();
    Callable<SourceDocument> work = () -> Limits.checked(loader.service().load(request), request);
    Fence.Answer<SourceDocument> answer = fence.callAll(List.of(work), loadLimit).get(0);
    conduct.asked(info, answer.nanos());
    Fence.Breach breach = answer.breach();
    if (breach == null) {
      conduct.succeeded(info);
      return answer.value();
    }
    if (breach.getCause() instanceof LoadException said) {
      conduct.succeeded(info);
      throw said;
    }
    StringBuilder message = new StringBuilder(request.name() + ": " + info.source());
    message.append(' ').append(breach.getMessage());
    conduct.failed(info, breach, (source, why) -> message.append("; ").append(why));
    throw new LoadException(message.toString(), breach);
  }

  @Override
  public ParsedDocument run(SourceDocument document, RunOptions options)
      throws CancellationException {
    try (DocumentRun run = new DocumentRun(document, options, plugIns, text, conduct)) {
      return run.run();
    }
  }

  @Override
  public ParsedDocument extract(
      SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
    try (DocumentRun run = new DocumentRun(document, options, plugIns, text, conduct)) {
      return run.extract(cut);
    }
  }

  @Override
  public Readings read(SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
    try (DocumentRun run = new DocumentRun(document, options, plugIns, text, conduct)) {
      return run.read(cut);
    }
  }

  @Override
  public Variant with(List<PlugInJar> jars) {
    DeclarationReader reader =
        ServiceLoader.load(DeclarationReader.class, FixedPipeline.class.getClassLoader())
            .findFirst()
            .orElse(null);
    return with(jars, reader);
  }

  Variant with(List<PlugInJar> jars, DeclarationReader reader) {
    return JarVariant.of(plugIns, text, jars, reader);
  }

  @Override
  public Explanations explain(SourceDocument document, RunOptions options) {
    return DocumentRun.explain(document, options, plugIns, text, conduct);
  }

  @Override
  public ParsedDocument check(ParsedDocument parsed, List<ParsedDocument> others) {
    try (DocumentRun run =
        new DocumentRun(parsed.document(), RunOptions.DEFAULT, plugIns, text, conduct)) {
      return run.check(parsed, others);
    }
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return conduct.onSwitch(listener); // nothing else ever changes here
  }
}
