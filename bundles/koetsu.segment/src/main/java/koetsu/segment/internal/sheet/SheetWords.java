package koetsu.segment.internal.sheet;

import koetsu.api.profile.Profile;
import koetsu.segment.internal.LineFolder;
import koetsu.segment.internal.WordList;

/** The word lists {@code sheet.*} of the profile, by which sheets are understood. */
record SheetWords(
    WordList budgetCores,
    WordList budgetWords,
    WordList allocations,
    WordList proseEndings,
    WordList sentenceWords,
    WordList noteStarts,
    WordList subtitleStarts,
    WordList titleEndings,
    WordList officeEndings,
    WordList bureaus,
    WordList divisions,
    WordList bodies,
    WordList officeLabels,
    WordList ministryLabels,
    WordList numberLabels,
    WordList chapterStarts,
    WordList systemEndings,
    WordList systemWords,
    WordList programmeWords) {

  static SheetWords of(Profile profile, LineFolder folder) {
    return new SheetWords(
        new WordList(profile, "sheet.budget-cores", folder),
        new WordList(profile, "sheet.budget-words", folder),
        new WordList(profile, "sheet.allocation-words", folder),
        new WordList(profile, "sheet.prose-endings", folder),
        new WordList(profile, "sheet.sentence-words", folder),
        new WordList(profile, "sheet.note-starts", folder),
        new WordList(profile, "sheet.subtitle-starts", folder),
        new WordList(profile, "sheet.title-endings", folder),
        new WordList(profile, "sheet.office-endings", folder),
        new WordList(profile, "sheet.office-bureaus", folder),
        new WordList(profile, "sheet.office-divisions", folder),
        new WordList(profile, "sheet.office-bodies", folder),
        new WordList(profile, "sheet.office-labels", folder),
        new WordList(profile, "sheet.ministry-labels", folder),
        new WordList(profile, "sheet.number-labels", folder),
        new WordList(profile, "sheet.chapter-starts", folder),
        new WordList(profile, "sheet.system-endings", folder),
        new WordList(profile, "sheet.system-words", folder),
        new WordList(profile, "sheet.programme-words", folder));
  }
}
