package koetsu.export.internal;

import koetsu.records.Json;

/** Texts as messages show them. */
final class Quoted {
  /** Characters of a text that a person needs to find the place. */
  private static final int LONGEST = 60;

  private Quoted() {}

  /** In quotation marks, on one line, cut where it is long. */
  static String of(String text) {
    boolean whole = text.codePointCount(0, text.length()) <= LONGEST;
    return Json.write(whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
  }
}
