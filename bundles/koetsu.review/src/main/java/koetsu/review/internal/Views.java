package koetsu.review.internal;

/** Ids of the review's views. */
final class Views {
  static final String NAVIGATOR = "koetsu.review.navigator";
  static final String RECORD = "koetsu.review.record";
  static final String PROBLEMS = "koetsu.review.problems";
  static final String QUEUE = "koetsu.review.queue";
  static final String GUIDE = "koetsu.review.guide";
  static final String WHY = "koetsu.review.why";
  static final String HISTORY = "koetsu.review.history";
  static final String CONFLICTS = "koetsu.review.conflicts";
  static final String EDITIONS = "koetsu.review.editions";
  static final String DAILY = "koetsu.review.daily";
  static final String LOG = "koetsu.workbench.log";
  static final String PROGRESS = "koetsu.workbench.progress";

  private Views() {}
}
