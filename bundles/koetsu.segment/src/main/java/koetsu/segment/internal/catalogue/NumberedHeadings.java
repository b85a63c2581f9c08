package koetsu.segment.internal.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import koetsu.segment.internal.Heading;

/**
 * Which numbered lines of a sheet are headings: those whose numbers have a form in which the sheet
 * counts known headings rather than steps or items.
 */
final class NumberedHeadings {
  /** The first of each kind of numerals in the order of their code points. */
  private static final String NUMERALS = "Ⅰⅰ①⑴⒈⒜❶";

  private final Sheet sheet;
  private final CatalogueWords words;

  /** For each form of number how many lines have it, and how many of them are known headings. */
  private final Map<String, int[]> forms = new HashMap<>();

  NumberedHeadings(Sheet sheet, CatalogueWords words) {
    this.sheet = sheet;
    this.words = words;
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.part(i) == Part.TEXT && Marks.number(sheet.line(i).folded())) {
        int[] counts = forms.computeIfAbsent(form(i), k -> new int[2]);
        Optional<Heading> heading = sheet.line(i).heading();
        counts[0]++;
        counts[1] += heading.filter(h -> h.known() && h.type() != null).isPresent() ? 1 : 0;
      }
    }
  }

  /** Whether a numbered line may be a heading if its words are one's. */
  boolean mayOpen(int at) {
    int[] counts = counts(at);
    return counts[1] * 2 >= counts[0];
  }

  /** Whether a numbered line that ends like a heading is one of several lines that may open. */
  boolean among(int at) {
    return counts(at)[1] > 0 && mayOpen(at);
  }

  /** Whether a numbered line is one of several headings, whatever its words. */
  boolean counted(int at) {
    int[] counts = counts(at);
    return counts[1] > 1 && counts[1] * 2 > counts[0];
  }

  private int[] counts(int at) {
    return forms.getOrDefault(form(at), new int[2]);
  }

  /** The form of a line's number: the number itself with one sign for all numerals. */
  private String form(int at) {
    String folded = sheet.line(at).folded();
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < Marks.numberEnd(folded); i++) {
      char sign = numeral(folded.charAt(i));
      if (form.length() == 0 || form.charAt(form.length() - 1) != sign) {
        form.append(sign);
      }
    }
    return form.toString();
  }

  /** The first numeral of the kind that a character is, or the character itself. */
  private static char numeral(char c) {
    if (Character.isDigit(c)) {
      return '1';
    }
    for (int i = 1; i < NUMERALS.length(); i++) {
      if (c < NUMERALS.charAt(i)) {
        return c < NUMERALS.charAt(i - 1) ? c : NUMERALS.charAt(i - 1);
      }
    }
    return c;
  }
}
