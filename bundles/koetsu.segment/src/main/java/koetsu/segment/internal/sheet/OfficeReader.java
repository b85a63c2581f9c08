package koetsu.segment.internal.sheet;

import java.util.regex.Pattern;
import koetsu.api.text.WordTable;

/**
 * Recognises lines that name offices and nothing else: each part between 、 or / ends like the name
 * of a government office and no word in it belongs to a sentence.
 */
final class OfficeReader {
  private static final Pattern SEPARATORS = Pattern.compile("[、,/;]");
  private static final int LONGEST = 40;
  private static final int SHORTEST = 2;
  private final WordTable endings;
  private final WordTable sentences;
  private final WordTable bureaus;
  private final WordTable divisions;
  private final WordTable bodies;
  private final WordTable labels;

  OfficeReader(SheetWords words) {
    this.endings = words.officeEndings();
    this.sentences = words.sentenceWords();
    this.bureaus = words.bureaus();
    this.divisions = words.divisions();
    this.bodies = words.bodies();
    this.labels = words.officeLabels();
  }

  /** Whether a folded line without bullets names offices only. */
  boolean isOffices(String text) {
    if (!mayEnd(text)) {
      return false;
    }
    String names = names(text);
    boolean found = false;
    for (String name : SEPARATORS.split(names)) {
      if (!name.isEmpty()) {
        if (!isOffice(name)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /** Whether a line ends like an office, a remark on one, or a list of them that goes on. */
  private boolean mayEnd(String text) {
    return !text.isEmpty()
        && ("等)、,・/".indexOf(text.charAt(text.length() - 1)) >= 0 || endings.ends(text));
  }

  /** Whether a line of offices names a division with the bureau it belongs to. */
  boolean isFull(String text) {
    for (String name : SEPARATORS.split(names(text))) {
      int division = divisions.endAt(name, name.length());
      for (int i = 1; i < name.length() - division; i++) {
        if (division > 0 && bureaus.endAt(name, i) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether each office of a line is a division or bureau, as opposed to a ministry or the office
   * of a body.
   */
  boolean isUnits(String text) {
    for (String name : SEPARATORS.split(names(text))) {
      boolean unit = divisions.ends(name) || bureaus.ends(name) && !bodies.ends(name);
      if (!name.isEmpty() && !unit) {
        return false;
      }
    }
    return true;
  }

  private boolean isOffice(String name) {
    if (name.length() < SHORTEST || name.length() > LONGEST) {
      return false;
    }
    return endings.ends(name) && !sentences.within(name);
  }

  /** A labelled office out of the brackets around it. */
  private String unwrapped(String text) {
    boolean wrapped = text.startsWith("(") && text.endsWith(")") && labels.startAt(text, 1) > 0;
    return wrapped ? text.substring(1, text.length() - 1) : text;
  }

  /** The line without label, item marks, remarks in brackets and a closing 等. */
  private String names(String text) {
    String names = unwrapped(text);
    int label = labels.startAt(names, 0);
    if (label > 0 && names.startsWith(":", label)) {
      names = names.substring(label + 1);
    }
    StringBuilder kept = new StringBuilder(names.length());
    int depth = 0;
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      depth += c == '(' ? 1 : 0;
      if (depth == 0 && !(c >= '①' && c <= '⒇')) {
        kept.append(c);
      }
      depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    String bare = kept.toString();
    int first = 0;
    while (first < bare.length() && "・、,".indexOf(bare.charAt(first)) >= 0) {
      first++;
    }
    return bare.endsWith("等") ? bare.substring(first, bare.length() - 1) : bare.substring(first);
  }
}
