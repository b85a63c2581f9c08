package koetsu.example.grants.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;

/**
 * The header of a notice: lines {@code Name: text} up to the first blank line. A line that begins
 * with a space continues the one before, as in mail.
 *
 * @param entries in printed order
 */
record Header(List<Entry> entries) {

  private static final Pattern NAME = Pattern.compile("([A-Z][A-Za-z-]*): +");

  /**
   * One entry.
   *
   * @param name before the colon
   * @param text after it, lines joined by a space
   * @param spans the text on each of its lines
   */
  record Entry(String name, String text, List<Span> spans) {}

  /** The header at the beginning of some lines; without entries where there is none. */
  static Header of(List<Line> lines, SourceDocument document) {
    List<Entry> entries = new ArrayList<>();
    for (Line line : lines) {
      String printed = document.slice(line.span());
      Matcher name = NAME.matcher(printed);
      if (line.isBlank()) {
        break;
      } else if (name.lookingAt()) {
        Span text = new Span(line.span().begin() + name.end(), line.content().end());
        entries.add(new Entry(name.group(1), document.slice(text), List.of(text)));
      } else if (printed.startsWith(" ") && !entries.isEmpty()) {
        Entry before = entries.remove(entries.size() - 1);
        List<Span> spans = new ArrayList<>(before.spans());
        spans.add(line.content());
        entries.add(
            new Entry(before.name(), before.text() + " " + document.slice(line.content()), spans));
      } else {
        break;
      }
    }
    return new Header(entries);
  }

  /** The header of the record under work. */
  static Header of(ExtractionContext context) {
    SourceDocument document = context.in().document();
    Span record = context.record().spans().get(0);
    int first = document.lineAt(record.begin()).number();
    int last = document.lineAt(Math.max(record.begin(), record.end() - 1)).number();
    return of(document.lines().subList(first, last + 1), document);
  }

  /** The entry of a name, or null. */
  Entry entry(String name) {
    return entries.stream().filter(e -> e.name().equals(name)).findFirst().orElse(null);
  }
}
