package koetsu.help;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A page of the guide in one language.
 *
 * @param id path below the language folder without its extension, for example {@code fields/budget}
 * @param language language of this edition, {@code en} or {@code ja}
 * @param title text of the page's first {@code #} line
 * @param markdown whole page, its title included; lines end in {@code \n}
 */
public record HelpPage(String id, String language, String title, String markdown) {
  private static final String EXTENSION = ".md";

  public HelpPage {
    Objects.requireNonNull(id);
    Objects.requireNonNull(language);
    Objects.requireNonNull(title);
    Objects.requireNonNull(markdown);
  }

  /**
   * The id of the page that a link of this page leads to; empty for a link that leaves the guide.
   *
   * @param link as written in the Markdown, for example {@code ../labelling.md#sections}
   */
  public Optional<String> target(String link) {
    URI to = URI.create(link);
    if (to.isAbsolute()) {
      return Optional.empty();
    }
    String path = URI.create(id + EXTENSION).resolve(to).getPath();
    return path.endsWith(EXTENSION)
        ? Optional.of(path.substring(0, path.length() - EXTENSION.length()))
        : Optional.empty();
  }
}
