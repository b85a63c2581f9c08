package koetsu.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.Profile;
import koetsu.pipeline.PlugIn;
import koetsu.records.ProfileJson;

/**
 * A plug-in that was found.
 *
 * @param info how people name it, and why it takes no part if it does not
 * @param service what it does; of a contribution what it contributes; null where it has a fault
 * @param place where its bundle is; null where nobody can tell
 */
record Installed<T>(PlugIn info, T service, Path place) {

  static Installed<DocumentLoader> of(DocumentLoader loader, Origin origin, int ranking) {
    return named(PlugIn.Kind.LOADER, loader, loader::id, origin, ranking);
  }

  static Installed<Segmenter> of(Segmenter segmenter, Origin origin, int ranking) {
    return named(PlugIn.Kind.SEGMENTER, segmenter, segmenter::id, origin, ranking);
  }

  static Installed<FieldExtractor> of(FieldExtractor extractor, Origin origin, int ranking) {
    return named(PlugIn.Kind.EXTRACTOR, extractor, extractor::id, origin, ranking);
  }

  static Installed<Validator> of(Validator validator, Origin origin, int ranking) {
    return named(PlugIn.Kind.VALIDATOR, validator, validator::id, origin, ranking);
  }

  static Installed<Profile> of(ProfileContribution contribution, Origin origin, int ranking) {
    Installed<ProfileContribution> named =
        named(PlugIn.Kind.PROFILE, contribution, contribution::id, origin, ranking);
    PlugIn info = named.info();
    if (info.fault() != null) {
      return new Installed<>(info, null, origin.place());
    }
    try (InputStream in = contribution.open()) {
      return new Installed<>(
          info, ProfileJson.read(in.readAllBytes(), info.source()), origin.place());
    } catch (IOException e) {
      return new Installed<>(info.refused(e.getMessage()), null, origin.place());
    } catch (Throwable e) { // whatever foreign code can think of
      return new Installed<>(
          info.refused("its profile cannot be opened: " + e), null, origin.place());
    }
  }

  private static <T> Installed<T> named(
      PlugIn.Kind kind, T service, Supplier<String> id, Origin origin, int ranking) {
    String name = null;
    String fault = "its id() is null";
    try {
      name = id.get();
    } catch (Throwable e) { // whatever foreign code can think of
      fault = "its id() fails: " + e;
    }
    if (name != null) {
      return new Installed<>(
          new PlugIn(kind, name, origin.bundle(), origin.version(), ranking, null),
          service,
          origin.place());
    }
    String type = service.getClass().getName();
    return new Installed<>(
        new PlugIn(kind, type, origin.bundle(), origin.version(), ranking, fault),
        null,
        origin.place());
  }
}
