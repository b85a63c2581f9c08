package koetsu.segment.internal.sheet;

import koetsu.api.profile.Profile;
import koetsu.api.text.TextServices;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.LineFolder;

/** What the profile's word lists say about sheets; immutable and the same for every document. */
record SheetLexicon(
    LineFolder folder, SheetWords words, HeadingLexicon headings, HeadingForm form) {

  static SheetLexicon of(Profile profile, TextServices text) {
    LineFolder folder = new LineFolder(profile, text);
    HeadingLexicon headings = new HeadingLexicon(profile, folder);
    return new SheetLexicon(
        folder, SheetWords.of(profile, folder), headings, new HeadingForm(profile, headings));
  }
}
