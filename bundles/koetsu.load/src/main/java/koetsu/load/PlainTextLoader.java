package koetsu.load;

import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.load.internal.Loading;
import koetsu.load.internal.Signature;
import org.osgi.service.component.annotations.Component;

/**
 * Loads text without markup, in UTF-8, UTF-16 or a Japanese encoding; structure is bullets,
 * numbering, tabs and form feeds.
 *
 * <p>It takes every input a little, so that one that nobody can read gets an error that says what
 * it is. Stateless.
 */
@Component(service = DocumentLoader.class)
public final class PlainTextLoader implements DocumentLoader {
  private static final double TEXT = 0.5;
  private static final double LAST_RESORT = 0.01;

  @Override
  public String id() {
    return "koetsu.load.plain";
  }

  @Override
  public double accepts(LoadRequest request) {
    return Signature.of(request.bytes()).isEmpty() ? TEXT : LAST_RESORT;
  }

  @Override
  public SourceDocument load(LoadRequest request) throws LoadException {
    return Loading.load(request, false);
  }
}
