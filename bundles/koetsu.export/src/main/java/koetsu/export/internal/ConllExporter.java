package koetsu.export.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.api.plugin.Losses;
import org.osgi.service.component.annotations.Component;

/**
 * The four columns of <a href="https://aclanthology.org/W03-0419/">CoNLL-2003</a>, to train
 * sequence labellers with: each character that is not white space is a token; beside it stand its
 * code point offset, the section body it is in and the field whose value it is in, both as BIO
 * tags. A line of the document is a sentence.
 */
@Component
public final class ConllExporter implements Exporter {
  static final String ID = "conll";
  static final String SUFFIX = ".conll";
  private static final String OUTSIDE = "O";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "CoNLL-2003 columns, a character each line with BIO tags; the second is its code point";
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    Losses losses = new Losses();
    FileNames names = new FileNames(request.documents());
    for (AnnotatedDocument each : request.documents()) {
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(
                  output.create(names.of(each.document()) + SUFFIX), StandardCharsets.UTF_8))) {
        write(each, out, losses);
      }
    }
    return losses.all();
  }

  private static void write(AnnotatedDocument in, Writer out, Losses losses) throws IOException {
    List<Item> items = Item.of(in);
    items.stream()
        .filter(i -> i.layer() == Item.Layer.RECORD || i.layer() == Item.Layer.HEADING)
        .forEach(
            i ->
                losses.add(
                    i.layer().word() + ", left out", in.document().name() + " " + i.place()));
    String[] sections = tags(in, items, Item.Layer.BODY, losses);
    String[] fields = tags(in, items, Item.Layer.VALUE, losses);
    boolean open = false;
    int offset = 0;
    SourceDocument document = in.document();
    for (int at = 0; at < document.text().length(); offset++) {
      int c = document.text().codePointAt(at);
      at += Character.charCount(c);
      if (isLineEnd(c)) {
        if (open) {
          out.write('\n');
          open = false;
        }
      } else if (!isSpace(c)) {
        out.write(
            Character.toString(c)
                + " "
                + offset
                + " "
                + tag(sections, offset, !open)
                + " "
                + tag(fields, offset, !open)
                + "\n");
        open = true;
      }
    }
    if (open) {
      out.write('\n');
    }
  }

  /** A sentence cannot begin inside something: what runs over a line's end begins again. */
  private static String tag(String[] tags, int offset, boolean first) {
    String tag = tags[offset];
    return tag == null ? OUTSIDE : first && tag.startsWith("I-") ? "B-" + tag.substring(2) : tag;
  }

  /** A tag for each code point, null outside; what begins first and is longest wins. */
  private static String[] tags(
      AnnotatedDocument in, List<Item> items, Item.Layer layer, Losses losses) {
    SourceDocument document = in.document();
    String[] tags = new String[document.length()];
    List<Item> placed =
        items.stream()
            .filter(i -> i.layer() == layer)
            .sorted(
                Comparator.comparing(
                    Item::spans,
                    Comparator.comparingInt((List<Span> s) -> s.isEmpty() ? 0 : s.get(0).begin())
                        .thenComparingInt(s -> s.isEmpty() ? 0 : -Item.cover(s).end())))
            .toList();
    for (Item item : placed) {
      String place = document.name() + " " + item.place();
      boolean free =
          item.spans().stream()
              .allMatch(s -> Arrays.stream(tags, s.begin(), s.end()).allMatch(Objects::isNull));
      boolean any = item.spans().stream().anyMatch(s -> !document.slice(s).isBlank());
      if (!any) {
        losses.add(layer.word() + " that stands on no characters, left out", place);
      } else if (!free) {
        losses.add(layer.word() + " that overlaps one before it, left out", place);
      } else {
        if (item.spans().size() > 1) {
          losses.add(layer.word() + " in several parts, written as so many", place);
        }
        // readers take what stands between two hyphens for the whole label, or for none
        String label = item.label().replace('-', '_');
        boolean cut = false;
        for (Span span : item.spans()) {
          Arrays.fill(tags, span.begin(), span.end(), "I-" + label);
          int first = span.begin() + leadingSpaces(document.slice(span));
          if (first < span.end()) {
            tags[first] = "B-" + label;
            cut |= document.slice(new Span(first, span.end())).strip().lines().count() > 1;
          }
        }
        if (cut) {
          losses.add(layer.word() + " that runs over a line's end, begun again there", place);
        }
      }
    }
    return tags;
  }

  private static int leadingSpaces(String text) {
    return (int) text.codePoints().takeWhile(c -> isLineEnd(c) || isSpace(c)).count();
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  /** What a reader would take for a separator. */
  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
