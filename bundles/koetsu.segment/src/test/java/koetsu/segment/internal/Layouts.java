package koetsu.segment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Trace;
import koetsu.api.profile.Profile;
import koetsu.api.record.Gap;
import koetsu.api.record.Section;
import koetsu.api.text.TextServices;
import koetsu.load.Documents;
import koetsu.records.ProfileJson;
import koetsu.segment.internal.catalogue.CatalogueProfile;
import koetsu.text.JapaneseText;

/**
 * Checks a segmenter on a text that a test writes down with what each line is before it:
 *
 * <pre>
 * program> title | 架空の橋の点検を進める事業
 * budget         | 令和8年度予算（案） 3.0億円（新規）
 * purpose:       | 事業目的
 * purpose        | 橋の点検を進める。
 * </pre>
 *
 * <p>{@code kind>} begins a record and {@code kind@2>} one whose parent is the second record; a
 * section type with a colon is a heading, with {@code :+} one that shares its line with the body;
 * the other words are regions in lower case and kinds of gaps. A blank line has no label, and a
 * line of no part has {@code -}.
 */
public final class Layouts {
  private static final TextServices TEXT = new JapaneseText();
  private static final Profile PROFILE = profile();

  private Layouts() {}

  /** Segments the text and compares what each line became with the labels before it. */
  public static void check(Segmenter segmenter, String labelled) {
    Segmentation found = segmenter.segment(context(source(labelled)));
    assertEquals(
        normalised(labelled), describe(Documents.of("sheets.txt", source(labelled)), found));
  }

  /** The segmentation of a labelled text. */
  public static Segmentation segment(Segmenter segmenter, String labelled) {
    return segmenter.segment(context(source(labelled)));
  }

  /** A text with its services and the profile of this bundle. */
  public static DocumentContext context(String text) {
    return context(text, Trace.OFF);
  }

  public static DocumentContext context(String text, Trace trace) {
    SourceDocument document = Documents.of("sheets.txt", text);
    return new DocumentContext(document, TEXT.scan(document), TEXT, PROFILE, trace);
  }

  /** The profile as far as this bundle contributes it. */
  public static Profile profile() {
    List<ProfileJson.Contribution> contributions = new ArrayList<>();
    for (ProfileContribution each : List.of(new SegmentProfile(), new CatalogueProfile())) {
      try (InputStream in = each.open()) {
        contributions.add(
            new ProfileJson.Contribution(
                each.id(), ProfileJson.read(in.readAllBytes(), each.id())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ProfileJson.sum(contributions).profile();
  }

  public static TextServices text() {
    return TEXT;
  }

  /** The text without its labels. */
  public static String source(String labelled) {
    return labelled.lines().map(l -> text(l) + "\n").collect(Collectors.joining());
  }

  private static String normalised(String labelled) {
    return labelled
        .lines()
        .map(l -> text(l).isBlank() ? "" : label(l) + " | " + text(l))
        .collect(Collectors.joining("\n"));
  }

  private static String label(String line) {
    return line.substring(0, line.indexOf('|')).strip();
  }

  private static String text(String line) {
    int bar = line.indexOf('|');
    return bar < 0 ? "" : line.substring(Math.min(bar + 2, line.length()));
  }

  private static String describe(SourceDocument document, Segmentation found) {
    List<String> described = new ArrayList<>();
    for (Line line : document.lines()) {
      String text = document.slice(line.span());
      described.add(line.isBlank() ? "" : label(found, line.span()) + " | " + text);
    }
    if (described.get(described.size() - 1).isEmpty()) {
      // what follows the last line terminator is no line of a test's text
      described.remove(described.size() - 1);
    }
    return String.join("\n", described);
  }

  private static String label(Segmentation found, Span line) {
    for (Gap gap : found.gaps()) {
      if (gap.span().overlaps(line)) {
        return gap.kind();
      }
    }
    for (RecordDraft record : found.records()) {
      if (record.spans().stream().anyMatch(s -> s.overlaps(line))) {
        boolean begins = record.spans().get(0).begin() >= line.begin();
        String parent = record.parent() == null ? "" : "@" + (record.parent() + 1);
        String start = begins ? record.kind() + parent + "> " : "";
        return start + part(record, line);
      }
    }
    return "-";
  }

  private static String part(RecordDraft record, Span line) {
    List<String> parts = new ArrayList<>();
    for (Region region : record.regions()) {
      if (region.span().overlaps(line)) {
        parts.add(region.role().name().toLowerCase(Locale.ROOT));
      }
    }
    for (Section section : record.sections()) {
      boolean heading = section.heading().stream().anyMatch(s -> s.overlaps(line));
      boolean body = section.body().stream().anyMatch(s -> s.overlaps(line));
      if (heading || body) {
        parts.add(section.type() + (heading ? body ? ":+" : ":" : ""));
      }
    }
    return parts.isEmpty() ? "-" : String.join("+", parts);
  }
}
