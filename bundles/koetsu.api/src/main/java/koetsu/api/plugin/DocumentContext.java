package koetsu.api.plugin;

import java.util.Objects;
import koetsu.api.document.SourceDocument;
import koetsu.api.profile.Profile;
import koetsu.api.text.TextServices;
import koetsu.api.text.TokenIndex;

/**
 * What plug-ins see of a document under work; nothing in it is null.
 *
 * @param document source text with its lines
 * @param tokens numbers, money, years, rates and addresses of the whole document
 * @param text readers for Japanese numbers and widths
 * @param profile fields, sections and word lists in force
 * @param trace where rules say why they did not fire
 */
public record DocumentContext(
    SourceDocument document, TokenIndex tokens, TextServices text, Profile profile, Trace trace) {
  public DocumentContext {
    Objects.requireNonNull(document);
    Objects.requireNonNull(tokens);
    Objects.requireNonNull(text);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(trace);
  }
}
