package koetsu.review;

import koetsu.review.internal.ProblemTexts;

/** What plug-ins and those who run them report, for the person at the window. */
public final class Reports {
  private Reports() {}

  /** The report in the language of the window; one that is not known stays as it is. */
  public static String inWords(String message) {
    return ProblemTexts.of(message);
  }
}
