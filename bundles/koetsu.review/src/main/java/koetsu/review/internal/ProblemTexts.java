package koetsu.review.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What plug-ins report, in the language of the window. Plug-ins speak English, for their reports
 * are the same bytes everywhere; a message that is not among the known ones stays as it is.
 */
public final class ProblemTexts {
  private static Map<Pattern, String> japanese;

  private ProblemTexts() {}

  /** A message as the person reads it. */
  public static String of(String message) {
    if (!Locale.getDefault().getLanguage().equals("ja")) {
      return message;
    }
    for (Map.Entry<Pattern, String> known : japanese().entrySet()) {
      Matcher matcher = known.getKey().matcher(message);
      if (matcher.matches()) {
        return matcher.replaceFirst(known.getValue());
      }
    }
    return message;
  }

  private static synchronized Map<Pattern, String> japanese() {
    if (japanese == null) {
      japanese = new LinkedHashMap<>();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  ProblemTexts.class.getResourceAsStream("problems_ja.tsv"),
                  StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] pair = line.split("\t");
          japanese.put(Pattern.compile(pair[0], Pattern.DOTALL), pair[1]);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the messages in Japanese cannot be read", e);
      }
    }
    return japanese;
  }
}
