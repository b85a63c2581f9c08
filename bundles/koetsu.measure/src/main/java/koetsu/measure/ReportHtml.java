package koetsu.measure;

import java.nio.charset.StandardCharsets;
import koetsu.api.profile.Profile;
import koetsu.measure.internal.ReportPage;

/**
 * Reports as one HTML page that needs nothing else: it is read from a file, on a phone or a desk,
 * light or dark, in English or Japanese as the browser prefers, or with {@code ?lang=ja}. The same
 * bytes for equal reports.
 */
public final class ReportHtml {
  private ReportHtml() {}

  /**
   * The file's content, UTF-8.
   *
   * @param title what was tested, such as the project's name
   * @param profile names fields and slots
   */
  public static byte[] of(RegressionReport report, String title, Profile profile) {
    return new ReportPage(report, title, profile).html().getBytes(StandardCharsets.UTF_8);
  }
}
