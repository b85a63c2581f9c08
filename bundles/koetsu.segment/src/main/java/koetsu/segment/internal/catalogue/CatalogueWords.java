package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import koetsu.api.profile.Profile;
import koetsu.api.profile.SectionType;
import koetsu.api.text.FoldedText;
import koetsu.api.text.TextServices;
import koetsu.api.text.WordTable;
import koetsu.segment.internal.Heading;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.LineFolder;
import koetsu.segment.internal.MarkedLine;

/**
 * What is known of catalogue layouts: the profile's word lists whose names begin with {@code
 * catalogue.}, folded as the lines are.
 *
 * <p>A list {@code catalogue.headings.TYPE} adds to the headings of a section type, before those of
 * other types: a catalogue may mean something else by a heading than other sheets do. A list {@code
 * catalogue.heading.words.TYPE} stands for {@code heading.words.TYPE}: among boxes in any order
 * fewer words are a sure sign of a heading. A list {@code catalogue.heading.signs.TYPE} holds words
 * that tell the type of a heading anywhere in it.
 */
final class CatalogueWords {
  private static final String PREFIX = "catalogue.";
  private static final String HEADINGS = PREFIX + "headings.";
  private static final String HEADING_WORDS = "heading.words.";
  private static final String HEADING_SIGNS = PREFIX + "heading.signs.";
  private static final String JOINTS = "・、,/";

  private final LineFolder folder;
  private final HeadingLexicon headings;
  private final Map<String, WordTable> signs = new TreeMap<>();
  private final WordTable tags;

  /** Ends of notes that a page prints about itself. */
  final WordTable notices;

  /** Heads of lines on the source of a picture. */
  final WordTable credits;

  /** Heads of enquiry blocks. */
  final WordTable contact;

  /** Words for the extension of a telephone. */
  final WordTable extensions;

  /** Heads of lines with nothing but an address. */
  final WordTable addresses;

  /** Bullets that may open a summary. */
  final WordTable leadMarks;

  /** Bullets that open a summary in few catalogues and items in all. */
  final String otherLeadMarks;

  /** Headings over a sheet's budget. */
  final WordTable budgetHeadings;

  /** Words that make a figure a budget. */
  final WordTable budgetWords;

  /** Words that lines under a budget's heading have. */
  final WordTable budgetNotes;

  /** Heads of captions that point to another place. */
  final WordTable linkCaptions;

  /** Last characters of ministries' names. */
  final WordTable ministryEndings;

  /** What names of measures end in. */
  final WordTable titleEndings;

  /** What names of offices end in. */
  final WordTable officeEndings;

  /** What names of programmes end in. */
  final WordTable programEndings;

  /** What names of legal schemes end in. */
  final WordTable systemEndings;

  /** Words that names of legal schemes hold. */
  final WordTable systemWords;

  /** Words by which a summary calls what it is about a scheme. */
  final WordTable systemSummaries;

  /** Words of the text about legal schemes. */
  final List<String> systemText;

  /** Words by which a sentence sets a goal. */
  final WordTable goalWords;

  /** What headings over drawings end in. */
  final WordTable drawnHeadings;

  CatalogueWords(Profile profile, TextServices text) {
    this.folder = new LineFolder(profile, text);
    this.tags = list(profile, "tags");
    this.notices = list(profile, "notices");
    this.credits = list(profile, "credits");
    this.contact = list(profile, "contact");
    this.extensions = list(profile, "extensions");
    this.addresses = list(profile, "address-heads");
    this.leadMarks = list(profile, "lead-marks");
    this.otherLeadMarks = String.join("", profile.lexicon(PREFIX + "other-lead-marks"));
    this.budgetHeadings = list(profile, "budget-headings");
    this.budgetWords = list(profile, "budget-words");
    this.budgetNotes = list(profile, "budget-notes");
    this.linkCaptions = list(profile, "link-captions");
    this.ministryEndings = list(profile, "ministry-endings");
    this.titleEndings = list(profile, "title-endings");
    this.officeEndings = list(profile, "office-endings");
    this.programEndings = list(profile, "program-endings");
    this.systemEndings = list(profile, "system-endings");
    this.systemWords = list(profile, "system-words");
    this.goalWords = list(profile, "goal-words");
    this.systemSummaries = list(profile, "system-summaries");
    this.systemText =
        profile.lexicon(PREFIX + "system-text").stream().map(w -> folder.fold(w).text()).toList();
    this.drawnHeadings = list(profile, "drawn-headings");
    for (SectionType type : profile.sections()) {
      signs.put(type.id(), folder.words(profile, HEADING_SIGNS + type.id()));
    }
    this.headings = new HeadingLexicon(withCatalogueHeadings(profile), folder);
  }

  private WordTable list(Profile profile, String name) {
    return folder.words(profile, PREFIX + name);
  }

  private static Profile withCatalogueHeadings(Profile profile) {
    List<SectionType> sections = new ArrayList<>();
    // A heading belongs to the first type that lists it.
    for (SectionType type : profile.sections()) {
      List<String> own = profile.lexicon(HEADINGS + type.id());
      if (!own.isEmpty()) {
        sections.add(new SectionType(type.id(), type.labels(), own, type.colour()));
      }
    }
    sections.addAll(profile.sections());
    Map<String, List<String>> lexicons = new HashMap<>(profile.lexicons());
    for (SectionType type : profile.sections()) {
      String name = HEADING_WORDS + type.id();
      lexicons.put(name, profile.lexicon(PREFIX + name));
    }
    return new Profile(
        profile.id(), profile.version(), profile.kinds(), profile.fields(), sections, lexicons);
  }

  LineFolder folder() {
    return folder;
  }

  HeadingLexicon headings() {
    return headings;
  }

  /** The heading at the head of a folded line. */
  Optional<Heading> heading(FoldedText line) {
    MarkedLine marked = MarkedLine.of(line);
    return headings.known(marked).or(() -> headings.byWord(marked));
  }

  /** Whether folded words without white space around them are a heading that the lexicon holds. */
  boolean knownHeading(FoldedText words) {
    int end = words.origin(words.text().length());
    return headings.known(MarkedLine.of(words)).filter(h -> h.end() == end).isPresent();
  }

  /** Whether a line is the heading of a box or of a budget, though no white space be before it. */
  boolean opensBox(SheetLine line) {
    return line.knownHeading()
        || budgetHeadings.startAt(line.folded(), 0) == line.folded().length();
  }

  /** Whether a line begins with a heading of budgets that its figures are not run together with. */
  boolean setOffBudgetHeading(SheetLine line) {
    String bare = Marks.strip(line.folded());
    int head = budgetHeadings.startAt(bare, 0);
    if (head == 0) {
      return false;
    }
    int end = line.fold().origin(line.folded().length() - bare.length() + head - 1) + 1;
    return end == line.text().length() || !Character.isLetterOrDigit(line.text().charAt(end));
  }

  /** The words of a line without labels that share it, folded. */
  FoldedText core(SheetLine line) {
    return line.labels().isEmpty() ? line.fold() : folder.fold(line.coreText());
  }

  /** Whether a folded text is nothing but tags, joined by ・ and the like. */
  boolean tagsOnly(String folded) {
    int at = 0;
    while (at < folded.length()) {
      int length = tags.startAt(folded, at);
      if (length == 0) {
        return false;
      }
      at += length;
      while (at < folded.length() && JOINTS.indexOf(folded.charAt(at)) >= 0) {
        at++;
      }
    }
    return at > 0;
  }

  /** Length of the tag that a folded text begins with; 0 where it begins with none. */
  int tag(String folded) {
    return tags.startAt(folded, 0);
  }

  /** The section type whose sign a folded heading holds last, or null. */
  String headingSign(String folded) {
    for (int i = folded.length() - 1; i >= 0; i--) {
      for (Map.Entry<String, WordTable> list : signs.entrySet()) {
        if (list.getValue().startAt(folded, i) > 0) {
          return list.getKey();
        }
      }
    }
    return null;
  }
}
