package koetsu.segment.internal.catalogue;

import java.util.Comparator;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.Section;

/**
 * Reads the typed blocks of a sheet whose boxes were written out in any order.
 *
 * <p>A heading owns what follows it, until another heading, a budget, or captions of a picture that
 * stand below a text. Labels, title, summary and enquiries may come in between; what follows them
 * goes on with the block before only where that had no body yet or comes back to its bullets. A
 * block without a heading that stands right above one, after the enquiries or the title, is its
 * body too: the box of the heading was written out after its text.
 */
final class SheetSections {
  private final CatalogueWords words;
  private final HeadingReader headings;

  SheetSections(CatalogueWords words) {
    this.words = words;
    this.headings = new HeadingReader(words);
  }

  List<Section> read(SourceDocument document, Sheet sheet) {
    SectionReading reading = new SectionReading(sheet, words, headings);
    for (int i = 0; i < sheet.size(); i++) {
      reading.line(i);
    }
    return reading.finish().stream()
        .sorted(Comparator.comparingInt(SectionBlock::begin))
        .map(b -> b.section(document))
        .toList();
  }
}
