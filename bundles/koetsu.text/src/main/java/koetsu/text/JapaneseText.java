package koetsu.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import koetsu.api.document.SourceDocument;
import koetsu.api.text.FoldedText;
import koetsu.api.text.TextServices;
import koetsu.api.text.TokenIndex;
import koetsu.text.internal.Expressions;
import koetsu.text.internal.ScannedTokens;
import koetsu.text.internal.Widths;
import org.osgi.service.component.annotations.Component;

/**
 * The text services by hand-written tables and one left-to-right scan: no regular expressions, no
 * backtracking. Without a framework {@code new JapaneseText()} is all that is needed.
 */
@Component(service = TextServices.class)
public final class JapaneseText implements TextServices {

  @Override
  public TokenIndex scan(SourceDocument document) {
    return ScannedTokens.of(document);
  }

  @Override
  public FoldedText fold(String text) {
    return Widths.fold(text);
  }

  @Override
  public Optional<BigDecimal> number(String text) {
    return Expressions.number(text);
  }

  @Override
  public OptionalLong yen(String text) {
    return Expressions.yen(text);
  }

  @Override
  public OptionalInt year(String text) {
    return Expressions.year(text);
  }
}
