package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import koetsu.api.document.LineKind;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.record.Section;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * The numeric goals of the outcome block, one for each number, with the horizon that governs it
 * (短期的, 中期的, 長期的; at the head of its list or on the line above as well) and the year it is due.
 * Baselines, premises, specifications and item numbers are none.
 */
@Component(service = FieldExtractor.class)
public final class TargetExtractor implements FieldExtractor {
  static final String GOAL = "number-of-the-outcome-block";
  static final String GOAL_HEADING = "number-under-goal-heading";

  /** The cell that says what a row is about is no longer. */
  private static final int ROW_HEAD = 10;

  private final PerProfile<GoalWords> goalWords = new PerProfile<>(GoalWords::new);

  @Override
  public String id() {
    return "koetsu.extract.target";
  }

  @Override
  public Set<String> fields() {
    return Set.of("target");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    GoalWords words = goalWords.of(context);
    Sheet sheet = Sheet.of(context);
    List<Extraction> found = new ArrayList<>();
    List<Span> read = new ArrayList<>();
    List<Section> outcomes = context.record().sections("outcome").toList();
    for (Section section : outcomes) {
      read.addAll(section.body());
      GoalBlock block = new GoalBlock(context, words, sheet, GoalSign.OUTCOME);
      section.heading().forEach(line -> block.heading(Passage.of(context, line)));
      found.addAll(block.read(lines(sheet, section.body())));
    }
    if (outcomes.isEmpty()) {
      for (Section section : context.record().sections("content").toList()) {
        List<Integer> lines = underGoalHeading(words, sheet, lines(sheet, section.body()));
        lines.forEach(line -> read.add(sheet.line(line).content()));
        found.addAll(new GoalBlock(context, words, sheet, GoalSign.GOAL_HEADING).read(lines));
      }
    }
    Untried.outside(context, TokenKind.QUANTITY, read, GOAL, "it stands outside the goals");
    return found;
  }

  private static List<Integer> lines(Sheet sheet, List<Span> spans) {
    Spans wanted = new Spans(spans);
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < sheet.size(); i++) {
      Span line = sheet.line(i).content();
      if (wanted.overlap(line)) {
        lines.add(i);
      }
    }
    return lines;
  }

  /** Whether a table row has a cell that says that the others are goals: 4 成果目標 | 10%以上削減. */
  private static boolean isGoalRow(GoalWords words, Sheet sheet, int line) {
    if (sheet.line(line).kind() != LineKind.TABLE_ROW) {
      return false;
    }
    return sheet.line(line).cells().stream()
        .filter(cell -> !cell.isEmpty() && cell.length() <= ROW_HEAD)
        .anyMatch(cell -> words.heading.in(sheet.folded(cell)));
  }

  /** The lines under a heading that names goals, up to the next heading. */
  private static List<Integer> underGoalHeading(GoalWords words, Sheet sheet, List<Integer> lines) {
    List<Integer> under = new ArrayList<>();
    boolean open = false;
    for (int line : lines) {
      String text = sheet.text(line);
      boolean heading =
          sheet.line(line).kind() == LineKind.HEADING
              || text.startsWith("【")
              || text.startsWith("<")
              || text.startsWith("|");
      if (isGoalRow(words, sheet, line)) {
        under.add(line);
      } else if (heading) {
        open = words.heading.in(text);
      } else if (open) {
        under.add(line);
      }
    }
    return under;
  }
}
