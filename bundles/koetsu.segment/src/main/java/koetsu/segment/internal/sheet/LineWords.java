package koetsu.segment.internal.sheet;

import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.text.FoldedText;
import koetsu.segment.internal.LineFolder;

/** Reads the words of a document's lines; for one thread. */
final class LineWords {
  private static final String MARKUP = "#*|>_";
  private static final String BULLETS = "-–•●■◆□◇";

  /** The lines around the one at hand are asked for again and again. */
  private static final int REMEMBERED = 256;

  /** The mark of an item is in the first characters. */
  private static final int HEAD = 24;

  private final SourceDocument document;
  private final LineFolder folder;
  private final Line[] lines = new Line[REMEMBERED];
  private final String[] words = new String[REMEMBERED];

  LineWords(SourceDocument document, LineFolder folder) {
    this.document = document;
    this.folder = folder;
  }

  String text(Line line) {
    return document.slice(line.span());
  }

  /** The line folded, without Markdown marks and bullets. */
  String folded(Line line) {
    int place = line.number() % REMEMBERED;
    if (lines[place] != line) {
      words[place] = plain(folder.fold(text(line)));
      lines[place] = line;
    }
    return words[place];
  }

  /** The last character of a line that is not blank, white space aside. */
  char last(Line line) {
    int end = document.utf16(line.span().end());
    while (Character.isWhitespace(document.text().charAt(end - 1))) {
      end--;
    }
    return document.text().charAt(end - 1);
  }

  /** Whether {@link #folded} begins with a character that is neither a mark nor a bullet. */
  boolean opens(Line line, char first) {
    int end = document.utf16(line.span().end());
    for (int i = document.utf16(line.span().begin()); i < end; i++) {
      int form = folder.form(document.text(), i);
      if (form == LineFolder.UNSURE) {
        return folded(line).indexOf(first) == 0;
      }
      if (form >= 0 && MARKUP.indexOf(form) < 0 && BULLETS.indexOf(form) < 0) {
        return form == first;
      }
    }
    return false;
  }

  /** The first characters of {@link #folded}. */
  String head(Line line) {
    String text = text(line);
    return plain(folder.fold(text.length() > HEAD ? text.substring(0, HEAD) : text));
  }

  FoldedText fold(String text) {
    return folder.fold(text);
  }

  /** A folded line without Markdown marks and bullets. */
  static String plain(FoldedText line) {
    String folded = line.text();
    int begin = begin(line);
    int end = folded.length();
    while (end > begin && MARKUP.indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    String plain = folded.substring(begin, end);
    return plain.contains("**") ? plain.replace("**", "") : plain;
  }

  /** The index in a folded line after its Markdown marks and bullets. */
  static int begin(FoldedText line) {
    String folded = line.text();
    int at = 0;
    while (at < folded.length()
        && (MARKUP.indexOf(folded.charAt(at)) >= 0 || BULLETS.indexOf(folded.charAt(at)) >= 0)) {
      at++;
    }
    return at < folded.length() ? at : 0;
  }
}
