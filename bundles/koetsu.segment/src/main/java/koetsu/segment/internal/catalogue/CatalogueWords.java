package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import koetsu.api.profile.Profile;
import koetsu.api.profile.SectionType;
import koetsu.api.text.TextServices;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.LineFolder;

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
  private static final String HEADING_SIGNS = "heading.signs.";
  private static final String HEADING_WORDS = "heading.words.";

  private final LineFolder folder;
  private final Map<String, List<String>> lists = new TreeMap<>();
  private final HeadingLexicon headings;

  CatalogueWords(Profile profile, TextServices text) {
    this.folder = new LineFolder(profile, text);
    profile
        .lexicons()
        .forEach(
            (name, words) -> {
              if (name.startsWith(PREFIX)) {
                lists.put(
                    name.substring(PREFIX.length()),
                    words.stream().map(w -> folder.fold(w).text()).toList());
              }
            });
    this.headings = new HeadingLexicon(withCatalogueHeadings(profile), text);
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

  /** A word list by its name without the prefix; empty where nobody contributed it. */
  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  /** The longest word of a list at the head of a folded text, or an empty string. */
  String head(String list, String folded) {
    String found = "";
    for (String word : list(list)) {
      if (word.length() > found.length() && folded.startsWith(word)) {
        found = word;
      }
    }
    return found;
  }

  /** The longest word of a list at the end of a folded text, or an empty string. */
  String tail(String list, String folded) {
    String found = "";
    for (String word : list(list)) {
      if (word.length() > found.length() && folded.endsWith(word)) {
        found = word;
      }
    }
    return found;
  }

  /** The words of a list that a folded text holds. */
  Set<String> within(String list, String folded) {
    Set<String> found = new TreeSet<>();
    for (String word : list(list)) {
      if (folded.contains(word)) {
        found.add(word);
      }
    }
    return found;
  }

  /** The section type whose sign a folded heading holds last, or null. */
  String headingSign(String folded) {
    String type = null;
    int last = -1;
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      if (list.getKey().startsWith(HEADING_SIGNS)) {
        for (String sign : list.getValue()) {
          int at = folded.lastIndexOf(sign);
          if (at > last) {
            last = at;
            type = list.getKey().substring(HEADING_SIGNS.length());
          }
        }
      }
    }
    return type;
  }

  /** Whether a folded text is nothing but words of a list, joined by ・ and the like. */
  boolean only(String list, String folded) {
    int at = 0;
    while (at < folded.length()) {
      String word = head(list, folded.substring(at));
      if (word.isEmpty()) {
        return false;
      }
      at += word.length();
      while (at < folded.length() && "・、,/".indexOf(folded.charAt(at)) >= 0) {
        at++;
      }
    }
    return at > 0;
  }
}
