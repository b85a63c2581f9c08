package koetsu.extract.internal;

import java.util.List;
import java.util.Set;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/** Web addresses, half-width, put together again where a line break divides them. */
@Component(service = FieldExtractor.class)
public final class UrlExtractor implements FieldExtractor {
  static final String PRINTED = "web-address";

  @Override
  public String id() {
    return "koetsu.extract.url";
  }

  @Override
  public Set<String> fields() {
    return Set.of("url");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    return Addresses.read(context, TokenKind.URL, "url", PRINTED);
  }
}
