package koetsu.pipeline.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Validator;
import koetsu.api.text.TextServices;
import koetsu.pipeline.Fence;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;

/** Finds plug-ins without a framework, as {@link ServiceLoader} providers. */
public final class ClassPath {
  /** How long a plug-in may take to be made and to say its name, as in a framework. */
  static final Duration LIMIT = Duration.ofSeconds(10);

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

  /**
   * All providers that a class loader sees. One that cannot be made, or does not come back from it,
   * costs itself only.
   */
  static List<Installed<?>> installed(ClassLoader loader) {
    return installed(loader, LIMIT);
  }

  /**
   * @param limit how long each may take to be made and to say its name
   */
  static List<Installed<?>> installed(ClassLoader loader, Duration limit) {
    List<Installed<?>> all = new ArrayList<>();
    try (Fence fence = new Fence()) {
      Search search = new Search(loader, fence, limit, all);
      search.add(DocumentLoader.class, PlugIn.Kind.LOADER, Installed::of);
      search.add(Segmenter.class, PlugIn.Kind.SEGMENTER, Installed::of);
      search.add(FieldExtractor.class, PlugIn.Kind.EXTRACTOR, Installed::of);
      search.add(Validator.class, PlugIn.Kind.VALIDATOR, Installed::of);
      search.add(ProfileContribution.class, PlugIn.Kind.PROFILE, Installed::of);
    }
    return all;
  }

  private interface Install<T> {
    Installed<?> of(T service, Origin origin, int ranking);
  }

  private record Search(ClassLoader loader, Fence fence, Duration limit, List<Installed<?>> found) {

    <T> void add(Class<T> type, PlugIn.Kind kind, Install<T> install) {
      Iterator<ServiceLoader.Provider<T>> providers =
          ServiceLoader.load(type, loader).stream().iterator();
      boolean more = true;
      while (more) {
        try {
          more = providers.hasNext();
          if (more) {
            found.add(made(providers.next(), kind, install));
          }
        } catch (ServiceConfigurationError | LinkageError e) {
          found.add(
              refused(
                  kind, type.getName(), new Origin("class path", "0.0.0", null), e.getMessage()));
        }
      }
    }

    private <T> Installed<?> made(
        ServiceLoader.Provider<T> provider, PlugIn.Kind kind, Install<T> install) {
      Origin origin = Origin.of(provider.type());
      try {
        return fence.call(() -> install.of(provider.get(), origin, 0), limit);
      } catch (Fence.Breach e) {
        return refused(kind, provider.type().getName(), origin, "its making " + e.getMessage());
      }
    }

    private static Installed<?> refused(
        PlugIn.Kind kind, String id, Origin origin, String because) {
      return new Installed<>(
          new PlugIn(kind, id, origin.bundle(), origin.version(), 0, because),
          null,
          origin.place());
    }
  }
}
