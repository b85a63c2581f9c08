package koetsu.extract.internal;

import java.util.List;
import java.util.Set;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/** Mail addresses, half-width. */
@Component(service = FieldExtractor.class)
public final class EmailExtractor implements FieldExtractor {
  static final String PRINTED = "mail-address";

  @Override
  public String id() {
    return "koetsu.extract.email";
  }

  @Override
  public Set<String> fields() {
    return Set.of("email");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    return Addresses.read(context, TokenKind.EMAIL, "email", PRINTED);
  }
}
