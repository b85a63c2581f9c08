package koetsu.extract.internal;

import java.util.List;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.Quote;
import koetsu.api.plugin.Region;
import koetsu.api.record.Value;
import org.osgi.service.component.annotations.Component;

/**
 * The printed item number: the one at the head of the title ({@code (1)}, {@code R4-05}), the one
 * of the part in "Xのうち、(n) Y", or that of the matching entry of the table of contents ({@code
 * 57-3}).
 */
@Component(service = FieldExtractor.class)
public final class NumberExtractor implements FieldExtractor {
  static final String PRINTED = "printed-number";
  static final String PART = "number-of-the-part";
  static final String CONTENTS = "number-from-contents";

  private final PerProfile<Words> partWords =
      new PerProfile<>(profile -> Words.of(profile, NameExtractor.PART_WORDS));

  @Override
  public String id() {
    return "koetsu.extract.number";
  }

  @Override
  public Set<String> fields() {
    return Set.of("number");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    for (Span region : context.record().regions(Region.Role.NUMBER)) {
      Passage passage = Passage.of(context, region);
      Place place = bare(passage);
      if (place.length() > 0) {
        Span span = passage.span(place);
        return List.of(
            new Finding(context, "number", PRINTED, List.of(span))
                .because("number", region)
                .value(Value.of(context.slice(span)), 0.97));
      }
      context.in().trace().failed(PRINTED, region, "no digit stands in it");
    }
    Extraction part = part(context);
    if (part != null) {
      return List.of(part);
    }
    ContentsEntry entry = context.record().contents();
    if (entry == null || entry.number() == null || entry.number().spans().isEmpty()) {
      return List.of();
    }
    Quote number = entry.number();
    Passage passage = Passage.of(context, number.spans());
    Place place = bare(passage);
    if (place.length() == 0) {
      context.in().trace().failed(CONTENTS, number.spans().get(0), "no digit stands in it");
      return List.of();
    }
    Finding finding =
        new Finding(context, "number", CONTENTS, passage.spans(place.begin(), place.end()));
    entry.title().spans().forEach(span -> finding.because("entry", span));
    context.record().regions(Region.Role.TITLE).forEach(span -> finding.because("title", span));
    return List.of(
        finding.value(Value.of(passage.text().substring(place.begin(), place.end())), 0.95));
  }

  /** The number (n) behind the words that join a whole to its part. */
  private Extraction part(ExtractionContext context) {
    Words partWords = this.partWords.of(context);
    List<Span> titles = context.record().regions(Region.Role.TITLE);
    if (titles.isEmpty()) {
      return null;
    }
    Passage passage = Passage.of(context, titles);
    String text = passage.text();
    Place joint = partWords.first(text, 0, text.length());
    if (joint == null) {
      return null;
    }
    int at = joint.end();
    while (at < text.length()
        && (Passage.isSpace(text.charAt(at)) || "、,".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    int end = Marks.afterNumber(text, at);
    if (end == at) {
      context.in().trace().failed(PART, passage.span(joint), "no (n) follows");
      return null;
    }
    Span span = passage.span(at, end);
    return new Finding(context, "number", PART, List.of(span))
        .because("joint", passage.span(joint))
        .value(Value.of(context.slice(span)), 0.95);
  }

  /** The number without the label before it and the full stop behind it. */
  private static Place bare(Passage passage) {
    String text = passage.text();
    int begin = Marks.skipHeadingMarks(text, 0);
    int colon = text.lastIndexOf(':');
    begin = Math.max(begin, colon + 1);
    Place place = passage.trim(begin, text.length());
    int end = place.end();
    while (end > place.begin() && ".,、 ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean digit =
        text.substring(place.begin(), end)
            .chars()
            .anyMatch(c -> Marks.isDigit((char) c) || Marks.isCircled((char) c));
    return digit ? new Place(place.begin(), end) : new Place(end, end);
  }
}
