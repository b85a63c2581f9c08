package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Region.Role;
import koetsu.api.text.FoldedText;
import koetsu.segment.internal.ItemNumber;
import koetsu.segment.internal.LineFolder;

/** Names the parts of a sheet's head: title, number, budget, offices, ministries. */
final class HeadReader {
  private static final String LEAD_IN = "のうち";
  private static final String INCLUDED = "内数";

  private final List<SheetLine> lines;
  private final LineFolder folder;
  private final Places places;

  HeadReader(List<SheetLine> lines, LineFolder folder, Places places) {
    this.lines = lines;
    this.folder = folder;
    this.places = places;
  }

  /** The regions of a sheet's head in printed order. */
  List<Region> read(Sheet sheet) {
    List<Region> regions = new ArrayList<>();
    for (int i = sheet.begin(); i < sheet.body(); i++) {
      SheetLine line = lines.get(i);
      if (i >= sheet.titleBegin() && i < sheet.titleEnd() && line.role() != LineRole.NUMBER) {
        title(line, i, sheet, regions);
      } else if (line.container()) {
        regions.add(new Region(Role.CONTAINER, places.trimmed(line)));
      } else {
        named(line, i, sheet, regions);
      }
    }
    return regions;
  }

  private void title(SheetLine line, int i, Sheet sheet, List<Region> regions) {
    int end = line.statesBudget() ? line.budget().label() : line.text().length();
    regions.add(new Region(Role.TITLE, places.stretch(line, 0, end)));
    boolean first = i == sheet.titleBegin() || lines.get(i - 1).folded().contains(LEAD_IN);
    FoldedText folded = folder.fold(line.text());
    int leadIn = folded.text().indexOf(LEAD_IN);
    int at = leadIn >= 0 ? leadIn + LEAD_IN.length() : 0;
    while (at < folded.text().length() && "#*、,-".indexOf(folded.text().charAt(at)) >= 0) {
      at++;
    }
    int numberEnd = first ? ItemNumber.end(folded.text(), at) : at;
    if (numberEnd > at) {
      regions.add(
          new Region(
              Role.NUMBER, places.stretch(line, folded.origin(at), folded.origin(numberEnd))));
    }
    if (line.statesBudget()) {
      regions.add(new Region(Role.BUDGET, places.trimmed(line)));
    }
  }

  private void named(SheetLine line, int i, Sheet sheet, List<Region> regions) {
    switch (line.role()) {
      case BUDGET, AMOUNT -> regions.add(new Region(Role.BUDGET, places.trimmed(line)));
      case OFFICE -> regions.add(new Region(Role.OFFICE, places.trimmed(line)));
      case MINISTRY -> regions.add(new Region(Role.MINISTRY, places.trimmed(line)));
      case PAGE -> regions.add(new Region(Role.FURNITURE, places.trimmed(line)));
      case NUMBER -> {
        int colon = Math.max(line.text().indexOf(':'), line.text().indexOf('：'));
        regions.add(new Region(Role.NUMBER, places.stretch(line, colon + 1, line.text().length())));
      }
      case REMARK -> {
        if (line.folded().contains(INCLUDED)) {
          regions.add(new Region(Role.BUDGET, places.trimmed(line)));
        } else if (i > sheet.begin()
            && lines.get(i - 1).role() == LineRole.OFFICE
            && line.folded().equals("等")) {
          regions.add(new Region(Role.OFFICE, places.trimmed(line)));
        }
      }
      case TEXT -> {
        // nobody could name it, so nobody reads it
      }
    }
  }
}
