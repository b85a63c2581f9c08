package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.text.Token;
import koetsu.api.text.TokenIndex;
import koetsu.api.text.TokenKind;
import koetsu.project.Note;
import koetsu.project.Project;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.Survey;
import koetsu.review.ValueFormat;
import koetsu.workbench.Messages;

/**
 * An answer to a problem that takes one key.
 *
 * @param label what it does
 * @param act makes one edit, or brings the person to where they make it
 */
record QuickFix(String label, Runnable act) {
  /** Amounts in the message of a check, such as {@code sum to 1,200 yen, the whole says 1,300}. */
  private static final Pattern AMOUNT = Pattern.compile("(-?\\d[\\d,]*) yen|says (-?\\d[\\d,]*)");

  private static final int MOST_FIELDS = 3;

  /** What can be done about a problem, the most likely first. */
  static List<QuickFix> of(ReviewSession session, String document, Problem problem) {
    Optional<Survey> survey = session.document(document).flatMap(OpenDocument::surveyed);
    Optional<ParsedRecord> record =
        problem.record() == null
            ? Optional.empty()
            : survey.flatMap(s -> s.record(problem.record()));
    return record.isEmpty() || !session.isEditable()
        ? List.of()
        : new Finder(session, survey.get(), record.get(), problem).fixes();
  }

  private static final class Finder {
    private final ReviewSession session;
    private final Survey survey;
    private final SourceDocument source;
    private final ParsedRecord record;
    private final Problem problem;
    private final List<QuickFix> fixes = new ArrayList<>();

    Finder(ReviewSession session, Survey survey, ParsedRecord record, Problem problem) {
      this.session = session;
      this.survey = survey;
      this.source = survey.state().document();
      this.record = record;
      this.problem = problem;
    }

    List<QuickFix> fixes() {
      Optional<Selection> place = valueThere();
      if (place.isPresent()) {
        onValue(place.get());
      } else if (problem.span() != null && !problem.span().isEmpty() && !isClaimed()) {
        unclaimed(problem.span());
      }
      fixes.add(new QuickFix(Texts.of("fix.lookedat"), this::askNote));
      return fixes;
    }

    private void add(String label, Selection place, Project.Edits edits) {
      fixes.add(
          new QuickFix(
              label,
              () -> {
                if (session.edit(source.name(), edits)) {
                  session.select(place, true);
                }
              }));
    }

    /** The value that the problem is about: it stands on most of its place. */
    private Optional<Selection> valueThere() {
      if (problem.span() == null || problem.span().isEmpty()) {
        return Optional.empty();
      }
      return session.places(source.name(), record).stream()
          .filter(p -> value(p).status() != Status.REJECTED)
          .filter(p -> 2 * shared(p) >= problem.span().length())
          .max(Comparator.comparingInt(this::shared));
    }

    private int shared(Selection place) {
      return LookedAt.shared(value(place), problem.span());
    }

    private boolean isClaimed() {
      return session.places(source.name(), record).stream()
          .anyMatch(p -> value(p).status() != Status.REJECTED && shared(p) > 0);
    }

    private FieldValue value(Selection place) {
      return record.values(place.field()).get(place.index());
    }

    private void onValue(Selection place) {
      FieldValue value = value(place);
      FieldDefinition field = session.profile().field(place.field()).orElseThrow();
      expected(place, field, value);
      if (value.status() == Status.MACHINE) {
        add(
            Texts.of("fix.accept", ValueFormat.line(field, value.value())),
            place,
            () -> session.project().accept(source.name(), record.id(), field.id(), value));
      }
      fixes.add(
          new QuickFix(
              Texts.of("fix.edit"),
              () -> {
                session.select(place, true);
                session.workbench().execute("value.fix");
              }));
      add(
          Texts.of("fix.reject", ValueFormat.line(field, value.value())),
          place,
          () -> session.project().reject(source.name(), record.id(), field.id(), value));
    }

    /** Of two amounts that contradict each other the value has one; it may take the other. */
    private void expected(Selection place, FieldDefinition field, FieldValue value) {
      List<Long> amounts = amounts(problem.message());
      if (amounts.size() != 2 || !(value.value() instanceof Value.Slots slots)) {
        return;
      }
      for (Slot slot : field.slots()) {
        Long now = slot.type() == Slot.Type.YEN ? (Long) slots.slots().get(slot.id()) : null;
        int at = now == null ? -1 : amounts.indexOf(now);
        if (at >= 0) {
          Long other = amounts.get(1 - at);
          Map<String, Object> changed = new LinkedHashMap<>(slots.slots());
          changed.put(slot.id(), other);
          add(
              Texts.of(
                  "fix.expected", ValueFormat.plain(slot, other), ValueFormat.plain(slot, now)),
              place,
              () ->
                  session
                      .project()
                      .correct(
                          source.name(),
                          record.id(),
                          field.id(),
                          value,
                          Value.of(changed),
                          value.text(),
                          value.spans()));
        }
      }
    }

    private static List<Long> amounts(String message) {
      List<Long> found = new ArrayList<>();
      Matcher matcher = AMOUNT.matcher(message);
      while (matcher.find()) {
        String digits = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        found.add(Long.valueOf(digits.replace(",", "")));
      }
      return found;
    }

    /** Text that no value claims becomes a value of a field that holds the like elsewhere. */
    private void unclaimed(Span span) {
      TokenIndex tokens = session.tokens(source);
      Optional<TokenKind> kind = kind(tokens, span);
      for (FieldDefinition field : kind.map(k -> fields(tokens, k)).orElse(List.of())) {
        if (!field.many() && !record.live(field.id()).isEmpty()) {
          continue;
        }
        String label = Messages.label(field.labels(), field.id());
        fixes.add(
            new QuickFix(
                Texts.of("fix.add", source.slice(span), label),
                () -> {
                  Value value = new ValueReader(session.text()).select(field, source, span, tokens);
                  session.select(Selection.of(source.name(), record.id()), false);
                  session.add(field.id(), value, source.slice(span), List.of(span));
                }));
      }
      fixes.add(
          new QuickFix(
              Texts.of("fix.select"),
              () -> {
                session.reveal(source.name(), record.id(), null, span);
                Sources.select(session.workbench(), source.name(), span);
              }));
      if (kind.isEmpty()) {
        fixes.add(
            new QuickFix(
                Texts.of("fix.section"),
                () -> {
                  session.reveal(source.name(), record.id(), null, span);
                  Sources.select(session.workbench(), source.name(), span);
                  session.workbench().execute("section.retype");
                }));
      }
    }

    private static Optional<TokenKind> kind(TokenIndex tokens, Span span) {
      TokenKind longest = null;
      int length = 0;
      for (TokenKind kind : TokenKind.values()) {
        for (Token token : tokens.in(span, kind)) {
          if (token.span().length() > length) {
            longest = kind;
            length = token.span().length();
          }
        }
      }
      return Optional.ofNullable(longest);
    }

    /** Fields whose values in this document hold such a token, those with the most first. */
    private List<FieldDefinition> fields(TokenIndex tokens, TokenKind kind) {
      Map<String, Integer> held = new HashMap<>();
      for (ParsedRecord each : survey.state().records()) {
        for (FieldDefinition field : session.profile().fields()) {
          for (FieldValue value : each.live(field.id())) {
            if (value.spans().stream().anyMatch(s -> !tokens.in(s, kind).isEmpty())) {
              held.merge(field.id(), 1, Integer::sum);
            }
          }
        }
      }
      return session.profile().fields().stream()
          .filter(f -> held.containsKey(f.id()))
          .sorted(Comparator.comparingInt(f -> -held.get(f.id())))
          .limit(MOST_FIELDS)
          .toList();
    }

    private void askNote() {
      Selection place = valueThere().orElse(Selection.of(source.name(), record.id()));
      FieldValue value = place.hasValue() ? value(place) : null;
      Prompt.open(
          session.workbench().shell(),
          session.workbench().theme(),
          "lookedat",
          ProblemTexts.of(problem.message()),
          Texts.of("fix.lookedat.hint"),
          "",
          typed -> {
            String line = (LookedAt.said(source, problem) + " " + typed.strip()).strip();
            String before =
                Notes.on(survey, record.id(), place.field(), value).map(Note::text).orElse("");
            if (session.edit(
                source.name(),
                () ->
                    session
                        .project()
                        .note(
                            source.name(),
                            record.id(),
                            place.field(),
                            value,
                            (before + "\n" + line).strip(),
                            false))) {
              session.select(place, true);
            }
          });
    }
  }
}
