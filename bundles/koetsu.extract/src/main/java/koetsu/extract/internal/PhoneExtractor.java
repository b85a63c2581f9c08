package koetsu.extract.internal;

import java.util.List;
import java.util.Set;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/** Telephone numbers, half-width with hyphens, without extension (内線) and label. */
@Component(service = FieldExtractor.class)
public final class PhoneExtractor implements FieldExtractor {
  static final String PRINTED = "telephone-number";

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
    return Addresses.read(context, TokenKind.PHONE, "phone", PRINTED);
  }
}
