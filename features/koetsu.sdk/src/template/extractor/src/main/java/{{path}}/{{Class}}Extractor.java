package {{package}};

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/** How many applications a programme means to accept: the quantity after a label on its line. */
@Component
public final class {{Class}}Extractor implements FieldExtractor {
  static final String FIELD = "{{field}}";

  private static final String RULE = "{{name}}";
  private static final Pattern LABEL = Pattern.compile("採択予定(?:件)?数?");
  private static final double CONFIDENCE = 0.9;

  @Override
  public String id() {
    return "{{package}}.{{name}}";
  }

  @Override
  public Set<String> fields() {
    return Set.of(FIELD);
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    SourceDocument document = context.in().document();
    List<Extraction> found = new ArrayList<>();
    for (Span stretch : context.record().spans()) {
      int begin = document.utf16(stretch.begin());
      Matcher words = LABEL.matcher(context.slice(stretch));
      while (words.find()) {
        Span label = document.span(begin + words.start(), begin + words.end());
        Span rest = new Span(label.end(), document.lineAt(label.begin()).span().end());
        List<Token> counts = context.in().tokens().in(rest, TokenKind.QUANTITY);
        if (counts.isEmpty()) {
          // a reviewer who asks why nothing was read here is told this
          context.in().trace().failed(RULE, label, "no quantity follows on the line");
        } else {
          found.add(value(context, label, counts.get(0)));
        }
      }
    }
    return found;
  }

  private static Extraction value(ExtractionContext context, Span label, Token count) {
    String printed = context.slice(count.span());
    Why why =
        new Why(RULE, List.of(new Evidence("label", label)), List.of(printed, count.normal()));
    return new Extraction(
        FIELD,
        FieldValue.machine(
            Value.of(count.normal()), printed, List.of(count.span()), CONFIDENCE, why));
  }
}
