package koetsu.review.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What plug-ins report, why rules did not fire and files are not imported, in the window's
 * language. Plug-ins speak English, for their reports are the same bytes everywhere; a message that
 * is not among the known ones stays as it is.
 */
public final class ProblemTexts {
  private static final Pattern PART = Pattern.compile("\\{(\\d)\\}");

  private static final ProblemTexts REPORTS =
      new ProblemTexts("problems_ja.tsv", "conditions_ja.tsv");
  private static final ProblemTexts IMPORTS = new ProblemTexts("imports_ja.tsv");

  private final List<String> resources;
  private Map<Pattern, String> japanese;

  private ProblemTexts(String... resources) {
    this.resources = List.of(resources);
  }

  /** What a plug-in reports about a document, as the person reads it. */
  public static String of(String message) {
    return REPORTS.text(message);
  }

  /** Why files could not be imported, as the person reads it. */
  public static String ofImport(String fault) {
    return IMPORTS.text(fault);
  }

  private String text(String message) {
    if (!Locale.getDefault().getLanguage().equals("ja")) {
      return message;
    }
    for (Map.Entry<Pattern, String> known : japanese().entrySet()) {
      Matcher matcher = known.getKey().matcher(message);
      if (matcher.matches()) {
        return matcher.replaceFirst(withParts(known.getValue(), matcher));
      }
    }
    return message;
  }

  /** A part in braces, such as {3}, is a list of clauses that are known themselves. */
  private String withParts(String translation, Matcher matcher) {
    return PART.matcher(translation)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    Matcher.quoteReplacement(
                        Arrays.stream(matcher.group(Integer.parseInt(part.group(1))).split(", "))
                            .map(this::text)
                            .collect(Collectors.joining("、")))));
  }

  private synchronized Map<Pattern, String> japanese() {
    if (japanese == null) {
      Map<Pattern, String> read = new LinkedHashMap<>();
      resources.forEach(resource -> read(resource, read));
      japanese = read;
    }
    return japanese;
  }

  private static void read(String resource, Map<Pattern, String> into) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ProblemTexts.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] pair = line.split("\t");
        into.put(Pattern.compile(pair[0], Pattern.DOTALL), pair[1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the messages in Japanese cannot be read", e);
    }
  }
}
