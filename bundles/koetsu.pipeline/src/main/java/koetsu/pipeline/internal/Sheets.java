package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.Quote;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.profile.Profile;
import koetsu.api.record.ContentsLine;
import koetsu.api.record.Gap;
import koetsu.api.record.Section;

/**
 * What holds of a segmentation: the drafts and gaps that keep to the contract. What does not is
 * left out and reported; the others keep their numbers.
 */
final class Sheets {
  /**
   * A draft that holds.
   *
   * @param id of the record
   * @param parent id of the record it is a part of, or null
   * @param draft with known section types only
   */
  record Sheet(String id, String parent, RecordDraft draft) {}

  private final SourceDocument document;
  private final Profile profile;
  private final BiConsumer<String, Span> report;
  private final TreeMap<Integer, Span> claimed = new TreeMap<>();

  /**
   * @param report takes what is wrong, as a sentence, and where; the place may be null
   */
  Sheets(SourceDocument document, Profile profile, BiConsumer<String, Span> report) {
    this.document = document;
    this.profile = profile;
    this.report = report;
  }

  /** The id of a record by its index in the segmentation. */
  static String id(int index) {
    String number = String.valueOf(index + 1);
    return "r" + "0".repeat(Math.max(0, 4 - number.length())) + number;
  }

  List<Sheet> sheets(Segmentation segmentation) {
    List<RecordDraft> drafts = segmentation.records();
    boolean[] holds = new boolean[drafts.size()];
    int last = -1;
    for (int i = 0; i < drafts.size(); i++) {
      String fault = fault(drafts.get(i), last);
      holds[i] = fault == null;
      if (holds[i]) {
        last = drafts.get(i).spans().get(0).begin();
        drafts.get(i).spans().forEach(s -> claimed.put(s.begin(), s));
      } else {
        report.accept("the record " + id(i) + " is left out: " + fault, null);
      }
    }
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (holds[i]) {
        String id = id(i);
        sheets.add(new Sheet(id, parent(drafts.get(i), i, holds), checked(drafts.get(i), id)));
      }
    }
    return sheets;
  }

  List<Gap> gaps(Segmentation segmentation) {
    List<Gap> gaps = new ArrayList<>();
    for (Gap gap : segmentation.gaps()) {
      if (gap.span().end() <= document.length()) {
        gaps.add(gap);
      } else {
        report.accept("a gap (" + gap.kind() + ") is left out: it ends beyond the document", null);
      }
    }
    return gaps;
  }

  /**
   * The entries of the contents, each with the sheet that has it; a segmenter may hand a sheet its
   * entry without the number.
   */
  List<ContentsLine> contents(Segmentation segmentation, List<Sheet> sheets) {
    Map<Quote, String> found = new HashMap<>();
    for (Sheet sheet : sheets) {
      if (sheet.draft().contents() != null) {
        found.putIfAbsent(sheet.draft().contents().title(), sheet.id());
      }
    }
    List<ContentsLine> lines = new ArrayList<>();
    for (ContentsEntry entry : segmentation.contents()) {
      List<Span> places = entry.title().spans();
      if (places.isEmpty() || SpanCheck.fault(places, document) != null) {
        report.accept("an entry of the contents is left out: it has no place", null);
        continue;
      }
      Span place = places.get(0).cover(places.get(places.size() - 1));
      String number = entry.number() == null ? "" : entry.number().text() + " ";
      lines.add(new ContentsLine(number + entry.title().text(), place, found.get(entry.title())));
    }
    return lines;
  }

  private String fault(RecordDraft draft, int last) {
    String fault = SpanCheck.fault(draft.spans(), document);
    if (fault != null) {
      return fault;
    }
    if (draft.spans().get(0).begin() < last) {
      return "it begins before the record before it";
    }
    for (Span span : draft.spans()) {
      Map.Entry<Integer, Span> before = claimed.lowerEntry(span.end());
      if (before != null && before.getValue().overlaps(span)) {
        return "it claims text of a record before it";
      }
    }
    return null;
  }

  private String parent(RecordDraft draft, int index, boolean[] holds) {
    Integer parent = draft.parent();
    if (parent == null) {
      return null;
    }
    if (parent < 0 || parent >= holds.length || parent == index || !holds[parent]) {
      report.accept(
          "the record " + id(index) + " names a parent that is no record; it has none now",
          draft.spans().get(0));
      return null;
    }
    return id(parent);
  }

  private RecordDraft checked(RecordDraft draft, String id) {
    String kind = draft.kind();
    if (!profile.kinds().isEmpty()
        && profile.kinds().stream().noneMatch(k -> k.id().equals(draft.kind()))) {
      kind = profile.kinds().get(0).id();
      report.accept(
          "the record "
              + id
              + " is of the kind "
              + draft.kind()
              + ", which is not in the profile;"
              + " it is a "
              + kind
              + " now",
          draft.spans().get(0));
    }
    List<Section> sections = new ArrayList<>();
    for (Section section : draft.sections()) {
      String fault = fault(section);
      if (fault == null) {
        sections.add(section);
      } else {
        report.accept(
            "a section (" + section.type() + ") of the record " + id + " is left out: " + fault,
            draft.spans().get(0));
      }
    }
    List<Region> regions = new ArrayList<>();
    for (Region region : draft.regions()) {
      if (region.span().end() <= document.length()) {
        regions.add(region);
      } else {
        report.accept(
            "a region (" + region.role() + ") of the record " + id + " ends beyond the document",
            draft.spans().get(0));
      }
    }
    return new RecordDraft(
        draft.parent(), kind, draft.spans(), sections, regions, draft.contents());
  }

  private String fault(Section section) {
    if (profile.section(section.type()).isEmpty()) {
      return "its type is not in the profile";
    }
    if (section.heading().isEmpty() && section.body().isEmpty()) {
      return "it has no place";
    }
    String heading = SpanCheck.faultIfAny(section.heading(), document);
    return heading != null ? heading : SpanCheck.faultIfAny(section.body(), document);
  }
}
