package koetsu.load;

import java.util.Locale;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.load.internal.Loading;
import koetsu.load.internal.MarkdownEvidence;
import koetsu.load.internal.Signature;
import org.osgi.service.component.annotations.Component;

/**
 * Loads text with Markdown marks, whatever its file is called: headings, lists, pipe tables and
 * fenced blocks become structure, and the marks stay in the text. Stateless.
 */
@Component(service = DocumentLoader.class)
public final class MarkdownLoader implements DocumentLoader {
  private static final double MARKED = 0.8;
  private static final double NAMED = 0.6;
  private static final double UNLIKELY = 0.1;

  @Override
  public String id() {
    return "koetsu.load.markdown";
  }

  @Override
  public double accepts(LoadRequest request) {
    if (Signature.of(request.bytes()).isPresent()) {
      return 0;
    }
    if (MarkdownEvidence.in(request.bytes())) {
      return MARKED;
    }
    String name = request.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown") ? NAMED : UNLIKELY;
  }

  @Override
  public SourceDocument load(LoadRequest request) throws LoadException {
    return Loading.load(request, true);
  }
}
