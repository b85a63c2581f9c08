package koetsu.api.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import koetsu.api.document.SourceDocument;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Japanese numbers, money, years and widths, read the same way by everybody. Stateless and safe for
 * any thread; null arguments are a {@link NullPointerException}.
 */
@ProviderType
public interface TextServices {
  /** Scans a document once, in time linear in its length. */
  TokenIndex scan(SourceDocument document);

  /**
   * Folds full and half width (NFKC per character, without changing circled and compound marks)
   * with an offset map.
   */
  FoldedText fold(String text);

  /**
   * Reads a number in Arabic, full-width or Chinese digits ({@code １，２３４}, {@code 二十三}, {@code
   * 3万5千}).
   */
  Optional<BigDecimal> number(String text);

  /** Reads an amount in whole yen ({@code 1.1億円}, {@code 4億5千万円}, {@code 50百万円}); 憶 counts as 億. */
  OptionalLong yen(String text);

  /**
   * Reads a year, era or Gregorian ({@code 令和元年度}, {@code R8}, {@code 2026年}), as a Gregorian year.
   */
  OptionalInt year(String text);
}
