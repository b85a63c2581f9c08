package koetsu.measure.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedRecord;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Tally;
import koetsu.measure.internal.Bootstrap;
import koetsu.measure.internal.RecordTallies;

/**
 * What records that were reviewed without the machine's values say about the machine, and about
 * reviewers who see its values: these accept what they would not have found and overlook what it
 * overlooks, so that the machine looks better in their gold than it is.
 *
 * @param blind how many gold records were reviewed blindly
 * @param open how many were not
 * @param recall of the machine's values on blind records
 * @param precision of the machine's values on blind records
 * @param overRating F1 of the machine on open records, less that on blind ones
 */
public record BlindFigures(
    int blind, int open, Estimate recall, Estimate precision, Estimate overRating) {

  /**
   * Computes the figures; the same input gives the same ones.
   *
   * @param documents gold beside what the machine says now
   * @param isBlind whether a gold record was reviewed blindly
   */
  public static BlindFigures of(
      Profile profile, List<MeasuredDocument> documents, Predicate<ParsedRecord> isBlind) {
    List<Tally> blind = new ArrayList<>();
    List<Tally> open = new ArrayList<>();
    for (MeasuredDocument document : documents) {
      List<Tally> tallies = RecordTallies.of(profile, document);
      for (int i = 0; i < tallies.size(); i++) {
        (isBlind.test(document.gold().get(i)) ? blind : open).add(tallies.get(i));
      }
    }
    List<Tally> all = new ArrayList<>(blind);
    all.addAll(open);
    int count = blind.size();
    return new BlindFigures(
        count,
        open.size(),
        Bootstrap.of(count, weights -> sum(blind, weights, 0, count).recall()),
        Bootstrap.of(count, weights -> sum(blind, weights, 0, count).precision()),
        Bootstrap.of(
            all.size(),
            weights -> {
              OptionalDouble seen = sum(all, weights, count, all.size()).f1();
              OptionalDouble unseen = sum(all, weights, 0, count).f1();
              return seen.isEmpty() || unseen.isEmpty()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(seen.getAsDouble() - unseen.getAsDouble());
            }));
  }

  private static Tally sum(List<Tally> tallies, int[] weights, int begin, int end) {
    Tally sum = Tally.NONE;
    for (int i = begin; i < end; i++) {
      Tally one = tallies.get(i);
      sum =
          sum.plus(
              new Tally(
                  weights[i] * one.right(),
                  weights[i] * one.spurious(),
                  weights[i] * one.missed()));
    }
    return sum;
  }
}
