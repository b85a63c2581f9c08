package koetsu.load;

import java.nio.charset.StandardCharsets;
import koetsu.api.document.SourceDocument;
import koetsu.load.internal.Loading;
import koetsu.load.internal.MarkdownEvidence;

/**
 * Makes documents of texts that are already decoded: test texts, pasted text, a source whose
 * records are scored.
 */
public final class Documents {
  private Documents() {}

  /**
   * A document with the structure that the loaders would find, as if it came from UTF-8 bytes
   * without a byte order mark. The text may be empty.
   */
  public static SourceDocument of(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Loading.document(name, bytes, text, "UTF-8", MarkdownEvidence.in(bytes));
  }
}
