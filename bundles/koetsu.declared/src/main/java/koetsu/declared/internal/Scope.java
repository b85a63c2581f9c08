package koetsu.declared.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;

/**
 * What every declared rule says.
 *
 * @param rule its name, unique within the declaration
 * @param field id of the field it gives values for
 * @param sections types of the sections it reads; empty for the whole record
 * @param confidence of each value, above 0 and at most 1
 */
record Scope(String rule, String field, Set<String> sections, double confidence) {

  /** The places that the rule reads in a record, in printed order. */
  List<Span> places(ExtractionContext context) {
    if (sections.isEmpty()) {
      return context.record().spans();
    }
    return context.record().sections().stream()
        .filter(section -> sections.contains(section.type()))
        .flatMap(section -> Stream.concat(section.heading().stream(), section.body().stream()))
        .sorted()
        .toList();
  }

  /** The lines that are wholly in those places and not blank. */
  List<Line> lines(ExtractionContext context) {
    SourceDocument document = context.in().document();
    List<Line> lines = new ArrayList<>();
    for (Span place : places(context)) {
      if (place.isEmpty()) {
        continue;
      }
      int first = document.lineAt(place.begin()).number();
      int last = document.lineAt(place.end() - 1).number();
      for (Line line : document.lines().subList(first, last + 1)) {
        if (!line.isBlank() && place.contains(line.span())) {
          lines.add(line);
        }
      }
    }
    return lines;
  }
}
