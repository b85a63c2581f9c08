package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.Region;

/** Writes down the parts that a sheet's lines play for the extractors. */
final class Regions {
  private Regions() {}

  static List<Region> of(SourceDocument document, Sheet sheet) {
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < sheet.size(); i++) {
      SheetLine line = sheet.line(i);
      Region.Role role = role(sheet.part(i), line.role());
      if (role != null) {
        Range range = role == Region.Role.TITLE ? line.core() : new Range(0, line.text().length());
        regions.add(region(document, line, role, range));
      }
      for (SheetLine.Label label : line.labels()) {
        regions.add(region(document, line, role(Part.FURNITURE, label.role()), label.range()));
      }
    }
    regions.sort((a, b) -> a.span().compareTo(b.span()));
    return regions;
  }

  private static Region region(
      SourceDocument document, SheetLine line, Region.Role role, Range range) {
    return new Region(
        role, document.span(line.begin() + range.begin(), line.begin() + range.end()));
  }

  private static Region.Role role(Part part, LineRole role) {
    return switch (part) {
      case TITLE -> Region.Role.TITLE;
      case CONTACT -> Region.Role.CONTACT;
      case BUDGET -> Region.Role.BUDGET;
      case FURNITURE ->
          role == LineRole.CHAPTER
              ? Region.Role.CHAPTER
              : role == LineRole.TAG ? Region.Role.TAG : Region.Role.FURNITURE;
      case BLANK, TEXT, SUMMARY -> null;
    };
  }
}
