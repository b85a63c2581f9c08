package koetsu.pipeline;

import static koetsu.pipeline.Fakes.HERE;
import static koetsu.pipeline.Fakes.document;
import static koetsu.pipeline.Fakes.draft;
import static koetsu.pipeline.Fakes.extractor;
import static koetsu.pipeline.Fakes.lineByLine;
import static koetsu.pipeline.Fakes.pipeline;
import static koetsu.pipeline.Fakes.segmentation;
import static koetsu.pipeline.Fakes.segmenter;
import static koetsu.pipeline.Fakes.value;
import static koetsu.pipeline.Fakes.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Trace;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Gap;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.records.Calibration;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineTest {
  private static final SourceDocument DOCUMENT = document("港の課 橋の課\n\n山の課\n");

  private static List<String> texts(ParsedRecord record, String field) {
    return record.values(field).stream().map(v -> v.value().toString()).toList();
  }

  private static List<String> messages(ParsedDocument parsed) {
    return parsed.problems().stream().map(Problem::message).toList();
  }

  @Test
  void confidenceEndsUpOnTheCurveOfTheBundleThatGaveIt() {
    Calibration half =
        new Calibration(Map.of("koetsu.pipeline#*", List.of(new Calibration.Knot(0.9, 0.45))));
    ParsedDocument parsed =
        Fakes.pipeline(Fakes.lineByLine(), Fakes.word("w", "name", "甲", 0.9))
            .run(Fakes.document("甲\n"), RunOptions.DEFAULT.withCalibration(half));
    assertEquals(0.45, parsed.records().get(0).values("name").get(0).confidence());
  }

  @Test
  void recordsAreNumberedInDocumentOrderAndValuesSayWhereTheyComeFrom() {
    ParsedDocument parsed =
        pipeline(lineByLine(), word("offices", "office", "港の課", 0.9)).run(DOCUMENT);

    assertEquals(List.of("r0001", "r0002"), parsed.records().stream().map(r -> r.id()).toList());
    FieldValue office = parsed.records().get(0).values("office").get(0);
    assertEquals(HERE + "offices", office.extractor());
    assertEquals(Status.MACHINE, office.status());
    assertFalse(parsed.records().get(1).fields().containsKey("office"));
    assertEquals(List.of(), parsed.problems());
  }

  @Test
  void parentsKindsSectionsGapsAndPrintedLabelsAreCarriedOver() {
    Section purpose = new Section("purpose", List.of(), List.of(new Span(0, 3)));
    Segmenter segmenter =
        segmenter(
            "s",
            1,
            context ->
                new Segmentation(
                    List.of(
                        draft(new Span(0, 3)),
                        new RecordDraft(
                            0,
                            "breakdown",
                            List.of(new Span(4, 7)),
                            List.of(purpose),
                            List.of(
                                new Region(Region.Role.CHAPTER, new Span(4, 5)),
                                new Region(Region.Role.TAG, new Span(5, 6)),
                                new Region(Region.Role.TAG, new Span(6, 7))),
                            null)),
                    List.of(new Gap("divider", new Span(9, 12))),
                    List.of(),
                    List.of()));
    ParsedDocument parsed = pipeline(segmenter).run(DOCUMENT);

    ParsedRecord part = parsed.records().get(1);
    assertEquals("r0001", part.parent());
    assertEquals("breakdown", part.kind());
    assertEquals(List.of(purpose), part.sections());
    assertEquals(Map.of("chapter", "橋", "tags", List.of("の", "課")), part.extra());
    assertEquals(List.of(new Gap("divider", new Span(9, 12))), parsed.gaps());
    assertEquals(List.of(), parsed.problems());
  }

  static List<FieldExtractor> failing() {
    return List.of(
        extractor(
            "bad",
            "name",
            context -> {
              throw new IllegalStateException("no such page");
            }),
        extractor("bad", "name", PipelineTest::endless),
        extractor(
            "bad",
            "name",
            context -> {
              throw new NoClassDefFoundError("gone/Away");
            }),
        extractor("bad", "name", context -> null));
  }

  private static List<Extraction> endless(ExtractionContext context) {
    return endless(context).subList(0, 1);
  }

  @ParameterizedTest
  @MethodSource("failing")
  void anExtractorThatFailsCostsItsOwnValuesOnly(FieldExtractor bad) {
    ParsedDocument parsed =
        pipeline(lineByLine(), bad, word("offices", "office", "の課", 0.9)).run(DOCUMENT);

    assertEquals(List.of("の課", "の課"), texts(parsed.records().get(0), "office"));
    assertEquals(List.of("の課"), texts(parsed.records().get(1), "office"));
    assertEquals(2, parsed.problems().size());
    Problem problem = parsed.problems().get(1);
    assertEquals(Problem.Severity.ERROR, problem.severity());
    assertEquals(HERE + "bad", problem.source());
    assertEquals("r0002", problem.record());
    assertEquals(new Span(9, 12), problem.span());
    assertTrue(problem.message().startsWith("the extractor bad failed: "), problem.message());
    assertTrue(problem.message().endsWith("; its values of this record are missing"));
    assertEquals(1, problem.message().lines().count());
  }

  @Test
  void anExtractorThatHangsIsLeftBehindAndNotAskedAgain() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    FieldExtractor hanging =
        extractor(
            "hanging",
            "name",
            context -> {
              asked.incrementAndGet();
              while (true) {
                try {
                  never.await();
                } catch (InterruptedException ignored) {
                  // deaf to interrupts, as the worst ones are
                }
              }
            });
    ParsedDocument parsed =
        pipeline(lineByLine(), hanging, word("offices", "office", "山", 0.9))
            .run(DOCUMENT, RunOptions.DEFAULT.withLimit(Duration.ofMillis(500)));

    assertEquals(1, asked.get());
    assertEquals(List.of("山"), texts(parsed.records().get(1), "office"));
    assertEquals(
        List.of(
            "the extractor hanging did not come back within 500 ms; it is not asked again for this"
                + " document"),
        messages(parsed));
  }

  /** Results that break the contract, each with what is said about it. */
  static List<Object[]> lies() {
    Span here = new Span(0, 3);
    FieldValue good = value("港の課", here, 0.5, "r");
    Why why = good.why();
    return List.of(
        new Object[] {"office", value("港の課", new Span(0, 99), 0.5, "r"), "ends beyond"},
        new Object[] {"office", value("橋の課", here, 0.5, "r"), "is not what stands at its spans"},
        new Object[] {
          "office",
          FieldValue.machine(Value.of("x"), "x", List.of(new Span(4, 7), here), 0.5, why),
          "not ascending at 0"
        },
        new Object[] {
          "office", FieldValue.machine(Value.of("x"), "", List.of(), 0.5, why), "no place"
        },
        new Object[] {"office", good.withConfidence(null), "no confidence"},
        new Object[] {"office", good.withWhy(null), "does not say why"},
        new Object[] {"office", good.withStatus(Status.ACCEPTED), "only a person can give"},
        new Object[] {"phone", good, "not in the profile"},
        new Object[] {"name", good, "does not declare the field"},
        new Object[] {"office", Fakes.money(Map.of("yen", 1L), "港の課", here), "has slots where"},
        new Object[] {
          "office", FieldValue.machine(Value.of(""), "港の課", List.of(here), 0.5, why), "is empty"
        });
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aValueThatBreaksTheContractIsLeftOutAlone(String field, FieldValue lie, String fault) {
    FieldExtractor liar =
        extractor(
            "liar",
            "office",
            context ->
                List.of(
                    new Extraction(field, lie),
                    new Extraction("office", value("橋", new Span(4, 5), 0.5, "good"))));
    ParsedDocument parsed = pipeline(lineByLine(), liar).run(document("港の課 橋の課\n"));

    assertEquals(List.of("橋"), texts(parsed.records().get(0), "office"));
    assertEquals(1, parsed.problems().size());
    Problem problem = parsed.problems().get(0);
    assertEquals("r0001", problem.record());
    assertTrue(problem.source().startsWith(HERE), problem.source());
    assertTrue(problem.message().startsWith("the value \""), problem.message());
    assertTrue(problem.message().contains(fault), problem.message());
  }

  @Test
  void slotsAreCheckedAgainstTheProfile() {
    Span span = new Span(0, 3);
    List<Map<String, Object>> wrong =
        List.of(
            Map.of("yen", "five"),
            Map.of("part", 1L),
            Map.of("stage", "final"),
            Map.of("colour", "red"));
    FieldExtractor liar =
        extractor(
            "money",
            "money",
            context -> {
              List<Extraction> all = new ArrayList<>();
              wrong.forEach(w -> all.add(new Extraction("money", Fakes.money(w, "港の課", span))));
              Map<String, Object> right = new java.util.LinkedHashMap<>();
              right.put("yen", 5L);
              right.put("part", true);
              right.put("stage", null);
              all.add(new Extraction("money", Fakes.money(right, "港の課", span)));
              return all;
            });
    ParsedDocument parsed = pipeline(lineByLine(), liar).run(document("港の課\n"));

    assertEquals(1, parsed.records().get(0).values("money").size());
    List<String> messages = messages(parsed);
    assertEquals(4, messages.size());
    assertTrue(messages.get(0).endsWith("its slot yen holds five, which is no yen"));
    assertTrue(messages.get(1).endsWith("its slot part holds 1, which is no flag"));
    assertTrue(messages.get(2).endsWith("its slot stage holds final, which is no choice"));
    assertTrue(messages.get(3).endsWith("it has a slot colour that is not in the profile"));
  }

  @Test
  void theSegmenterThatFitsBestIsTakenAndAFailedOneIsReplacedByTheNext() {
    Segmenter best =
        segmenter(
            "best",
            0.9,
            context -> {
              throw new IllegalStateException("lost");
            });
    Segmenter worst = segmenter("worst", 0, context -> segmentation(List.of()));
    Pipeline pipeline =
        Pipeline.of(
            List.of(),
            List.of(worst, lineByLine(), best),
            List.of(),
            List.of(Fakes.PROFILE),
            new JapaneseText());
    ParsedDocument parsed = pipeline.run(DOCUMENT);

    assertEquals(2, parsed.records().size());
    assertEquals(1, parsed.problems().size());
    assertEquals(HERE + "best", parsed.problems().get(0).source());
    assertTrue(
        messages(parsed)
            .get(0)
            .startsWith("the segmenter best failed: IllegalStateException: lost"));
    assertTrue(messages(parsed).get(0).endsWith("; the next best segmenter is asked"));
  }

  @Test
  void aLayoutThatNobodyKnowsIsSaidToBeUnknown() {
    ParsedDocument parsed =
        pipeline(segmenter("none", 0, context -> segmentation(List.of()))).run(DOCUMENT);
    assertEquals(List.of(), parsed.records());
    assertEquals(
        List.of("no installed segmenter knows this layout, so there are no records"),
        messages(parsed));
  }

  @Test
  void draftsThatBreakTheContractAreLeftOutAndTheOthersKeepTheirNumbers() {
    Segmenter wild =
        segmenter(
            "wild",
            1,
            context ->
                segmentation(
                    List.of(
                        draft(new Span(0, 3)),
                        draft(),
                        draft(new Span(2, 5)),
                        draft(new Span(4, 7), new Span(9, 99)),
                        new RecordDraft(
                            1,
                            "poem",
                            List.of(new Span(9, 12)),
                            List.of(
                                new Section("song", List.of(), List.of(new Span(9, 10))),
                                new Section("purpose", List.of(), List.of(new Span(9, 99)))),
                            List.of(new Region(Region.Role.TITLE, new Span(9, 99))),
                            null),
                        draft(new Span(4, 7)))));
    ParsedDocument parsed = pipeline(wild).run(DOCUMENT);

    assertEquals(List.of("r0001", "r0005"), parsed.records().stream().map(r -> r.id()).toList());
    ParsedRecord poem = parsed.records().get(1);
    assertNull(poem.parent());
    assertEquals("program", poem.kind());
    assertEquals(List.of(), poem.sections());
    assertEquals(
        List.of(
            "the record r0002 is left out: it has no place",
            "the record r0003 is left out: it claims text of a record before it",
            "the record r0004 is left out: its span 9–99 ends beyond the document",
            "the record r0006 is left out: it begins before the record before it",
            "the record r0005 names a parent that is no record; it has none now",
            "the record r0005 is of the kind poem, which is not in the profile; it is a program"
                + " now",
            "a section (song) of the record r0005 is left out: its type is not in the profile",
            "a section (purpose) of the record r0005 is left out: its span 9–99 ends beyond the"
                + " document",
            "a region (TITLE) of the record r0005 ends beyond the document"),
        messages(parsed));
  }

  @Test
  void theOrderOfInstallationDoesNotMatter() {
    List<FieldExtractor> extractors =
        new ArrayList<>(
            List.of(
                word("a", "name", "港", 0.5),
                word("b", "name", "橋", 0.5),
                word("c", "name", "課", 0.4),
                word("d", "office", "橋の課", 0.5),
                word("e", "office", "港の課", 0.7)));
    ParsedDocument expected =
        pipeline(lineByLine(), extractors.toArray(FieldExtractor[]::new)).run(DOCUMENT);
    assertEquals(List.of("港"), texts(expected.records().get(0), "name"));
    assertEquals(List.of("港の課", "橋の課"), texts(expected.records().get(0), "office"));

    Collections.reverse(extractors);
    assertEquals(
        expected, pipeline(lineByLine(), extractors.toArray(FieldExtractor[]::new)).run(DOCUMENT));
  }

  @Test
  void progressIsToldRecordByRecordAndACancelledRunEnds() {
    List<String> told = new ArrayList<>();
    Monitor monitor =
        new Monitor() {
          @Override
          public void progress(int done, int total) {
            told.add(done + "/" + total);
          }

          @Override
          public boolean cancelled() {
            return told.contains("2/3");
          }
        };
    RunOptions options = RunOptions.DEFAULT.withMonitor(monitor);
    Pipeline pipeline = pipeline(lineByLine(), word("a", "name", "x", 0.5));

    pipeline.run(document("a\nb\n"), options);
    assertEquals(List.of("0/2", "1/2", "2/2"), told);
    told.clear();
    assertThrows(CancellationException.class, () -> pipeline.run(document("a\nb\nc\n"), options));
    assertEquals(List.of("0/3", "1/3", "2/3"), told);
  }

  @Test
  void anInterruptedCallerStopsWaitingAndStaysInterrupted() {
    Pipeline pipeline = pipeline(lineByLine());
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> pipeline.run(DOCUMENT));
    assertTrue(Thread.interrupted());
  }

  @Test
  void rulesReachTheTraceOfTheRun() {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Trace trace =
        new Trace() {
          @Override
          public boolean enabled() {
            return true;
          }

          @Override
          public void failed(String rule, Span place, String condition) {
            heard.add(rule + " " + place.begin() + " " + condition);
          }
        };
    FieldExtractor silent =
        extractor(
            "silent",
            "name",
            context -> {
              Trace of = context.in().trace();
              of.failed("title", context.record().spans().get(0), "no mark before it");
              return List.of();
            });
    pipeline(lineByLine(), silent).run(DOCUMENT, RunOptions.DEFAULT.withTrace(trace));
    assertEquals(List.of("title 0 no mark before it", "title 9 no mark before it"), heard);
  }

  @Test
  void theLoaderThatAcceptsMostLoads() throws LoadException {
    Pipeline pipeline =
        Pipeline.of(
            List.of(Fakes.loader("b", 0.7), Fakes.loader("a", 0.7), Fakes.loader("c", 0.2)),
            List.of(),
            List.of(),
            List.of(),
            new JapaneseText());
    SourceDocument document = pipeline.load(new LoadRequest("x.txt", new byte[] {'h', 'i'}, null));
    assertEquals("a", document.sha256()); // the fake puts its id there
    LoadException empty =
        assertThrows(
            LoadException.class, () -> pipeline.load(new LoadRequest("x.txt", new byte[0], null)));
    assertEquals("x.txt: empty", empty.getMessage());
  }

  @Test
  void anInputThatNoLoaderAcceptsIsAnError() {
    Pipeline pipeline =
        Pipeline.of(
            List.of(Fakes.loader("a", 0)), List.of(), List.of(), List.of(), new JapaneseText());
    LoadException e =
        assertThrows(
            LoadException.class, () -> pipeline.load(new LoadRequest("x.bin", new byte[4], null)));
    assertEquals(
        "x.bin: no installed loader knows what this is; see `koetsu bundles`", e.getMessage());
  }

  @Test
  void pluginsWithAFaultTakeNoPartAndSayWhy() {
    Segmenter nameless =
        new Segmenter() {
          @Override
          public String id() {
            return null;
          }

          @Override
          public double fits(DocumentContext context) {
            return 1;
          }

          @Override
          public Segmentation segment(DocumentContext context) {
            return segmentation(List.of());
          }
        };
    Pipeline pipeline =
        Pipeline.of(
            List.of(),
            List.of(nameless, lineByLine()),
            List.of(),
            Arrays.asList(Fakes.PROFILE, Fakes.contribution("slip", "{\"schema\": 1}")),
            new JapaneseText());

    assertEquals(2, pipeline.run(DOCUMENT).records().size());
    assertEquals(
        List.of("its id() is null", HERE + "slip, line 1, column 12: schema is not a string"),
        pipeline.problems().stream().map(Problem::message).toList());
    assertEquals(
        List.of(nameless.getClass().getName(), "line-by-line", "profile", "slip"),
        pipeline.plugIns().stream().map(PlugIn::id).toList());
    assertEquals("words", pipeline.profile().id());
  }

  @Test
  void fieldsThatAreOnlyAddedComeBehindThoseOfAKindOfDocument() {
    Pipeline pipeline =
        Pipeline.of(
            List.of(),
            List.of(),
            List.of(),
            List.of(
                Fakes.contribution(
                    "additions",
                    "{\"schema\":\"koetsu.profile/1\",\"id\":\"x\",\"fields\":[{\"id\":\"zone\"}]}"),
                Fakes.PROFILE),
            new JapaneseText());
    assertEquals(
        List.of("name", "office", "money", "zone"),
        pipeline.profile().fields().stream().map(f -> f.id()).toList());
  }

  @Test
  void twoContributionsThatClashAreReported() {
    Pipeline pipeline =
        Pipeline.of(
            List.of(),
            List.of(),
            List.of(),
            List.of(
                Fakes.PROFILE,
                Fakes.contribution(
                    "second",
                    "{\"schema\":\"koetsu.profile/1\",\"id\":\"x\",\"fields\":[{\"id\":\"name\"}]}")),
            new JapaneseText());
    assertEquals(
        List.of(HERE + "second: the field name is refused because " + HERE + "profile defines it"),
        pipeline.problems().stream().map(Problem::message).toList());
  }

  /** Two domains beside each other, and a field that is only added. */
  @Test
  void anExtractorIsAskedAboutTheKindsOfRecordThatHaveItsFields() {
    ProfileContribution notices =
        Fakes.contribution(
            "notices",
            """
            {"schema": "koetsu.profile/1", "id": "notices", "kinds": [{"id": "notice"}],
             "fields": [{"id": "title"}, {"id": "anywhere", "kinds": ["sheet", "notice"]}]}
            """);
    ProfileContribution sheets =
        Fakes.contribution(
            "sheets",
            """
            {"schema": "koetsu.profile/1", "id": "sheets", "kinds": [{"id": "sheet"}]}
            """);
    ProfileContribution fields =
        Fakes.contribution(
            "fields",
            """
            {"schema": "koetsu.profile/1", "id": "sheets", "fields": [{"id": "name"}]}
            """);
    ProfileContribution added =
        Fakes.contribution(
            "added",
            """
            {"schema": "koetsu.profile/1", "id": "added", "fields": [{"id": "extra"}]}
            """);
    Segmenter notice =
        segmenter(
            "s",
            1,
            context ->
                segmentation(
                    List.of(
                        new RecordDraft(
                            null, "notice", List.of(new Span(0, 3)), List.of(), List.of(), null))));
    Pipeline pipeline =
        Pipeline.of(
            List.of(),
            List.of(notice),
            List.of(
                word("a", "name", "港", 1),
                word("b", "title", "港", 1),
                word("c", "extra", "港", 1),
                word("d", "anywhere", "港", 1)),
            List.of(notices, sheets, fields, added),
            new JapaneseText());
    ParsedDocument parsed = pipeline.run(document("港の課\n"));
    assertEquals(Set.of("title", "extra", "anywhere"), parsed.records().get(0).fields().keySet());
    assertEquals(List.of(), parsed.problems());
  }
}
