package koetsu.pipeline;

import java.util.Comparator;
import java.util.Objects;
import koetsu.pipeline.internal.Origin;

/**
 * One installed plug-in, as people and messages name it.
 *
 * @param kind what it does
 * @param id the name it gives itself, or its class where it gives none
 * @param bundle symbolic name of the bundle it comes from
 * @param version of that bundle
 * @param ranking service ranking; 0 on a plain class path
 * @param fault why it takes no part, for a person to read; null where it does take part
 */
public record PlugIn(
    Kind kind, String id, String bundle, String version, int ranking, String fault) {

  /** The order in which plug-ins of one kind are asked: ranking, then id, then bundle. */
  public static final Comparator<PlugIn> ORDER =
      Comparator.comparing(PlugIn::kind)
          .thenComparing(Comparator.comparingInt(PlugIn::ranking).reversed())
          .thenComparing(PlugIn::id)
          .thenComparing(PlugIn::bundle)
          .thenComparing(PlugIn::version);

  /** What a plug-in does, in the order of the data's way; formats are no part of a pipeline. */
  public enum Kind {
    LOADER,
    SEGMENTER,
    EXTRACTOR,
    VALIDATOR,
    PROFILE,
    EXPORTER,
    IMPORTER
  }

  public PlugIn {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(id);
    Objects.requireNonNull(bundle);
    Objects.requireNonNull(version);
  }

  /** A plug-in that was found without a framework, with the bundle that holds its class. */
  public static PlugIn onClassPath(Kind kind, String id, Class<?> type) {
    Origin origin = Origin.of(type);
    return new PlugIn(kind, id, origin.bundle(), origin.version(), 0, null);
  }

  /** Where a rule of this plug-in comes from: {@code bundle/version#rule}. */
  public String source(String rule) {
    return bundle + "/" + version + "#" + rule;
  }

  /** The plug-in itself as a source: {@code bundle/version#id}. */
  public String source() {
    return source(id);
  }

  /** The same plug-in, which takes no part because of a fault, or takes part where that is null. */
  public PlugIn refused(String because) {
    return new PlugIn(kind, id, bundle, version, ranking, because);
  }
}
