package koetsu.export.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;

/** What exporter and importer of brat's standoff format agree on. */
final class BratFiles {
  static final String ID = "brat";
  static final String TEXT = ".txt";
  static final String ANNOTATIONS = ".ann";
  static final String CONFIGURATION = "annotation.conf";
  static final String NOTE = "AnnotatorNotes";

  /** What brat's parser, which is written in Python, takes for the end of a line. */
  private static final String LINE_ENDS = "\n\r\u000B\f\u001C\u001D\u001E\u0085\u2028\u2029";

  private BratFiles() {}

  /**
   * The parts of spans on each line: an annotation in brat cannot hold a line break, and the
   * program itself cuts a selection in this way. Empty parts are left out.
   */
  static List<Span> fragments(SourceDocument document, List<Span> spans) {
    List<Span> parts = new ArrayList<>();
    for (Span span : spans) {
      if (span.end() > document.length()) {
        return spans;
      }
      String text = document.slice(span);
      int begin = span.begin();
      int offset = span.begin();
      for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
        if (LINE_ENDS.indexOf(text.charAt(i)) >= 0) {
          if (offset > begin) {
            parts.add(new Span(begin, offset));
          }
          begin = offset + 1;
        }
        offset++;
      }
      if (offset > begin) {
        parts.add(new Span(begin, offset));
      }
    }
    return parts;
  }

  /** How brat quotes fragments: with spaces between them. */
  static String quote(SourceDocument document, List<Span> fragments) {
    return fragments.stream().map(document::slice).collect(Collectors.joining(" "));
  }
}
