package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koetsu.api.profile.Profile;
import koetsu.api.profile.SectionType;
import koetsu.api.text.TextServices;

/**
 * Recognises printed section headings by the profile's word lists.
 *
 * <p>Bullets, item numbers, brackets, width, white space that OCR put between characters, and the
 * choice of ・ or 、 make no difference. A bracketed remark behind a heading may be there or not.
 * Besides the section types' headings it reads the word lists {@code heading.containers} and, for
 * words that end a heading of a type, {@code heading.words.TYPE}.
 *
 * <p>Immutable and safe for any thread.
 */
public final class HeadingLexicon {
  private static final String CONTAINERS = "heading.containers";
  private static final String WORDS = "heading.words.";

  /** No heading reaches further into a line, marks and white space included. */
  private static final int REACH = 160;

  /** Shorter headings with a slip could be anything. */
  private static final int SHORTEST_MISPRINT = 4;

  private static final int LONG_HEADING = 10;

  /** A heading is a label, not a sentence: longer ones are not looked up by key word. */
  private static final int LONGEST_LABEL = 32;

  private final LineFolder folder;
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Set<String> containers = new HashSet<>();
  private final int longestWord;

  public HeadingLexicon(Profile profile, TextServices text) {
    this(profile, text, "");
  }

  /**
   * A lexicon with more headings than the section types have.
   *
   * @param labels prefix of the word lists with the headings of a layout, a section type's id after
   *     it; empty for none
   */
  public HeadingLexicon(Profile profile, TextServices text, String labels) {
    this.folder = new LineFolder(profile, text);
    int longest = 0;
    for (SectionType section : profile.sections()) {
      for (String heading : section.headings()) {
        types.putIfAbsent(key(heading), section.id());
      }
      if (!labels.isEmpty()) {
        for (String heading : profile.lexicon(labels + section.id())) {
          types.putIfAbsent(key(heading), section.id());
        }
      }
      for (String word : profile.lexicon(WORDS + section.id())) {
        String key = key(word);
        words.putIfAbsent(key, section.id());
        longest = Math.max(longest, key.length());
      }
    }
    this.longestWord = longest;
    profile.lexicon(CONTAINERS).forEach(c -> containers.add(key(c)));
  }

  /**
   * The heading that a whole line is, a bracketed remark behind it included; empty where text
   * follows it.
   *
   * @param line a line, with or without its Markdown marks
   */
  public Optional<Heading> whole(String line) {
    return match(line).filter(h -> line.substring(h.end()).isBlank());
  }

  /**
   * The heading at the head of a line, which a colon, a closing bracket, white space or the line's
   * end closes; text behind it is its body.
   *
   * @param line a line, with or without its Markdown marks
   */
  public Optional<Heading> match(String line) {
    MarkedLine marked =
        MarkedLine.of(folder.fold(line.length() > REACH ? line.substring(0, REACH) : line));
    for (MarkedLine.Label label : marked.labels()) {
      Heading known = known(marked, label);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return byWord(marked);
  }

  /**
   * The heading that a whole line is but for a slip of OCR: one other character, in long headings
   * two.
   *
   * @param line a line, with or without its Markdown marks
   * @param keys keys of the headings that come into question
   */
  public Optional<Heading> misprinted(String line, Set<String> keys) {
    if (line.length() > REACH) {
      return Optional.empty();
    }
    MarkedLine marked = MarkedLine.of(folder.fold(line));
    MarkedLine.Label label = marked.labels().get(0);
    String key = key(label.text());
    for (String meant : keys) {
      if (key.length() == meant.length() && key.length() >= SHORTEST_MISPRINT) {
        int slips = slips(key, meant);
        if (slips > 0 && slips <= (key.length() >= LONG_HEADING ? 2 : 1)) {
          boolean container = containers.contains(meant);
          return Optional.of(
              new Heading(
                  types.get(meant),
                  container,
                  meant,
                  true,
                  marked.marks(),
                  marked.origin(label.end())));
        }
      }
    }
    return Optional.empty();
  }

  private static int slips(String one, String other) {
    int slips = 0;
    for (int i = 0; i < one.length(); i++) {
      slips += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return slips;
  }

  private Heading known(MarkedLine marked, MarkedLine.Label label) {
    for (String name : variants(label.text(), marked.marks().bracket())) {
      String key = key(name);
      String type = types.get(key);
      boolean container = containers.contains(key);
      if (type != null || container) {
        return new Heading(type, container, name, true, marked.marks(), marked.origin(label.end()));
      }
    }
    return null;
  }

  private Optional<Heading> byWord(MarkedLine marked) {
    MarkedLine.Label label = marked.labels().get(0);
    if (label.text().length() > LONGEST_LABEL || label.text().indexOf('。') >= 0) {
      return Optional.empty();
    }
    for (String name : variants(label.text(), marked.marks().bracket())) {
      String key = key(name);
      for (int length = Math.min(longestWord, key.length()); length > 0; length--) {
        String type = words.get(key.substring(key.length() - length));
        if (type != null) {
          return Optional.of(
              new Heading(type, false, name, false, marked.marks(), marked.origin(label.end())));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The label as it is, without a bracketed remark or 等 at its end, and in brackets the words
   * before a colon.
   */
  private static List<String> variants(String label, boolean bracket) {
    List<String> variants = new ArrayList<>(5);
    variants.add(label);
    if (bracket) {
      variants.add(label.substring(ItemNumber.end(label)));
    }
    String last = variants.get(variants.size() - 1);
    int open = MarkedLine.trailingRemark(last);
    if (open > 0) {
      variants.add(last.substring(0, open));
    }
    int colon = last.indexOf(':');
    if (bracket && colon > 0) {
      variants.add(last.substring(0, colon));
    }
    last = variants.get(variants.size() - 1);
    if (last.endsWith("等")) {
      variants.add(last.substring(0, last.length() - 1));
    }
    return variants;
  }

  /** The form under which two prints of a heading are the same. */
  public String key(String heading) {
    StringBuilder key = new StringBuilder(heading.length());
    String folded = folder.fold(heading).text();
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if ("・、,/及び()".indexOf(c) < 0) {
        key.append(c);
      }
    }
    return key.toString();
  }
}
