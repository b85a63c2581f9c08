package koetsu.api.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import koetsu.api.document.Span;
import koetsu.api.record.Section;

/**
 * A record as the segmenter found it, before its fields are read.
 *
 * @param parent index of the parent in {@link Segmentation#records()}, or null
 * @param kind id of a record kind of the profile
 * @param spans the lines the record claims, ascending, not overlapping those of another record
 * @param sections typed blocks in printed order
 * @param regions layout parts in printed order; a line may be in none
 * @param contents the entry of the document's contents that names this record, or null
 */
public record RecordDraft(
    Integer parent,
    String kind,
    List<Span> spans,
    List<Section> sections,
    List<Region> regions,
    ContentsEntry contents) {
  public RecordDraft {
    Objects.requireNonNull(kind);
    spans = List.copyOf(spans);
    sections = List.copyOf(sections);
    regions = List.copyOf(regions);
  }

  /** The places that play a part, in printed order. */
  public List<Span> regions(Region.Role role) {
    List<Span> found = new ArrayList<>();
    for (Region region : regions) {
      if (region.role() == role) {
        found.add(region.span());
      }
    }
    return found;
  }

  /** The sections of a type, in printed order. */
  public Stream<Section> sections(String type) {
    return sections.stream().filter(s -> s.type().equals(type));
  }
}
