package koetsu.itests.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Value;
import koetsu.measure.MeasuredDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Puts errors into the source text where a second printed fact constrains the value, and counts how
 * many the validators find. What they say without an error is a false alarm, unless the hand-made
 * records contradict themselves in the same way: then the print does.
 */
@Tag("long")
class SeededErrorsTest {
  private static final double DETECTED = 0.95;
  private static final double FALSE_ALARMS = 0.02;

  /** A number in any width, without a separator at its end. */
  private static final Pattern NUMBER =
      Pattern.compile("\\d[\\d,，.．]*", Pattern.UNICODE_CHARACTER_CLASS);

  private static final String CONTENTS = "koetsu.segment";
  private static final String SUMS = "koetsu.check.parts";
  private static final String PREVIOUS = "koetsu.check.previousYear";
  private static final String PERIODS = "koetsu.check.period";
  private static final String ERAS = "koetsu.check.era";
  private static final String RATES = "koetsu.check.rate";

  /** A year in one calendar with the other's in brackets behind it. */
  private static final Pattern BOTH_CALENDARS =
      Pattern.compile(
          "(?:令和|平成)(?:元|\\d{1,2})年?度?[(（](\\d{4})年?度?[)）]"
              + "|(\\d{4})年?度?[(（](?:令和|平成)(?:元|\\d{1,2})年?度?[)）]",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** The words that make a fraction right behind them a rate. */
  private static final Pattern RATE_WORD = Pattern.compile("(?:補助率|助成率|国費率|補助|助成)[:：は（(]?$");

  private static final Pattern FRACTION =
      Pattern.compile("(\\d{1,2})([/／])(\\d{1,2})", Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, int[]> seeded = new TreeMap<>();
  private final Map<String, int[]> alarms = new TreeMap<>();

  /** A printed number with the one to put in its place. */
  private record Seed(String kind, Span place, String error) {}

  @Test
  void errorsThatASecondPrintedFactRevealsAreFound() throws Exception {
    Corpus corpus = Corpus.get();
    for (MeasuredDocument document : corpus.all()) {
      List<ParsedDocument> others =
          corpus.all().stream()
              .filter(d -> d != document)
              .map(MeasuredDocument::predicted)
              .toList();
      List<Seed> seeds = new ArrayList<>();
      seeds.addAll(sums(document));
      seeds.addAll(periods(document));
      seeds.addAll(contents(document));
      seeds.addAll(previous(document, corpus.all()));
      seeds.addAll(eras(document));
      seeds.addAll(rates(document));
      ParsedDocument clean = corpus.pipeline().check(document.predicted(), others);
      falseAlarms(corpus, document, clean, others, seeds);
      Set<Problem> known = new HashSet<>(clean.problems());
      for (Seed seed : seeds) {
        ParsedDocument spoilt = spoilt(corpus, document.predicted().document(), seed);
        boolean found =
            corpus.pipeline().check(spoilt, others).problems().stream()
                .filter(p -> isOf(seed.kind(), p))
                .anyMatch(p -> known.stream().noneMatch(k -> same(k, p)));
        int[] counts = seeded.computeIfAbsent(seed.kind(), k -> new int[2]);
        counts[0] += found ? 1 : 0;
        counts[1]++;
      }
    }
    String report = report();
    System.out.print(report);
    assertTrue(share(seeded) >= DETECTED, report);
    assertTrue(share(alarms) < FALSE_ALARMS, report);
  }

  /** Contents are compared where they are read: by the segmenter. */
  private static boolean isOf(String kind, Problem problem) {
    return kind.equals(CONTENTS)
        ? problem.source().startsWith(CONTENTS)
        : problem.source().endsWith("#" + kind);
  }

  /** Messages hold the figures; places move with the length of what was put in. */
  private static boolean same(Problem a, Problem b) {
    return a.source().equals(b.source()) && a.message().equals(b.message());
  }

  private void falseAlarms(
      Corpus corpus,
      MeasuredDocument document,
      ParsedDocument clean,
      List<ParsedDocument> others,
      List<Seed> seeds) {
    ParsedDocument byHand =
        new ParsedDocument(clean.document(), document.gold(), List.of(), List.of());
    List<Problem> printed = corpus.pipeline().check(byHand, others).problems();
    for (String kind : List.of(SUMS, PREVIOUS, PERIODS, CONTENTS, ERAS, RATES)) {
      int[] counts = alarms.computeIfAbsent(kind, k -> new int[2]);
      counts[0] +=
          (int)
              clean.problems().stream()
                  .filter(p -> isOf(kind, p))
                  .filter(p -> p.severity() == Problem.Severity.WARNING)
                  .filter(p -> printed.stream().noneMatch(h -> same(h, p)))
                  .count();
      counts[1] +=
          (int)
              seeds.stream().filter(s -> s.kind().equals(kind)).map(Seed::place).distinct().count();
    }
  }

  private static ParsedDocument spoilt(Corpus corpus, SourceDocument document, Seed seed)
      throws Exception {
    String text = document.text();
    String changed =
        text.substring(0, document.utf16(seed.place().begin()))
            + seed.error()
            + text.substring(document.utf16(seed.place().end()));
    return corpus
        .pipeline()
        .run(
            corpus
                .pipeline()
                .load(
                    new LoadRequest(
                        document.name(), changed.getBytes(StandardCharsets.UTF_8), null)));
  }

  /** Figures of wholes and parts whose sum is right, changed beyond what rounding explains. */
  private static List<Seed> sums(MeasuredDocument document) {
    Map<String, List<ParsedRecord>> families = new LinkedHashMap<>();
    for (ParsedRecord record : document.gold()) {
      if (record.parent() != null) {
        families.computeIfAbsent(record.parent(), p -> new ArrayList<>()).add(record);
      }
    }
    List<Seed> seeds = new ArrayList<>();
    for (ParsedRecord whole : document.gold()) {
      List<ParsedRecord> parts = families.getOrDefault(whole.id(), List.of());
      for (String slot : List.of("amountYen", "previousYen")) {
        List<Figure> figures =
            Stream.concat(Stream.of(whole), parts.stream())
                .flatMap(r -> Figure.of(document, r, slot).stream())
                .toList();
        double rounding = figures.stream().mapToDouble(Figure::place).sum() / 2;
        long sum = figures.stream().skip(1).mapToLong(Figure::yen).sum();
        boolean constrained =
            parts.size() > 1
                && figures.size() == parts.size() + 1
                && figures.stream().skip(1).noneMatch(f -> f.yen() == figures.get(0).yen())
                && Math.abs(sum - figures.get(0).yen()) <= rounding;
        if (constrained) {
          figures.forEach(f -> seeds.addAll(f.seeds(SUMS, rounding)));
        }
      }
    }
    return seeds;
  }

  /** Previous amounts that another document of the corpus states under the same name. */
  private static List<Seed> previous(MeasuredDocument document, List<MeasuredDocument> all) {
    List<Seed> seeds = new ArrayList<>();
    for (ParsedRecord record : document.gold()) {
      for (Figure figure : Figure.of(document, record, "previousYen")) {
        boolean stated =
            all.stream()
                .filter(d -> d != document)
                .flatMap(d -> d.gold().stream())
                .filter(r -> r.first("name").equals(record.first("name")))
                .flatMap(r -> r.live("budget").stream())
                .map(v -> (Value.Slots) v.value())
                .anyMatch(
                    s ->
                        Objects.equals(s.number("fiscalYear"), figure.fiscalYear() - 1)
                            && Objects.equals(s.number("amountYen"), figure.yen()));
        if (stated && !record.first("name").isEmpty()) {
          seeds.addAll(figure.seeds(PREVIOUS, figure.place()));
        }
      }
    }
    return seeds;
  }

  /** Titles of the table of contents behind the numbers that sheets take from there. */
  private static List<Seed> contents(MeasuredDocument document) {
    SourceDocument source = document.predicted().document();
    List<Seed> seeds = new ArrayList<>();
    for (ParsedRecord record : document.predicted().records()) {
      for (FieldValue number : record.live("number")) {
        boolean listed =
            number.spans().size() == 1
                && record.spans().stream().noneMatch(s -> s.contains(number.spans().get(0)));
        if (listed) {
          int begin = number.spans().get(0).end();
          int end = source.lineAt(begin).span().end();
          seeds.add(new Seed(CONTENTS, new Span(begin, end), " " + "架空".repeat(8)));
        }
      }
    }
    return seeds;
  }

  /** Years of our era beside the same year by era name, in the records of the document. */
  private static List<Seed> eras(MeasuredDocument document) {
    SourceDocument source = document.predicted().document();
    List<Seed> seeds = new ArrayList<>();
    Matcher both = BOTH_CALENDARS.matcher(source.text());
    while (both.find()) {
      int group = both.group(1) == null ? 2 : 1;
      Span place = source.span(both.start(group), both.end(group));
      int year = Integer.parseInt(both.group(group));
      seeds.add(new Seed(ERAS, place, String.valueOf(year + 1)));
      seeds.add(new Seed(ERAS, place, String.valueOf(year - 10)));
    }
    return seeds;
  }

  /**
   * Rates right behind the words for one, turned upside down: the words constrain them, for no
   * support is above the whole cost.
   */
  private static List<Seed> rates(MeasuredDocument document) {
    SourceDocument source = document.predicted().document();
    List<Seed> seeds = new ArrayList<>();
    for (ParsedRecord record : document.gold()) {
      for (FieldValue rate : record.live("subsidyRate")) {
        if (rate.spans().size() != 1) {
          continue;
        }
        Span place = rate.spans().get(0);
        Matcher fraction = FRACTION.matcher(source.slice(place));
        int at = source.utf16(place.begin());
        String before = source.text().substring(Math.max(0, at - 8), at);
        if (fraction.matches()
            && !fraction.group(1).equals(fraction.group(3))
            && RATE_WORD.matcher(before).find()) {
          seeds.add(
              new Seed(RATES, place, fraction.group(3) + fraction.group(2) + fraction.group(1)));
        }
      }
    }
    return seeds;
  }

  /** Lengths of periods that print both of their years. */
  private static List<Seed> periods(MeasuredDocument document) {
    List<Seed> seeds = new ArrayList<>();
    for (ParsedRecord record : document.gold()) {
      for (FieldValue period : record.live("period")) {
        Value.Slots slots = (Value.Slots) period.value();
        Long start = slots.number("startFiscalYear");
        Long end = slots.number("endFiscalYear");
        Long years = slots.number("years");
        if (start == null || end == null || years == null || end - start + 1 != years) {
          continue;
        }
        Span last = period.spans().get(period.spans().size() - 1);
        String text = document.predicted().document().slice(last);
        Matcher number = NUMBER.matcher(text);
        Span length = null;
        while (number.find()) {
          if (text.startsWith("年間", number.end())) {
            length = new Span(last.begin() + number.start(), last.begin() + number.end());
          }
        }
        if (length != null) {
          seeds.add(new Seed(PERIODS, length, String.valueOf(years + 1)));
          seeds.add(new Seed(PERIODS, length, String.valueOf(years + 2)));
        }
      }
    }
    return seeds;
  }

  /**
   * A printed amount.
   *
   * @param number where its digits stand
   * @param digits the digits
   * @param yen what it means
   * @param place yen of its last printed place
   */
  private record Figure(Span number, String digits, long yen, double place, long fiscalYear) {
    /** The figure of a record with one budget, where its line prints it once in one number. */
    static List<Figure> of(MeasuredDocument document, ParsedRecord record, String slot) {
      if (record.live("budget").size() != 1) {
        return List.of();
      }
      FieldValue budget = record.live("budget").get(0);
      Value.Slots slots = (Value.Slots) budget.value();
      Long yen = slots.number(slot);
      Long year = slots.number("fiscalYear");
      if (yen == null || yen == 0 || year == null || budget.spans().size() != 1) {
        return List.of();
      }
      String text = document.predicted().document().slice(budget.spans().get(0));
      List<Figure> found = new ArrayList<>();
      Matcher number = NUMBER.matcher(text);
      while (number.find()) {
        String digits = number.group().replaceAll("[,，.．]", "");
        int unit = number.end();
        boolean money = unit < text.length() && "億百千万兆".indexOf(text.charAt(unit)) >= 0;
        double ratio = digits.matches("0*") ? 0 : (double) yen / Long.parseLong(digits);
        if (money && ratio >= 1 && Math.log10(ratio) % 1 == 0) {
          int begin = budget.spans().get(0).begin() + number.start();
          Span place = new Span(begin, begin + number.group().length());
          found.add(new Figure(place, number.group(), yen, ratio, year));
        }
      }
      return found.size() == 1 ? found : List.of();
    }

    /** The number with another first digit, as far as the change is more than rounding explains. */
    List<Seed> seeds(String kind, double rounding) {
      int first = Character.digit(digits.charAt(0), 10);
      List<Seed> seeds = new ArrayList<>();
      for (int other : Set.of(first % 9 + 1, (first + 4) % 9 + 1)) {
        String error = other + digits.substring(1);
        double changed = Long.parseLong(error.replaceAll("[,，.．]", "")) * place;
        if (Math.abs(changed - yen) > rounding) {
          seeds.add(new Seed(kind, number, error));
        }
      }
      return seeds;
    }
  }

  private static double share(Map<String, int[]> counts) {
    int some = counts.values().stream().mapToInt(c -> c[0]).sum();
    int all = counts.values().stream().mapToInt(c -> c[1]).sum();
    return all == 0 ? 0 : (double) some / all;
  }

  private String report() {
    return "seeded errors found: "
        + line(seeded)
        + "\nfalse alarms at printed facts: "
        + line(alarms)
        + "\n";
  }

  private static String line(Map<String, int[]> counts) {
    return counts.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue()[0] + "/" + e.getValue()[1])
        .collect(Collectors.joining(", "));
  }
}
