package koetsu.segment.internal;

/**
 * How a line sets off the words at its head, apart from Markdown marks.
 *
 * @param bullet whether a bullet or square stands before the words
 * @param number whether an item number stands before the words: {@code ①}, {@code (1)}, {@code 1.}
 * @param bracket whether the words stand in brackets: {@code 【 】}, {@code ＜ ＞}, {@code （ ）}
 * @param round whether these brackets are round ones, which set off remarks as often as headings
 */
public record HeadingMarks(boolean bullet, boolean number, boolean bracket, boolean round) {
  public static final HeadingMarks NONE = new HeadingMarks(false, false, false, false);

  /** Whether anything sets the words off. */
  public boolean any() {
    return bullet || number || bracket;
  }
}
