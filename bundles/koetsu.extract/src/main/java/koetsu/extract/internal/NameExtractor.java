package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.Region;
import koetsu.api.record.Value;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * The programme's name: the title lines as printed, joined without a separator, without marks, the
 * item number of a plain sheet and budget text. "Xのうち、(n) Y" keeps its whole lead-in.
 */
@Component(service = FieldExtractor.class)
public final class NameExtractor implements FieldExtractor {
  static final String TITLE_LINES = "title-lines";
  static final String LEAD_IN = "lead-in-and-part";

  /** Lexicon: words that join the title of a whole to that of its part. */
  static final String PART_WORDS = "title.part";

  private final PerProfile<Words> partWords =
      new PerProfile<>(profile -> Words.of(profile, PART_WORDS));

  @Override
  public String id() {
    return "koetsu.extract.name";
  }

  @Override
  public Set<String> fields() {
    return Set.of("name");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Span> titles =
        context.record().regions(Region.Role.TITLE).stream()
            .flatMap(region -> Passage.lines(context, region).stream())
            .toList();
    List<Span> pieces = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    Words partWords = this.partWords.of(context);
    boolean leadIn = false;
    for (Span title : titles) {
      Passage passage = Passage.of(context, title);
      String text = passage.text();
      int begin = begin(text, leadIn || partWords.in(text), pieces.isEmpty());
      int end = beforeBudget(passage);
      Place place = passage.trim(Math.min(begin, end), end);
      if (place.length() == 0) {
        context
            .in()
            .trace()
            .failed(TITLE_LINES, title, "nothing but marks, a number or budget text is left");
        continue;
      }
      leadIn |= partWords.in(text);
      Span span = passage.span(place);
      pieces.add(span);
      name.append(context.slice(span).replace("**", ""));
    }
    if (pieces.isEmpty()) {
      return List.of();
    }
    Finding finding =
        new Finding(context, "name", leadIn ? LEAD_IN : TITLE_LINES, pieces).step(name.toString());
    titles.forEach(title -> finding.because("title", title));
    return List.of(finding.value(Value.of(name.toString()), pieces.size() > 1 ? 0.93 : 0.97));
  }

  /**
   * The index where the name begins: behind marks, and behind the number unless it names a part.
   */
  private static int begin(String text, boolean keepsNumber, boolean first) {
    int at = Marks.skipHeadingMarks(text, 0);
    if (keepsNumber || !first) {
      return at;
    }
    int number = Marks.afterNumber(text, at);
    return number > at && !Marks.isCircled(text.charAt(at)) ? number : at;
  }

  /** The index where a budget label begins that was printed behind the name, or the end. */
  private static int beforeBudget(Passage passage) {
    List<Passage.Found> money = passage.tokens(TokenKind.MONEY);
    if (money.isEmpty()) {
      return passage.length();
    }
    return passage.tokens(TokenKind.YEAR).stream()
        .map(year -> year.place())
        .filter(year -> year.end() <= money.get(money.size() - 1).place().begin())
        .filter(year -> passage.text().indexOf("予算", year.end()) >= 0)
        .mapToInt(Place::begin)
        .findFirst()
        .orElse(passage.length());
  }
}
