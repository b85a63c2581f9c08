package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Validator;
import koetsu.api.text.TextServices;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;

/** Finds plug-ins without a framework, as {@link ServiceLoader} providers. */
public final class ClassPath {
  private ClassPath() {}

  /** A pipeline of all providers that a class loader sees. */
  public static Pipeline pipeline(ClassLoader loader) {
    TextServices text =
        text(loader)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no text services are installed: the bundle koetsu.text is missing"));
    return new FixedPipeline(PlugIns.of(installed(loader)), text);
  }

  static Optional<TextServices> text(ClassLoader loader) {
    return ServiceLoader.load(TextServices.class, loader).findFirst();
  }

  /** All providers that a class loader sees. */
  static List<Installed<?>> installed(ClassLoader loader) {
    List<Installed<?>> all = new ArrayList<>();
    each(
        DocumentLoader.class,
        PlugIn.Kind.LOADER,
        loader,
        all,
        p -> all.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    each(
        Segmenter.class,
        PlugIn.Kind.SEGMENTER,
        loader,
        all,
        p -> all.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    each(
        FieldExtractor.class,
        PlugIn.Kind.EXTRACTOR,
        loader,
        all,
        p -> all.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    each(
        Validator.class,
        PlugIn.Kind.VALIDATOR,
        loader,
        all,
        p -> all.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    each(
        ProfileContribution.class,
        PlugIn.Kind.PROFILE,
        loader,
        all,
        p -> all.add(Installed.of(p, Origin.of(p.getClass()), 0)));
    return all;
  }

  /** A provider that cannot be made costs itself only. */
  private static <T> void each(
      Class<T> type,
      PlugIn.Kind kind,
      ClassLoader loader,
      List<Installed<?>> all,
      Consumer<T> found) {
    Iterator<ServiceLoader.Provider<T>> providers =
        ServiceLoader.load(type, loader).stream().iterator();
    boolean more = true;
    while (more) {
      try {
        more = providers.hasNext();
        if (more) {
          found.accept(providers.next().get());
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        all.add(
            new Installed<>(
                new PlugIn(kind, type.getName(), "class path", "0.0.0", 0, e.getMessage()),
                null,
                null));
      }
    }
  }
}
