package koetsu.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the guide in the language of a locale, page by page in English where a page has no edition
 * in that language. Immutable and safe for any thread.
 */
public final class HelpPages {
  private static final String FALLBACK = Locale.ENGLISH.getLanguage();

  /** Every page, in reading order; each has at least an English edition. */
  private static final List<String> IDS =
      List.of(
          "index",
          "getting-started",
          "reviewing",
          "labelling",
          "fields/name",
          "fields/number",
          "fields/budget",
          "fields/department",
          "fields/ministry",
          "fields/period",
          "fields/subsidyRate",
          "fields/cap",
          "fields/target",
          "fields/phone",
          "fields/email",
          "fields/url",
          "checks/parts",
          "checks/previousYear",
          "checks/era",
          "checks/period",
          "checks/rate",
          "checks/deadline",
          "checks/section",
          "checks/omission",
          "projects",
          "regression",
          "formats",
          "errors",
          "tutorial",
          "extending",
          "command-line",
          "record-format");

  private final String language;

  public HelpPages(Locale locale) {
    language = Objects.requireNonNull(locale).getLanguage();
  }

  /** All pages in reading order, the table of contents first. */
  public List<HelpPage> all() {
    return IDS.stream().map(this::read).toList();
  }

  /** The page of an id; empty where the guide has none. */
  public Optional<HelpPage> page(String id) {
    return IDS.contains(id) ? Optional.of(read(id)) : Optional.empty();
  }

  /** The guideline of a field of the profile; empty for a field that another bundle contributed. */
  public Optional<HelpPage> field(String field) {
    return page("fields/" + field);
  }

  private HelpPage read(String id) {
    return edition(language, id)
        .or(() -> edition(FALLBACK, id))
        .orElseThrow(
            () -> new IllegalStateException("the help bundle lacks its page " + id + ".md"));
  }

  private static Optional<HelpPage> edition(String language, String id) {
    try (InputStream in = HelpPages.class.getResourceAsStream(language + "/" + id + ".md")) {
      if (in == null) {
        return Optional.empty();
      }
      String markdown = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new HelpPage(id, language, title(markdown).orElse(id), markdown));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the help page " + language + "/" + id, e);
    }
  }

  private static Optional<String> title(String markdown) {
    return markdown
        .lines()
        .filter(line -> line.startsWith("# "))
        .map(line -> line.substring(2).strip())
        .findFirst();
  }
}
