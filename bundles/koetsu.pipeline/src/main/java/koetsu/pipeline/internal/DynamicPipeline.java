package koetsu.pipeline.internal;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
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
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.PlugInJar;
import koetsu.pipeline.Readings;
import koetsu.pipeline.RunOptions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The pipeline of the plug-ins that the framework has at the moment. Each change makes a new {@link
 * FixedPipeline}; a run that is under way keeps the one it began with.
 *
 * <p>A plug-in takes part while its bundle is active: what an activator registers before it hangs
 * does not, and what a bundle leaves behind that hangs while it stops.
 */
@Component
public final class DynamicPipeline implements Pipeline {
  private final TextServices text;
  private final Map<Key, Installed<?>> installed = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ConductLog conduct = new ConductLog();

  /** Null after a change until somebody asks: many plug-ins come at once. */
  private volatile FixedPipeline current;

  private Runnable closing = () -> {};

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile DeclarationReader declarations;

  /** One service may be a plug-in of several kinds. */
  private record Key(PlugIn.Kind kind, ServiceReference<?> service) {}

  @Activate
  public DynamicPipeline(BundleContext context, @Reference TextServices text) {
    this(text);
    SynchronousBundleListener changes = event -> changed(event.getBundle());
    context.addBundleListener(changes);
    this.closing = () -> context.removeBundleListener(changes);
  }

  /** Without a framework that tells of bundles. */
  DynamicPipeline(TextServices text) {
    this.text = text;
    conduct.onSwitch(() -> listeners.forEach(Runnable::run));
  }

  @Deactivate
  void close() {
    closing.run();
  }

  @Reference(
      service = DocumentLoader.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindLoader(ServiceReference<DocumentLoader> reference, DocumentLoader loader) {
    put(reference, Installed.of(loader, origin(reference), ranking(reference)));
  }

  void updatedLoader(ServiceReference<DocumentLoader> reference, DocumentLoader loader) {
    bindLoader(reference, loader);
  }

  void unbindLoader(ServiceReference<DocumentLoader> reference) {
    remove(PlugIn.Kind.LOADER, reference);
  }

  @Reference(
      service = Segmenter.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindSegmenter(ServiceReference<Segmenter> reference, Segmenter segmenter) {
    put(reference, Installed.of(segmenter, origin(reference), ranking(reference)));
  }

  void updatedSegmenter(ServiceReference<Segmenter> reference, Segmenter segmenter) {
    bindSegmenter(reference, segmenter);
  }

  void unbindSegmenter(ServiceReference<Segmenter> reference) {
    remove(PlugIn.Kind.SEGMENTER, reference);
  }

  @Reference(
      service = FieldExtractor.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindExtractor(ServiceReference<FieldExtractor> reference, FieldExtractor extractor) {
    put(reference, Installed.of(extractor, origin(reference), ranking(reference)));
  }

  void updatedExtractor(ServiceReference<FieldExtractor> reference, FieldExtractor extractor) {
    bindExtractor(reference, extractor);
  }

  void unbindExtractor(ServiceReference<FieldExtractor> reference) {
    remove(PlugIn.Kind.EXTRACTOR, reference);
  }

  @Reference(
      service = Validator.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindValidator(ServiceReference<Validator> reference, Validator validator) {
    put(reference, Installed.of(validator, origin(reference), ranking(reference)));
  }

  void updatedValidator(ServiceReference<Validator> reference, Validator validator) {
    bindValidator(reference, validator);
  }

  void unbindValidator(ServiceReference<Validator> reference) {
    remove(PlugIn.Kind.VALIDATOR, reference);
  }

  @Reference(
      service = ProfileContribution.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindContribution(
      ServiceReference<ProfileContribution> reference, ProfileContribution contribution) {
    put(reference, Installed.of(contribution, origin(reference), ranking(reference)));
  }

  void updatedContribution(
      ServiceReference<ProfileContribution> reference, ProfileContribution contribution) {
    bindContribution(reference, contribution);
  }

  void unbindContribution(ServiceReference<ProfileContribution> reference) {
    remove(PlugIn.Kind.PROFILE, reference);
  }

  @Override
  public Profile profile() {
    return current().profile();
  }

  @Override
  public List<PlugIn> plugIns() {
    return current().plugIns();
  }

  @Override
  public List<Problem> problems() {
    return current().problems();
  }

  @Override
  public SourceDocument load(LoadRequest request) throws LoadException {
    return current().load(request);
  }

  @Override
  public ParsedDocument run(SourceDocument document, RunOptions options) {
    return current().run(document, options);
  }

  @Override
  public ParsedDocument extract(
      SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
    return current().extract(document, cut, options);
  }

  @Override
  public Readings read(SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
    return current().read(document, cut, options);
  }

  @Override
  public Variant with(List<PlugInJar> jars) {
    return current().with(jars, declarations);
  }

  @Override
  public Explanations explain(SourceDocument document, RunOptions options) {
    return current().explain(document, options);
  }

  @Override
  public ParsedDocument check(ParsedDocument parsed, List<ParsedDocument> others) {
    return current().check(parsed, others);
  }

  @Override
  public Conduct conduct(PlugIn plugIn) {
    return current().conduct(plugIn);
  }

  @Override
  public boolean switchOn(PlugIn plugIn) {
    return current().switchOn(plugIn);
  }

  @Override
  public List<BundleFile> bundles() {
    return current().bundles();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    Runnable subscribed = Objects.requireNonNull(listener)::run; // one identity per subscription
    listeners.add(subscribed);
    return () -> listeners.remove(subscribed);
  }

  private void put(ServiceReference<?> reference, Installed<?> plugIn) {
    synchronized (installed) {
      if (reference.getBundle() == null) {
        return; // it took so long to say its name that it is gone again
      }
      installed.put(new Key(plugIn.info().kind(), reference), plugIn);
      conduct.forget(plugIn.info()); // what is installed anew has done nothing yet
      current = null;
    }
    listeners.forEach(Runnable::run);
  }

  private void remove(PlugIn.Kind kind, ServiceReference<?> reference) {
    synchronized (installed) {
      installed.remove(new Key(kind, reference));
      current = null;
    }
    listeners.forEach(Runnable::run);
  }

  /** The pipeline of now, made when it is first asked for after a change. */
  private FixedPipeline current() {
    FixedPipeline made = current;
    if (made == null) {
      synchronized (installed) {
        made = current == null ? fixed(active()) : current;
        current = made;
      }
    }
    return made;
  }

  private List<Installed<?>> active() {
    List<Installed<?>> active = new ArrayList<>();
    installed.forEach(
        (key, plugIn) -> {
          Bundle bundle = key.service().getBundle();
          if (bundle != null && bundle.getState() == Bundle.ACTIVE) {
            active.add(plugIn);
          }
        });
    return active;
  }

  /** A bundle became active, or no longer is. */
  private void changed(Bundle bundle) {
    synchronized (installed) {
      if (installed.keySet().stream().noneMatch(key -> bundle.equals(key.service().getBundle()))) {
        return;
      }
      current = null;
    }
    listeners.forEach(Runnable::run);
  }

  private FixedPipeline fixed(Collection<Installed<?>> plugIns) {
    return new FixedPipeline(PlugIns.of(plugIns), text, conduct, FixedPipeline.LOAD_LIMIT);
  }

  private static Origin origin(ServiceReference<?> reference) {
    Bundle bundle = reference.getBundle();
    return bundle == null
        ? new Origin("uninstalled", "0.0.0", null) // gone between its arrival and this call
        : new Origin(
            bundle.getSymbolicName(), bundle.getVersion().toString(), place(bundle.getLocation()));
  }

  /** The file or folder that a bundle was installed from. */
  private static Path place(String location) {
    try {
      // what the launcher installs beside a bundle that hangs has a number behind the place
      return Path.of(
          URI.create(location.replaceFirst("^reference:", "").replaceFirst("#\\d+$", "")));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null; // installed by other means than the launcher's
    }
  }

  private static int ranking(ServiceReference<?> reference) {
    return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking
        ? ranking
        : 0;
  }
}
