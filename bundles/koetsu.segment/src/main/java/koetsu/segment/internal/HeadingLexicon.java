package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import koetsu.api.profile.Profile;
import koetsu.api.profile.SectionType;
import koetsu.api.text.WordTable;

/**
 * Recognises printed section headings by the profile's word lists.
 *
 * <p>Bullets, item numbers, brackets, width, white space that OCR put between characters, and the
 * choice of ・ or 、 make no difference. A bracketed remark behind a heading may be there or not. Two
 * or three headings joined into one are, where marks set them off, a heading of the first one's
 * type. Besides the section types' headings it reads the word lists {@code heading.labels.TYPE}
 * with further ones, {@code heading.containers}, {@code heading.seconds} with what is a heading
 * only when joined to one, and for words that end or begin a heading of a type {@code
 * heading.words.TYPE} and {@code heading.heads.TYPE}.
 *
 * <p>Immutable and safe for any thread.
 */
public final class HeadingLexicon {
  private static final String CONTAINERS = "heading.containers";
  private static final String LABELS = "heading.labels.";
  private static final String WORDS = "heading.words.";
  private static final String HEADS = "heading.heads.";
  private static final String SECONDS = "heading.seconds";

  /** What joins two headings into one. */
  private static final Pattern JOINTS = Pattern.compile("[・、,/＋+と]|及び|並びに|または|又は");

  /** One of these is in each joint. */
  private static final String JOINT_CHARACTERS = "・、,/＋+と及並た又";

  private static final int MOST_JOINED = 3;

  /** No heading reaches further into a line, marks and white space included. */
  private static final int REACH = 80;

  /** Shorter headings with a slip could be anything. */
  private static final int SHORTEST_MISPRINT = 4;

  private static final int LONG_HEADING = 10;

  /** A heading is a label, not a sentence: longer ones are not looked up by key word. */
  private static final int LONGEST_LABEL = 32;

  private final LineFolder folder;
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> heads = new HashMap<>();
  private final Set<String> containers = new HashSet<>();
  private final Set<String> seconds = new HashSet<>();

  /** First characters of all headings: what begins with another one need not be looked up. */
  private final BitSet firsts = new BitSet();

  private final WordTable wordTable;
  private final WordTable headTable;

  public HeadingLexicon(Profile profile, LineFolder folder) {
    this.folder = folder;
    for (SectionType section : profile.sections()) {
      add(section.headings(), section.id());
    }
    for (SectionType section : profile.sections()) {
      add(profile.lexicon(LABELS + section.id()), section.id());
      add(profile, WORDS, section.id(), words);
      add(profile, HEADS, section.id(), heads);
    }
    wordTable = new WordTable(words.keySet());
    headTable = new WordTable(heads.keySet());
    profile.lexicon(SECONDS).forEach(w -> seconds.add(key(w)));
    for (String container : profile.lexicon(CONTAINERS)) {
      String key = key(container);
      containers.add(key);
      firsts.set(key.charAt(0));
    }
  }

  /** Reads a section type's key words. */
  private void add(Profile profile, String list, String type, Map<String, String> known) {
    for (String word : profile.lexicon(list + type)) {
      known.putIfAbsent(key(word), type);
    }
  }

  private void add(List<String> headings, String type) {
    for (String heading : headings) {
      String key = key(heading);
      types.putIfAbsent(key, type);
      firsts.set(key.charAt(0));
    }
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
    MarkedLine marked = mark(line);
    return known(marked).or(() -> byWord(marked));
  }

  /**
   * Whether a heading may stand at the head of a line, judged by its first letter as printed; false
   * only where none does.
   */
  public boolean mayOpen(String line) {
    return mayOpen(line, 0, line.length());
  }

  /** The same of a line that stands at {@code [from, to)} of a text. */
  public boolean mayOpen(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        return firsts.get(c) || c >= '\uF900' || c < 'ぁ';
      }
    }
    return false;
  }

  /** The head of a line, folded and taken apart, to be looked up in several ways. */
  public MarkedLine mark(String line) {
    return MarkedLine.of(folder.fold(line.length() > REACH ? line.substring(0, REACH) : line));
  }

  /** The heading that the lexicon holds as it is printed at the head of a line. */
  public Optional<Heading> known(MarkedLine line) {
    if (!mayBegin(line)) {
      return Optional.empty();
    }
    for (MarkedLine.Label label : line.labels()) {
      if (mayBegin(label.text())) {
        for (String name : variants(label.text(), line.marks().bracket())) {
          String key = bare(name);
          String type = types.get(key);
          boolean container = containers.contains(key);
          if (type != null || container) {
            return Optional.of(
                new Heading(type, container, name, true, line.marks(), line.origin(label.end())));
          }
        }
      }
    }
    return line.marks().any() ? joined(line) : Optional.empty();
  }

  /** The heading that a label is whose parts are headings of their own. */
  private Optional<Heading> joined(MarkedLine line) {
    for (MarkedLine.Label label : line.labels()) {
      if (label.text().length() <= LONGEST_LABEL
          && mayJoin(label.text())
          && mayBegin(label.text())) {
        for (String name : variants(label.text(), line.marks().bracket())) {
          String type = typeOfFirst(JOINTS.split(name));
          if (type != null) {
            return Optional.of(
                new Heading(type, false, name, true, line.marks(), line.origin(label.end())));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a label holds a character that joints hold. */
  private static boolean mayJoin(String label) {
    for (int i = 0; i < label.length(); i++) {
      if (JOINT_CHARACTERS.indexOf(label.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private String typeOfFirst(String[] parts) {
    if (parts.length < 2 || parts.length > MOST_JOINED) {
      return null;
    }
    for (int i = 1; i < parts.length; i++) {
      String key = bare(parts[i]);
      if (types.get(key) == null && !seconds.contains(key)) {
        return null;
      }
    }
    return types.get(bare(parts[0]));
  }

  /** The heading that a label at the head of a line is by the word it ends in or begins with. */
  public Optional<Heading> byWord(MarkedLine line) {
    if (line.labelLength() > LONGEST_LABEL) {
      return Optional.empty();
    }
    MarkedLine.Label label = line.labels().get(0);
    // Brackets hold statements (適用期限：…) as well as headings.
    boolean statement = line.marks().bracket() && label.text().indexOf(':') > 0;
    if (label.text().indexOf('。') >= 0 || statement) {
      return Optional.empty();
    }
    for (String name : variants(label.text(), line.marks().bracket())) {
      String key = bare(name);
      int word = wordTable.endAt(key, key.length());
      int head = word > 0 ? 0 : headTable.startAt(key, 0, key.length() - 1);
      if (word > 0 || head > 0) {
        String type =
            word > 0
                ? words.get(key.substring(key.length() - word))
                : heads.get(key.substring(0, head));
        return Optional.of(
            new Heading(type, false, name, false, line.marks(), line.origin(label.end())));
      }
    }
    return Optional.empty();
  }

  /**
   * The heading that a whole line is but for a slip of OCR: one other character, in long headings
   * two.
   *
   * @param keys keys of the headings that come into question, by their length
   */
  public Optional<Heading> misprinted(MarkedLine line, Map<Integer, List<String>> keys) {
    if (line.labelLength() > LONGEST_LABEL) {
      return Optional.empty();
    }
    MarkedLine.Label label = line.labels().get(0);
    String key = bare(label.text());
    if (key.length() < SHORTEST_MISPRINT) {
      return Optional.empty();
    }
    for (String meant : keys.getOrDefault(key.length(), List.of())) {
      if (isSlip(key, meant)) {
        boolean container = containers.contains(meant);
        String type = types.get(meant);
        return Optional.of(
            new Heading(type, container, meant, true, line.marks(), line.origin(label.end())));
      }
    }
    return Optional.empty();
  }

  /** Whether two keys of one length differ in few characters. */
  private static boolean isSlip(String print, String meant) {
    int allowed = print.length() >= LONG_HEADING ? 2 : 1;
    int slips = 0;
    for (int i = 0; i < print.length() && slips <= allowed; i++) {
      slips += print.charAt(i) == meant.charAt(i) ? 0 : 1;
    }
    return slips > 0 && slips <= allowed;
  }

  /** Whether any label of a line may begin as headings do; a label may end inside a number. */
  private boolean mayBegin(MarkedLine line) {
    String text = line.text();
    int begin = line.labelBegin();
    if (begin < text.length() && firsts.get(text.charAt(begin))) {
      return true;
    }
    int at = ItemNumber.end(text, begin);
    return at > begin && at < text.length() && firsts.get(text.charAt(at));
  }

  private boolean mayBegin(String label) {
    int at = ItemNumber.end(label, 0);
    return at < label.length() && firsts.get(label.charAt(at));
  }

  /**
   * The label as it is, without a bracketed remark or 等 at its end, and in brackets the words
   * before a colon.
   */
  private static List<String> variants(String label, boolean bracket) {
    List<String> variants = new ArrayList<>(5);
    variants.add(label);
    if (bracket) {
      variants.add(label.substring(ItemNumber.end(label, 0)));
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
    return bare(folder.fold(heading).text());
  }

  /** A folded heading without the marks that print does not agree on. */
  private static String bare(String folded) {
    StringBuilder bare = null;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (!isDropped(c)) {
        if (bare != null) {
          bare.append(c);
        }
      } else if (bare == null) {
        bare = new StringBuilder(folded.length()).append(folded, 0, i);
      }
    }
    return bare == null ? folded : bare.toString();
  }

  private static boolean isDropped(char c) {
    return switch (c) {
      case '・', '、', ',', '/', '及', 'び', '(', ')' -> true;
      default -> false;
    };
  }
}
