package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import koetsu.api.profile.Profile;
import koetsu.segment.internal.HeadingLexicon;

/**
 * Finds outlines that go on behind a scheme. A page in two columns prints the scheme's box between
 * the halves of its outline; the second half shows by the next item of the outline's numbering or,
 * behind a box that holds catchwords only, by its first sentence.
 */
final class OutlineResumption {
  private static final String BOXES = "sheet.box-headings";
  private static final String OUTLINE = "outline";
  private static final String SCHEME = "scheme";

  /** An item with fewer characters behind its number is a caption of the scheme. */
  private static final int SHORTEST_ITEM = 6;

  private final HeadingLexicon lexicon;
  private final Set<String> boxes = new HashSet<>();

  OutlineResumption(Profile profile, HeadingLexicon lexicon) {
    this.lexicon = lexicon;
    profile.lexicon(BOXES).forEach(b -> boxes.add(lexicon.key(b)));
  }

  /** The blocks, with the resumed outlines as blocks of their own. */
  List<SectionBlock> apply(List<SectionBlock> blocks) {
    List<SectionBlock> split = new ArrayList<>();
    SectionBlock outline = null;
    for (SectionBlock block : blocks) {
      outline = block.type().equals(OUTLINE) ? block : outline;
      int at = block.type().equals(SCHEME) && outline != null ? resumes(outline, block) : -1;
      if (at < 0) {
        split.add(block);
      } else {
        List<SheetLine> body = block.body();
        split.add(new SectionBlock(SCHEME, block.heading(), body.subList(0, at)));
        split.add(new SectionBlock(OUTLINE, List.of(), body.subList(at, body.size())));
      }
    }
    return split;
  }

  private int resumes(SectionBlock outline, SectionBlock scheme) {
    boolean box = boxes.contains(lexicon.key(scheme.name()));
    int next = lastItem(outline) + 1;
    for (int i = 0; i < scheme.body().size(); i++) {
      SheetLine line = scheme.body().get(i);
      if (box && i > 0 && line.text().indexOf('。') >= 0) {
        return i;
      }
      int item = line.item();
      if (item > 0 && Items.name(line.folded()).length() >= SHORTEST_ITEM) {
        if (item == next && next > 1) {
          return i;
        }
        if (!box) {
          // a scheme that counts from one lists its own parts
          return -1;
        }
      }
    }
    return -1;
  }

  private static int lastItem(SectionBlock outline) {
    int last = 0;
    for (SheetLine line : outline.body()) {
      int item = line.item();
      last = item == last + 1 ? item : last;
    }
    return last;
  }
}
