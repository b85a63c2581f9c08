package koetsu.pipeline;

import java.util.Collection;
import java.util.List;
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
import koetsu.pipeline.internal.ClassPath;
import koetsu.pipeline.internal.FixedPipeline;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns bytes into a document and a document into records by means of whatever plug-ins are
 * installed.
 *
 * <p>A plug-in that throws, hangs or gives nonsense costs its own results and becomes a {@link
 * Problem}; no plug-in can make a run fail. The outcome depends on the document, the set of
 * plug-ins and their rankings only, never on the order in which they were installed. Nothing is
 * remembered between documents but how plug-ins behave: one that fails ten times in a row, or hangs
 * or uses up the memory three times, is switched off until somebody switches it on or installs it
 * anew, and every document and {@link #problems()} say so. Safe for any thread; several documents
 * may run at once.
 */
@ProviderType
public interface Pipeline {
  /** The fields, sections, kinds and word lists in force. */
  Profile profile();

  /** Every installed plug-in, also those that take no part, in {@link PlugIn#ORDER}. */
  List<PlugIn> plugIns();

  /**
   * What is wrong with the installed plug-ins, whatever the document; also which of them are
   * switched off.
   */
  List<Problem> problems();

  /**
   * The bundles that make the outcome: those of the plug-ins, of the text services and of the
   * pipeline itself, by name.
   */
  List<BundleFile> bundles();

  /** What a plug-in has cost and failed since it was installed. */
  Conduct conduct(PlugIn plugIn);

  /**
   * Gives a plug-in that was switched off another chance.
   *
   * @return whether it was off
   */
  boolean switchOn(PlugIn plugIn);

  /**
   * Decodes an input with the loader that knows its format best.
   *
   * @throws LoadException where there is none, or it says why it cannot
   */
  SourceDocument load(LoadRequest request) throws LoadException;

  /**
   * Segments a document, extracts its fields and lets the validators look. The set of plug-ins is
   * the one installed when the run begins.
   *
   * @throws java.util.concurrent.CancellationException when the monitor says so or the calling
   *     thread is interrupted
   */
  ParsedDocument run(SourceDocument document, RunOptions options);

  /** As {@link #run(SourceDocument, RunOptions)} with {@link RunOptions#DEFAULT}. */
  default ParsedDocument run(SourceDocument document) {
    return run(document, RunOptions.DEFAULT);
  }

  /**
   * Reads the fields of records that a person has cut, so that what extractors do can be told from
   * what the segmenter does. Ids, kinds, parents, spans and sections are those given; the layout
   * within each record is what the segmenter that fits best sees in its text. No validator looks.
   *
   * @param cut records of this document; those without a span are left out
   * @return the given records with the machine's values in place of theirs, and the problems of the
   *     plug-ins
   * @throws java.util.concurrent.CancellationException when the monitor says so or the calling
   *     thread is interrupted
   */
  ParsedDocument extract(SourceDocument document, List<ParsedRecord> cut, RunOptions options);

  /**
   * Does both {@link #run(SourceDocument, RunOptions)} and {@link #extract}, at little more than
   * the cost of one: the document is segmented once, and a record that the person has cut as the
   * segmenter does is read once.
   *
   * @throws java.util.concurrent.CancellationException when the monitor says so or the calling
   *     thread is interrupted
   */
  default Readings read(SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
    return new Readings(run(document, options), extract(document, cut, options));
  }

  /**
   * Does the same as {@link #run(SourceDocument, RunOptions)} and remembers what every rule looked
   * at. The trace of the options is not used.
   *
   * @throws java.util.concurrent.CancellationException when the monitor says so or the calling
   *     thread is interrupted
   */
  Explanations explain(SourceDocument document, RunOptions options);

  /** As {@link #explain(SourceDocument, RunOptions)} with {@link RunOptions#DEFAULT}. */
  default Explanations explain(SourceDocument document) {
    return explain(document, RunOptions.DEFAULT);
  }

  /**
   * Lets the validators look at records again, as a run did at the end but beside other documents,
   * or after a reviewer changed something.
   *
   * @param parsed as a run gave it or a reviewer left it
   * @param others the other documents of the project
   * @return the same records and gaps, with what the validators say now in place of what they said
   */
  ParsedDocument check(ParsedDocument parsed, List<ParsedDocument> others);

  /**
   * Calls the listener after every change of the plug-ins that take part, on the thread that
   * installs them, switches them on or ran into their last failure, until the subscription is
   * closed.
   */
  Subscription onChange(Runnable listener);

  /**
   * A pipeline of the plug-ins of today in which jars take the place of the bundles of their names;
   * jars of other names come along. Jars are loaded without a framework, by what their {@code
   * META-INF/services} name and what they declare, and all see each other; the API is that of this
   * pipeline.
   *
   * @throws java.io.UncheckedIOException where a jar cannot be read
   */
  Variant with(List<PlugInJar> jars);

  /** Another set of plug-ins, whose classes are let go when it is closed. */
  interface Variant extends AutoCloseable {
    Pipeline pipeline();

    @Override
    void close();
  }

  /** Ends the calls to a listener when closed; closing it again does nothing. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /** A pipeline of just these plug-ins, without validators. */
  static Pipeline of(
      Collection<? extends DocumentLoader> loaders,
      Collection<? extends Segmenter> segmenters,
      Collection<? extends FieldExtractor> extractors,
      Collection<? extends ProfileContribution> contributions,
      TextServices text) {
    return of(loaders, segmenters, extractors, List.of(), contributions, text);
  }

  /** A pipeline of just these plug-ins, in the order of their ids. */
  static Pipeline of(
      Collection<? extends DocumentLoader> loaders,
      Collection<? extends Segmenter> segmenters,
      Collection<? extends FieldExtractor> extractors,
      Collection<? extends Validator> validators,
      Collection<? extends ProfileContribution> contributions,
      TextServices text) {
    return FixedPipeline.of(loaders, segmenters, extractors, validators, contributions, text);
  }

  /**
   * A pipeline of the plug-ins that {@code META-INF/services} name on the class path of this class.
   *
   * @throws IllegalStateException where no text services are there
   */
  static Pipeline onClassPath() {
    return ClassPath.pipeline(Pipeline.class.getClassLoader());
  }
}
