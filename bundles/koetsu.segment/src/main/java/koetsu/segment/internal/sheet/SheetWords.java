package koetsu.segment.internal.sheet;

import koetsu.api.profile.Profile;
import koetsu.api.text.WordTable;
import koetsu.segment.internal.LineFolder;

/** The word lists {@code sheet.*} of the profile, by which sheets are understood. */
record SheetWords(
    WordTable budgetCores,
    WordTable budgetWords,
    WordTable allocations,
    WordTable proseEndings,
    WordTable sentenceWords,
    WordTable noteStarts,
    WordTable subtitleStarts,
    WordTable titleEndings,
    WordTable officeEndings,
    WordTable bureaus,
    WordTable divisions,
    WordTable bodies,
    WordTable officeLabels,
    WordTable ministryLabels,
    WordTable numberLabels,
    WordTable chapterStarts,
    WordTable systemEndings,
    WordTable systemWords,
    WordTable programmeWords) {

  static SheetWords of(Profile profile, LineFolder folder) {
    return new SheetWords(
        folder.words(profile, "sheet.budget-cores"),
        folder.words(profile, "sheet.budget-words"),
        folder.words(profile, "sheet.allocation-words"),
        folder.words(profile, "sheet.prose-endings"),
        folder.words(profile, "sheet.sentence-words"),
        folder.words(profile, "sheet.note-starts"),
        folder.words(profile, "sheet.subtitle-starts"),
        folder.words(profile, "sheet.title-endings"),
        folder.words(profile, "sheet.office-endings"),
        folder.words(profile, "sheet.office-bureaus"),
        folder.words(profile, "sheet.office-divisions"),
        folder.words(profile, "sheet.office-bodies"),
        folder.words(profile, "sheet.office-labels"),
        folder.words(profile, "sheet.ministry-labels"),
        folder.words(profile, "sheet.number-labels"),
        folder.words(profile, "sheet.chapter-starts"),
        folder.words(profile, "sheet.system-endings"),
        folder.words(profile, "sheet.system-words"),
        folder.words(profile, "sheet.programme-words"));
  }
}
