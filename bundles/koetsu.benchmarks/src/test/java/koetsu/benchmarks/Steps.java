package koetsu.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the steps of classes that {@link CountingLoader} loads: each method begun, each turn of a
 * loop, and each character that the platform looks at for them. One pipeline runs at a time.
 */
public final class Steps {
  private static long count;

  private Steps() {}

  static long count() {
    return count;
  }

  /** A method begins, or a loop goes round. */
  public static void step() {
    count++;
  }

  private static int found(String text, int from, int at) {
    count += at < 0 ? Math.max(0, text.length() - from) : at - from;
    return at;
  }

  private static int foundBack(int from, int at) {
    count += Math.max(0, from - at);
    return at;
  }

  private static String made(String text) {
    count += text.length();
    return text;
  }

  // What a class calls in place of the method of java.lang.String with the same name.

  public static int indexOf(String text, int c) {
    return found(text, 0, text.indexOf(c));
  }

  public static int indexOf(String text, int c, int from) {
    return found(text, from, text.indexOf(c, from));
  }

  public static int indexOf(String text, String other) {
    return found(text, 0, text.indexOf(other));
  }

  public static int indexOf(String text, String other, int from) {
    return found(text, from, text.indexOf(other, from));
  }

  public static int lastIndexOf(String text, int c) {
    return foundBack(text.length(), text.lastIndexOf(c));
  }

  public static int lastIndexOf(String text, int c, int from) {
    return foundBack(Math.min(from, text.length()), text.lastIndexOf(c, from));
  }

  public static int lastIndexOf(String text, String other) {
    return foundBack(text.length(), text.lastIndexOf(other));
  }

  public static boolean contains(String text, CharSequence other) {
    return found(text, 0, text.indexOf(other.toString())) >= 0;
  }

  public static String substring(String text, int begin) {
    return made(text.substring(begin));
  }

  public static String substring(String text, int begin, int end) {
    return made(text.substring(begin, end));
  }

  public static String replace(String text, char from, char to) {
    return made(text.replace(from, to));
  }

  public static String replace(String text, CharSequence from, CharSequence to) {
    made(text);
    return made(text.replace(from, to));
  }

  public static String strip(String text) {
    return made(text.strip());
  }

  public static char[] toCharArray(String text) {
    return made(text).toCharArray();
  }

  /** In place of {@link Pattern#matcher}: one step for each look at a character. */
  public static Matcher matcher(Pattern pattern, CharSequence text) {
    return pattern.matcher(new Watched(text));
  }

  private record Watched(CharSequence text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      count++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
