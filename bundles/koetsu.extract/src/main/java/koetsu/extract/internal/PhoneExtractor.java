package koetsu.extract.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/** Telephone numbers, half-width with hyphens, without extension (内線) and label. */
@Component(service = FieldExtractor.class)
public final class PhoneExtractor implements FieldExtractor {
  static final String PRINTED = "telephone-number";

  /** A label with its colon is no longer. */
  private static final int LABEL_LENGTH = 10;

  @Override
  public String id() {
    return "koetsu.extract.phone";
  }

  @Override
  public Set<String> fields() {
    return Set.of("phone");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Extraction> found = Addresses.read(context, TokenKind.PHONE, "phone", PRINTED);
    return found.stream().filter(phone -> !isFax(context, phone.value().spans().get(0))).toList();
  }

  /** Whether FAX is the label that stands right before a number. */
  private static boolean isFax(ExtractionContext context, Span number) {
    int begin = Math.max(0, number.begin() - LABEL_LENGTH);
    String before =
        context
            .in()
            .text()
            .fold(context.slice(new Span(begin, number.begin())))
            .text()
            .replaceAll("[\\s:.()番号]+$", "")
            .toUpperCase(Locale.ROOT);
    boolean fax = before.endsWith("FAX") || before.endsWith("ファクス") || before.endsWith("ファックス");
    if (fax) {
      context.in().trace().failed(PRINTED, number, "it is the number of a fax machine");
    }
    return fax;
  }
}
