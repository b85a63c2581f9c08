package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.Line;
import koetsu.api.plugin.Trace;
import koetsu.segment.internal.ContentsMatcher;

/**
 * Finds the sheet that another one is a part of: by its name in the title (Xの内訳①, Xのうち、Y), by an
 * item of its text that is the part's title, by the run of parts before it, or for a relisted
 * programme （再掲） by the family it is listed in.
 */
final class PartFinder {
  private static final String RULE = "sheet-parent";
  private static final String BREAKDOWN = "の内訳";
  private static final String AMONG = "のうち";
  private static final String RELISTED = "再掲";
  private static final String INCLUDED = "内数";
  private static final Pattern AMOUNT = Pattern.compile("(?<![0-9.,])[0-9.,]++[兆億百千万]*+円");

  /** Prints of one name differ by slips of OCR only. */
  private static final double SAME_NAME = 0.9;

  /** An item and the title of the sheet on it may be worded a little differently. */
  private static final double SAME_ITEM = 0.7;

  /** A whole stands among so many sheets before or after its part. */
  private static final int NEAR = 64;

  /** Longer lines are sentences, not names of items. */
  private static final int LONGEST_ITEM = 60;

  private final List<SheetLine> lines;
  private final List<Sheet> sheets;
  private final List<String> names;
  private final Trace trace;
  private final List<Integer> parents = new ArrayList<>();

  /** The latest sheet so far with an item that is the title of another one. */
  private final Map<String, Integer> sheetsByItem = new HashMap<>();

  /** The latest sheet so far that is no part, by name. */
  private final Map<String, Integer> wholes = new HashMap<>();

  private int lastWhole = -1;

  /** The items of {@link #lastWhole} by number; null until they are asked for. */
  private Map<Integer, List<String>> itemsOfLast;

  /**
   * @param names folded titles of the sheets, empty for lost ones
   */
  PartFinder(List<SheetLine> lines, List<Sheet> sheets, List<String> names, Trace trace) {
    this.lines = lines;
    this.sheets = sheets;
    this.names = names;
    this.trace = trace;
  }

  /** For each sheet the index of its parent, or null. */
  List<Integer> find() {
    Set<String> items = new HashSet<>();
    for (String name : names) {
      if (isPart(name)) {
        items.add(withoutRemark(Items.name(name)));
      }
    }
    for (int i = 0; i < sheets.size(); i++) {
      Integer parent = isPart(names.get(i)) ? parent(i, names.get(i)) : null;
      if (parent == null && isPart(names.get(i))) {
        Line title = lines.get(sheets.get(i).titleBegin()).line();
        trace.failed(RULE, title.content(), "no sheet lists this title or is named in it");
      }
      parents.add(parent);
      if (parent == null) {
        lastWhole = i;
        itemsOfLast = null;
        wholes.put(names.get(i), i);
      }
      if (!items.isEmpty()) {
        index(i, items);
      }
    }
    return parents;
  }

  private Integer parent(int sheet, String name) {
    int breakdown = name.indexOf(BREAKDOWN);
    int among = name.indexOf(AMONG);
    if (breakdown > 0 || among > 0) {
      return whole(sheet, name.substring(0, breakdown > 0 ? breakdown : among));
    }
    return name.contains(RELISTED) ? relisted(sheet, name) : numbered(sheet, name);
  }

  /**
   * The sheet with a name, which is no part itself: the latest one or, but for slips of OCR, one
   * near by.
   */
  private Integer whole(int sheet, String name) {
    Integer exact = wholes.get(name);
    if (exact != null) {
      return exact;
    }
    int end = Math.min(sheets.size(), sheet + NEAR);
    for (int i = Math.max(0, sheet - NEAR); i < end; i++) {
      String other = names.get(i);
      boolean comparable =
          Math.abs(other.length() - name.length()) <= name.length() / 10 && !isPart(other);
      if (comparable && ContentsMatcher.likeness(other, name) >= SAME_NAME) {
        return i;
      }
    }
    return null;
  }

  /** Whether a title says by itself that its sheet is a part; then the sheet is nobody's whole. */
  private static boolean isPart(String name) {
    return name.contains(BREAKDOWN)
        || name.contains(AMONG)
        || name.contains(RELISTED)
        || Items.number(name) > 0;
  }

  private Integer numbered(int sheet, String name) {
    Integer listing = sheetsByItem.get(withoutRemark(Items.name(name)));
    if (listing != null) {
      return root(listing);
    }
    Integer before = sheet == 0 ? null : parents.get(sheet - 1);
    boolean next = before != null && Items.number(names.get(sheet - 1)) + 1 == Items.number(name);
    if (next) {
      return before;
    }
    return lastWhole >= 0 && lists(name) ? Integer.valueOf(lastWhole) : null;
  }

  /** Whether an item of the latest whole has the number of a title and much the same words. */
  private boolean lists(String name) {
    if (itemsOfLast == null) {
      itemsOfLast = new HashMap<>();
      for (int i = sheets.get(lastWhole).body(); i < sheets.get(lastWhole).end(); i++) {
        int number = lines.get(i).item();
        if (number > 0) {
          String item = itemName(lines.get(i).folded());
          itemsOfLast.computeIfAbsent(number, n -> new ArrayList<>()).add(item);
        }
      }
    }
    String title = withoutRemark(Items.name(name));
    for (String item : itemsOfLast.getOrDefault(Items.number(name), List.of())) {
      if (item.length() <= LONGEST_ITEM && ContentsMatcher.likeness(item, title) >= SAME_ITEM) {
        return true;
      }
    }
    return false;
  }

  private Integer relisted(int sheet, String name) {
    Integer family = sheet == 0 ? null : parents.get(sheet - 1);
    if (family == null) {
      return null;
    }
    Set<String> included = new HashSet<>();
    for (int i = sheets.get(sheet).begin(); i < sheets.get(sheet).body(); i++) {
      Matcher amount = AMOUNT.matcher(lines.get(i).folded());
      while (lines.get(i).folded().contains(INCLUDED) && amount.find()) {
        included.add(amount.group());
      }
    }
    Sheet whole = sheets.get(family);
    for (int i = whole.begin(); i < whole.body(); i++) {
      Matcher amount = AMOUNT.matcher(lines.get(i).folded());
      if (amount.find() && included.contains(amount.group())) {
        return family;
      }
    }
    Integer listing = sheetsByItem.get(withoutRemark(name));
    return listing != null && root(listing) == family.intValue() ? family : null;
  }

  private int root(int sheet) {
    int at = sheet;
    while (at < parents.size() && parents.get(at) != null) {
      at = parents.get(at);
    }
    return at;
  }

  /** Remembers the sheet for those of its items that are titles. */
  private void index(int sheet, Set<String> items) {
    for (int i = sheets.get(sheet).body(); i < sheets.get(sheet).end(); i++) {
      SheetLine line = lines.get(i);
      if (line.heading() == null && line.line().content().length() <= LONGEST_ITEM) {
        String item = itemName(line.folded());
        if (items.contains(item)) {
          sheetsByItem.put(item, sheet);
        }
      }
    }
  }

  private static String itemName(String folded) {
    String name = Items.name(folded);
    int colon = name.indexOf(':');
    name = colon > 0 ? name.substring(0, colon) : name;
    return withoutRemark(name.startsWith("・") ? name.substring(1) : name);
  }

  private static String withoutRemark(String name) {
    int open = name.endsWith(")") ? name.lastIndexOf('(') : -1;
    return open > 0 ? name.substring(0, open) : name;
  }
}
