package koetsu.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text and the readings marked in it: {@code [[two thirds|rate: 2/3]]}. Positions are UTF-16
 * units of the text without marks.
 *
 * @param text what is printed
 * @param readings in the order of their first places
 */
record MarkedText(String text, List<Reading> readings) {
  private static final String OPEN = "[[";
  private static final String CLOSE = "]]";
  private static final Pattern LABEL =
      Pattern.compile("\\s*([\\w.-]+)\\s*(?:(\\+)|:\\s*(.*?))?\\s*", Pattern.DOTALL);

  /**
   * One value and where it is printed.
   *
   * @param content what it means, or null where the mark leaves that open
   * @param places ascending
   */
  record Reading(String field, String content, List<Place> places) {
    Reading {
      places = List.copyOf(places);
    }
  }

  /** A range of the text. */
  record Place(int begin, int end) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return begin != other.begin
          ? Integer.compare(begin, other.begin)
          : Integer.compare(end, other.end);
    }
  }

  /** By first place, then as written: what is found and what is marked are listed alike. */
  private static final Comparator<Reading> ORDER =
      Comparator.comparing((Reading reading) -> reading.places().get(0))
          .thenComparing(Reading::field)
          .thenComparing(reading -> String.valueOf(reading.content()));

  MarkedText {
    readings = readings.stream().sorted(ORDER).toList();
  }

  /**
   * Takes the marks out of a text.
   *
   * @throws IllegalArgumentException where a mark is not closed or not understood; it names the
   *     line
   */
  static MarkedText parse(String marked) {
    StringBuilder text = new StringBuilder();
    Deque<Integer> open = new ArrayDeque<>();
    List<Reading> readings = new ArrayList<>();
    int at = 0;
    while (at < marked.length()) {
      if (marked.startsWith(OPEN, at)) {
        open.push(text.length());
        at += OPEN.length();
      } else if (!open.isEmpty() && marked.startsWith(CLOSE, at)) {
        int begin = open.pop();
        int bar = text.lastIndexOf("|");
        if (bar <= begin) {
          throw slip(text, begin, "has no label, or stands around nothing: [[text|field: value]]");
        }
        String label = text.substring(bar + 1);
        text.setLength(bar);
        add(readings, label, new Place(begin, bar), text);
        at += CLOSE.length();
      } else {
        text.append(marked.charAt(at++));
      }
    }
    if (!open.isEmpty()) {
      throw slip(text, open.pop(), "is not closed with ]]");
    }
    return new MarkedText(text.toString(), readings);
  }

  private static void add(List<Reading> readings, String label, Place place, StringBuilder text) {
    Matcher parts = LABEL.matcher(label);
    if (!parts.matches()) {
      throw slip(text, place.begin(), "has a label that names no field: " + label);
    }
    String field = parts.group(1);
    if (parts.group(2) == null) {
      readings.add(new Reading(field, parts.group(3), List.of(place)));
      return;
    }
    for (int i = readings.size() - 1; i >= 0; i--) {
      Reading begun = readings.get(i);
      if (begun.field().equals(field)) {
        List<Place> places = new ArrayList<>(begun.places());
        places.add(place);
        readings.set(i, new Reading(field, begun.content(), places));
        return;
      }
    }
    throw slip(text, place.begin(), "goes on with " + field + ", which no mark before it begins");
  }

  private static IllegalArgumentException slip(StringBuilder text, int begin, String what) {
    long line = 1 + text.chars().limit(begin).filter(c -> c == '\n').count();
    return new IllegalArgumentException("line " + line + ": the mark [[ " + what);
  }

  /** The text with its marks, always in the same way, for a comparison side by side. */
  String marked() {
    record Edge(int at, boolean begin, Place place, String written) {}
    List<Edge> edges = new ArrayList<>();
    for (Reading reading : readings) {
      for (int i = 0; i < reading.places().size(); i++) {
        Place place = reading.places().get(i);
        String label = i > 0 ? "+" : reading.content() == null ? "" : ": " + reading.content();
        edges.add(new Edge(place.begin(), true, place, OPEN));
        edges.add(new Edge(place.end(), false, place, "|" + reading.field() + label + CLOSE));
      }
    }
    // inner marks within outer ones; one that ends before one that begins
    edges.sort(
        Comparator.comparingInt(Edge::at)
            .thenComparing(Edge::begin)
            .thenComparingInt(e -> e.begin() ? -e.place().end() : -e.place().begin()));
    StringBuilder out = new StringBuilder(text);
    for (int i = edges.size() - 1; i >= 0; i--) {
      out.insert(edges.get(i).at(), edges.get(i).written());
    }
    return out.toString();
  }
}
