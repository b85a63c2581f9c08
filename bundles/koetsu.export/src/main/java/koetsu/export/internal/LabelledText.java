package koetsu.export.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.profile.Profile;
import koetsu.records.FormatException;
import koetsu.records.Node;

/**
 * A text with labels on stretches of it, as labelling tools know it, and the records that it was
 * made of: what somebody has moved, removed or added is told by comparing the two.
 */
final class LabelledText {
  /** A label on a stretch. */
  record Label(String tag, Span span) {}

  private final AnnotatedDocument original;
  private final List<Label> found;

  /**
   * @param original the records as they were exported
   * @param found the labels as they are now
   */
  LabelledText(AnnotatedDocument original, List<Label> found) {
    this.original = original;
    this.found = new ArrayList<>(found);
  }

  /**
   * Puts the records together again.
   *
   * @param where file and line
   */
  Assembler assembled(ImportRequest request, String where) throws FormatException {
    SourceDocument document = original.document();
    for (Label label : found) {
      if (label.span().end() > document.length()) {
        throw new FormatException(
            where
                + ": "
                + label.tag()
                + " ends at "
                + label.span().end()
                + ", beyond the end of "
                + document.name()
                + " at "
                + document.length());
      }
    }
    Profile profile = request.profile();
    Assembler assembler = new Assembler(document, profile, UnaryOperator.identity());
    List<Item> items = Item.of(original);
    List<List<Span>> kept = new ArrayList<>();
    items.forEach(item -> kept.add(same(item)));
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      List<Span> stretches = stretches(item, document);
      List<Span> spans = item.spans();
      if (kept.get(i).size() < stretches.size()) {
        spans = moved(item, kept.get(i));
        if (spans.isEmpty()) {
          continue; // somebody removed it
        }
      }
      assembler.add(item.layer(), item.label(), spans, Node.of(item.detail(), where), where);
    }
    for (Label label : found) {
      Item.Layer layer = Assembler.layer(label.tag(), profile);
      assembler.add(layer, Assembler.label(label.tag(), layer), List.of(label.span()), null, where);
    }
    return assembler;
  }

  /**
   * What of an item a label can be on: the tools have none on no characters at all, or on the line
   * ends that a text ends with.
   */
  static List<Span> stretches(Item item, SourceDocument document) {
    String text = document.text();
    int ink = text.length();
    while (ink > 0 && (text.charAt(ink - 1) == '\n' || text.charAt(ink - 1) == '\r')) {
      ink--;
    }
    int end = document.codePoint(ink);
    return item.spans().stream()
        .map(s -> new Span(Math.min(s.begin(), end), Math.min(s.end(), end)))
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** The item's stretches that are still labelled, which are used up. */
  private List<Span> same(Item item) {
    List<Span> same = new ArrayList<>();
    String tag = item.layer().tag(item.label());
    for (Span span : stretches(item, original.document())) {
      if (found.remove(new Label(tag, span))) {
        same.add(span);
      }
    }
    return same;
  }

  /** Adds what overlaps a stretch that is missing, and bears the same label. */
  private List<Span> moved(Item item, List<Span> same) {
    List<Span> spans = new ArrayList<>(same);
    String tag = item.layer().tag(item.label());
    for (Span missing : stretches(item, original.document())) {
      if (!same.contains(missing)) {
        Optional<Label> near =
            found.stream()
                .filter(l -> l.tag().equals(tag) && l.span().overlaps(missing))
                .filter(l -> spans.stream().noneMatch(l.span()::overlaps))
                .findFirst();
        near.ifPresent(
            label -> {
              found.remove(label);
              spans.add(label.span());
            });
      }
    }
    spans.sort(Comparator.naturalOrder());
    return spans;
  }
}
