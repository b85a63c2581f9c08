package koetsu.pipeline;

import static koetsu.pipeline.Fakes.HERE;
import static koetsu.pipeline.Fakes.document;
import static koetsu.pipeline.Fakes.draft;
import static koetsu.pipeline.Fakes.extractor;
import static koetsu.pipeline.Fakes.lineByLine;
import static koetsu.pipeline.Fakes.loader;
import static koetsu.pipeline.Fakes.segmentation;
import static koetsu.pipeline.Fakes.segmenter;
import static koetsu.pipeline.Fakes.validator;
import static koetsu.pipeline.Fakes.value;
import static koetsu.pipeline.Fakes.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Validator;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.Problem;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plug-ins of each kind that do the worst they can: what it costs, and what is said about it. */
class HostilePlugInTest {
  private static final String LINES = "港の課\n橋の課\n";
  private static final Duration SHORT = Duration.ofMillis(300);

  /** What a call does in place of its work. */
  enum Deed {
    THROW(
        "failed: IllegalStateException: line one line two at ",
        () -> {
          throw new IllegalStateException("line one\n  line two");
        }),
    SPEECHLESS(
        "failed: Speechless, which cannot say why",
        () -> {
          throw new Speechless();
        }),
    TALKATIVE(
        "failed: IllegalArgumentException: " + "x".repeat(500) + "… at ",
        () -> {
          throw new IllegalArgumentException("x".repeat(9_000_000));
        }),
    OVERFLOW("failed: StackOverflowError", () -> endless(0)),
    MEMORY("failed: OutOfMemoryError: ", () -> new long[Integer.MAX_VALUE].length),
    LINKAGE(
        "failed: NoClassDefFoundError: gone/Away at ",
        () -> {
          throw new NoClassDefFoundError("gone/Away");
        }),
    HANG("did not come back within ", HostilePlugInTest::hang);

    private final String said;
    private final Supplier<Integer> work;

    Deed(String said, Supplier<Integer> work) {
      this.said = said;
      this.work = work;
    }

    /** Never returns as a call should. */
    <T> T perform() {
      throw new AssertionError("came back with " + work.get());
    }
  }

  /** An exception that is as bad as what threw it. */
  private static final class Speechless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message either");
    }
  }

  private static int endless(int depth) {
    return endless(depth + 1) + 1;
  }

  /** Deaf to interrupts, as the worst ones are. */
  private static int hang() {
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        never.await();
      } catch (InterruptedException ignored) {
        Thread.yield();
      }
    }
  }

  private static Pipeline pipeline(
      List<Segmenter> segmenters, List<FieldExtractor> extractors, List<Validator> validators) {
    return Pipeline.of(
        List.of(), segmenters, extractors, validators, List.of(Fakes.PROFILE), new JapaneseText());
  }

  private static ParsedDocument run(Pipeline pipeline) {
    return run(pipeline, LINES);
  }

  private static ParsedDocument runShort(Pipeline pipeline) {
    return pipeline.run(document(LINES), RunOptions.DEFAULT.withLimit(SHORT));
  }

  /** Waits long for a deed that comes back, whatever else the machine does. */
  private static ParsedDocument run(Pipeline pipeline, Deed deed) {
    return deed == Deed.HANG ? runShort(pipeline) : run(pipeline);
  }

  private static ParsedDocument run(Pipeline pipeline, String text) {
    return pipeline.run(document(text));
  }

  private static List<String> messages(ParsedDocument parsed) {
    return parsed.problems().stream().map(Problem::message).toList();
  }

  private static String office(ParsedDocument parsed, int record) {
    return parsed.records().get(record).first("office");
  }

  @ParameterizedTest
  @EnumSource
  void anExtractorCostsItsOwnValuesAndIsNamedWithRecordAndLine(Deed deed) {
    FieldExtractor bad = extractor("bad", "name", context -> deed.perform());
    ParsedDocument parsed =
        run(
            pipeline(List.of(lineByLine()), List.of(bad, word("w", "office", "の", 1)), List.of()),
            deed);

    assertEquals("の", office(parsed, 0));
    assertEquals("の", office(parsed, 1));
    Problem first = parsed.problems().get(0);
    assertEquals(HERE + "bad", first.source());
    assertEquals("r0001", first.record());
    assertEquals(new Span(0, 3), first.span());
    assertTrue(first.message().startsWith("the extractor bad " + deed.said), first.message());
    assertEquals(1, first.message().lines().count());
    assertEquals(deed == Deed.HANG ? 1 : 2, parsed.problems().size());
  }

  @ParameterizedTest
  @EnumSource
  void aSegmenterIsReplacedByTheNext(Deed deed) {
    Segmenter bad = segmenter("bad", 1, context -> deed.perform());
    ParsedDocument parsed = run(pipeline(List.of(bad, lineByLine()), List.of(), List.of()), deed);

    assertEquals(2, parsed.records().size());
    assertEquals(1, parsed.problems().size());
    assertEquals(HERE + "bad", parsed.problems().get(0).source());
    String message = parsed.problems().get(0).message();
    assertTrue(message.startsWith("the segmenter bad " + deed.said), message);
    assertTrue(message.endsWith("; the next best segmenter is asked"), message);
  }

  @ParameterizedTest
  @EnumSource
  void aValidatorCostsItsOwnProblems(Deed deed) {
    Validator bad = validator("bad", context -> deed.perform());
    Validator good =
        validator(
            "good",
            context ->
                List.of(new Problem(Problem.Severity.INFO, "x", "look", "r0001", new Span(0, 1))));
    ParsedDocument parsed =
        run(pipeline(List.of(lineByLine()), List.of(), List.of(bad, good)), deed);

    assertEquals(2, parsed.problems().size());
    String message = parsed.problems().get(0).message();
    assertTrue(message.startsWith("the validator bad " + deed.said), message);
    assertEquals("look", parsed.problems().get(1).message());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HANG")
  void aLoaderCostsTheInputsThatItKnowsBest(Deed deed) {
    DocumentLoader bad = hostileLoader(() -> 0.9, deed::perform);
    Pipeline pipeline =
        Pipeline.of(
            List.of(bad, loader("good", 0.5)), List.of(), List.of(), List.of(), new JapaneseText());
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> pipeline.load(new LoadRequest("x.txt", new byte[] {65}, null)));
    assertTrue(e.getMessage().startsWith("x.txt: " + HERE + "bad " + deed.said), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HANG")
  void aLoaderThatCannotEvenLookLeavesTheInputToTheOthers(Deed deed) throws LoadException {
    DocumentLoader bad = hostileLoader(deed::perform, () -> null);
    Pipeline pipeline =
        Pipeline.of(
            List.of(bad, loader("good", 0.5)), List.of(), List.of(), List.of(), new JapaneseText());
    assertEquals(
        "A", pipeline.load(new LoadRequest("x.txt", new byte[] {65}, null)).text().strip());
  }

  private static DocumentLoader hostileLoader(
      Supplier<Double> accepts, Supplier<SourceDocument> load) {
    return new DocumentLoader() {
      @Override
      public String id() {
        return "bad";
      }

      @Override
      public double accepts(LoadRequest request) {
        return accepts.get();
      }

      @Override
      public SourceDocument load(LoadRequest request) {
        return load.get();
      }
    };
  }

  static List<Object[]> documents() {
    Span two = new Span(0, 2);
    return List.of(
        new Object[] {null, "gave no document"},
        new Object[] {
          new SourceDocument("../y.txt", "00", "UTF-8", "ab", List.of()),
          "gave a document of another name, ../y.txt"
        },
        new Object[] {
          new SourceDocument("x.txt", "00", "UTF-8", "a", List.of(line(0, two, two))),
          "gave a document whose line 1 is not where it can be"
        },
        new Object[] {
          new SourceDocument(
              "x.txt", "00", "UTF-8", "abcd", List.of(line(0, two, two), line(1, two, two))),
          "gave a document whose line 2 is not where it can be"
        },
        new Object[] {
          new SourceDocument("x.txt", "00", "UTF-8", "abcd", List.of(line(0, two, new Span(1, 4)))),
          "gave a document whose line 1 is not where it can be"
        });
  }

  private static Line line(int number, Span span, Span content) {
    return new Line(number, span, content, LineKind.TEXT, 0, List.of(), false);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentThatCannotBeTheOneAskedForIsRefused(SourceDocument given, String said) {
    Pipeline pipeline =
        Pipeline.of(
            List.of(hostileLoader(() -> 1.0, () -> given)),
            List.of(),
            List.of(),
            List.of(),
            new JapaneseText());
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> pipeline.load(new LoadRequest("x.txt", new byte[] {65}, null)));
    assertEquals("x.txt: " + HERE + "bad " + said, e.getMessage());
  }

  /** A list without an end, which says that it has one. */
  private static <T> List<T> endlessly(T each) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return each;
      }

      @Override
      public int size() {
        return 1;
      }

      @Override
      public Iterator<T> iterator() {
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public T next() {
            return each;
          }
        };
      }
    };
  }

  private static Extraction office(ExtractionContext context) {
    Span line = context.record().spans().get(0);
    Span first = new Span(line.begin(), line.begin() + 1);
    return new Extraction("office", value(context.slice(first), first, 0.5, "r"));
  }

  static List<Object[]> tooMuch() {
    return List.of(
        new Object[] {
          extractor("bad", "office", c -> endlessly(office(c))),
          "failed: it gave more than 1000 values"
        },
        new Object[] {
          extractor("bad", "office", c -> Collections.nCopies(1001, office(c))),
          "failed: it gave more than 1000 values"
        },
        new Object[] {
          extractor(
              "bad", "office", c -> Collections.nCopies(20, saying(office(c), "長".repeat(60_000)))),
          "failed: it gave 1200020 characters of values"
        },
        new Object[] {
          new FieldExtractor() {
            @Override
            public String id() {
              return "bad";
            }

            @Override
            public Set<String> fields() {
              return null;
            }

            @Override
            public List<Extraction> extract(ExtractionContext context) {
              return List.of(office(context));
            }
          },
          "failed: it gave null for its fields"
        },
        new Object[] {
          extractor("bad", "office", c -> null), "failed: it gave null for its values"
        });
  }

  private static Extraction saying(Extraction of, String text) {
    FieldValue value = of.value();
    return new Extraction(
        of.field(),
        FieldValue.machine(
            Value.of(text), value.text(), value.spans(), 0.5, new Why("r", List.of(), List.of())));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void whoGivesTooMuchGivesNothing(FieldExtractor bad, String said) {
    ParsedDocument parsed =
        run(pipeline(List.of(lineByLine()), List.of(bad, word("w", "name", "の", 1)), List.of()));
    assertEquals("", office(parsed, 0));
    assertEquals("の", parsed.records().get(0).first("name"));
    assertEquals(
        "the extractor bad " + said + "; its values of this record are missing",
        messages(parsed).get(0));
  }

  /** What is too much in one value, or is no machine's to give. */
  static List<Object[]> values() {
    Span here = new Span(0, 1);
    FieldValue good = value("港", here, 0.5, "r");
    Value short1 = Value.of("港");
    List<Evidence> many = Collections.nCopies(1001, new Evidence("e", here));
    return List.of(
        new Object[] {
          FieldValue.machine(
              Value.of("長".repeat(100_001)),
              "港",
              List.of(here),
              0.5,
              new Why("r", List.of(), List.of())),
          "it has more than 100000 characters"
        },
        new Object[] {
          good.withWhy(new Why("r", List.of(), List.of("s".repeat(100_001)))),
          "it has more than 100000 characters"
        },
        new Object[] {
          good.withWhy(new Why("r", many, List.of())), "it names more than 1000 places or steps"
        },
        new Object[] {
          good.withWhy(new Why("r", List.of(), Collections.nCopies(1001, "s"))),
          "it names more than 1000 places or steps"
        },
        new Object[] {
          good.withWhy(new Why("r", List.of(new Evidence("unit", new Span(0, 99))), List.of())),
          "its evidence unit ends beyond the document"
        },
        new Object[] {
          new FieldValue(
              short1,
              "港",
              List.of(here),
              0.5,
              "r",
              Status.MACHINE,
              good.why(),
              Map.of("mine", new Object())),
          "it has keys of its own, which only files may have"
        });
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueThatIsTooMuchIsLeftOutAlone(FieldValue value, String said) {
    FieldExtractor bad =
        extractor("bad", "office", c -> List.of(new Extraction("office", value), office(c)));
    ParsedDocument parsed = run(pipeline(List.of(lineByLine()), List.of(bad), List.of()), "港の課\n");
    assertEquals(1, parsed.records().get(0).values("office").size());
    String message = messages(parsed).get(0);
    assertTrue(message.endsWith(" for office is left out: " + said), message);
    assertTrue(message.length() < 700, "a person reads " + message.length());
  }

  @Test
  void problemsThatSpeakOfNoPlaceOrTooMuchAreCutToSize() {
    List<Problem> given = new ArrayList<>();
    given.add(null);
    given.add(new Problem(Problem.Severity.INFO, "x", "far", null, new Span(0, 99)));
    given.add(new Problem(Problem.Severity.INFO, "x", "y".repeat(10_000), null, null));
    ParsedDocument parsed =
        run(
            pipeline(
                List.of(lineByLine()),
                List.of(),
                List.of(
                    validator("bad", context -> given),
                    validator("worse", context -> endlessly(given.get(2))),
                    validator("silent", context -> null))));
    assertEquals(
        List.of(
            "a problem is left out: it is null",
            "a problem is left out: it ends beyond the document",
            "y".repeat(500) + "…",
            "the validator silent failed: it gave null for its problems",
            "the validator worse failed: it gave more than 200000 problems"),
        messages(parsed));
  }

  @Test
  void aSegmentersProblemsMustHaveAPlaceToo() {
    Segmenter bad =
        segmenter(
            "bad",
            1,
            context ->
                new Segmentation(
                    List.of(draft(new Span(0, 3))),
                    List.of(),
                    List.of(),
                    List.of(
                        new Problem(Problem.Severity.INFO, "rule", "far", null, new Span(5, 99)))));
    assertEquals(
        List.of("a problem is left out: it ends beyond the document"),
        messages(run(pipeline(List.of(bad), List.of(), List.of()))));
  }

  @Test
  void thousandsOfFaultsAreCountedAndTheFirstListed() {
    Segmenter wild =
        segmenter("wild", 1, context -> segmentation(Collections.nCopies(5_000, draft())));
    List<String> said = messages(run(pipeline(List.of(wild), List.of(), List.of())));
    assertEquals(21, said.size());
    assertEquals("it failed in this document 5000 times; the first 20 are listed", said.get(20));
  }

  @Test
  void tenFailuresInARowSwitchAnExtractorOffUntilItIsSwitchedOn() {
    AtomicInteger calls = new AtomicInteger();
    FieldExtractor bad =
        extractor(
            "bad",
            "name",
            context -> {
              calls.incrementAndGet();
              throw new IllegalStateException("no");
            });
    Pipeline pipeline =
        pipeline(List.of(lineByLine()), List.of(bad, word("w", "office", "の", 1)), List.of());
    AtomicInteger changes = new AtomicInteger();
    pipeline.onChange(changes::incrementAndGet);

    List<String> first = messages(run(pipeline, "港の課\n".repeat(40)));
    assertEquals(11, first.size(), first.toString());
    String off = first.get(10);
    assertTrue(
        off.startsWith(
            "the extractor bad: it is switched off for this session after 10 failures in a row, the"
                + " last: it failed: IllegalStateException: no at "),
        off);
    assertEquals(1, changes.get());
    PlugIn refused =
        pipeline.plugIns().stream().filter(p -> p.id().equals("bad")).findFirst().orElseThrow();
    assertTrue(off.endsWith(refused.fault()), refused.fault());
    assertEquals(List.of(HERE + "bad"), pipeline.problems().stream().map(Problem::source).toList());
    assertEquals(10, pipeline.conduct(refused).failures());

    int before = calls.get();
    ParsedDocument second = run(pipeline);
    assertEquals(List.of(), second.problems(), "said once, and by the pipeline from then on");
    assertEquals("の", office(second, 0));
    assertEquals(before, calls.get());

    assertTrue(pipeline.switchOn(refused));
    assertEquals(2, changes.get());
    assertEquals(List.of(), pipeline.problems());
    assertEquals(2, run(pipeline).problems().size());
    assertNull(pipeline.conduct(refused).off());
  }

  @Test
  void oneSuccessBetweenFailuresKeepsAnExtractorOn() {
    AtomicInteger calls = new AtomicInteger();
    FieldExtractor moody =
        extractor(
            "moody",
            "name",
            context -> {
              if (calls.getAndIncrement() % 10 == 9) {
                return List.of();
              }
              throw new IllegalStateException("no");
            });
    Pipeline pipeline = pipeline(List.of(lineByLine()), List.of(moody), List.of());
    List<String> said = messages(run(pipeline, "港の課\n".repeat(100)));
    assertEquals(100, calls.get());
    assertEquals("it failed in this document 90 times; the first 20 are listed", said.get(20));
    assertEquals(List.of(), pipeline.problems());
  }

  /** Java cannot stop a thread: what is left behind is bounded by switching the plug-in off. */
  @Test
  void threeHangsSwitchAnExtractorOff() {
    AtomicInteger calls = new AtomicInteger();
    FieldExtractor hanging =
        extractor(
            "hanging",
            "name",
            context -> {
              calls.incrementAndGet();
              return Deed.HANG.perform();
            });
    Pipeline pipeline = pipeline(List.of(lineByLine()), List.of(hanging), List.of());
    for (int i = 0; i < 5; i++) {
      runShort(pipeline);
    }
    assertEquals(3, calls.get());
    assertTrue(
        pipeline
            .problems()
            .get(0)
            .message()
            .startsWith(
                "it is switched off for this session after 3 calls that hung or used up the"
                    + " memory, the last: it did not come back within 300 ms"),
        pipeline.problems().toString());
  }

  @Test
  void segmentersAndValidatorsAndLoadersAreSwitchedOffToo() {
    AtomicInteger calls = new AtomicInteger();
    Supplier<Integer> fail =
        () -> {
          calls.incrementAndGet();
          throw new IllegalStateException("no");
        };
    DocumentLoader bad = hostileLoader(() -> (double) fail.get(), () -> null);
    Pipeline pipeline =
        Pipeline.of(
            List.of(bad),
            List.of(
                segmenter(
                    "bad", 1, c -> segmentation(List.of(draft(), draft()).subList(0, fail.get()))),
                lineByLine()),
            List.of(),
            List.of(validator("bad", c -> Collections.nCopies(fail.get(), null))),
            List.of(Fakes.PROFILE),
            new JapaneseText());
    for (int i = 0; i < 15; i++) {
      run(pipeline);
      assertThrows(
          LoadException.class,
          () -> pipeline.load(new LoadRequest("x.txt", new byte[] {65}, null)));
    }
    assertEquals(30, calls.get());
    assertEquals(3, pipeline.problems().size());
  }

  @Test
  void whatPlugInsCostIsKnown() {
    FieldExtractor slow =
        extractor(
            "slow",
            "name",
            context -> {
              try {
                Thread.sleep(20);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return List.of();
            });
    Pipeline pipeline =
        pipeline(List.of(lineByLine()), List.of(slow, word("w", "name", "の", 1)), List.of());
    run(pipeline);
    run(pipeline);
    Map<String, Conduct> conducts = new java.util.HashMap<>();
    pipeline.plugIns().forEach(p -> conducts.put(p.id(), pipeline.conduct(p)));
    assertEquals(2, conducts.get("slow").documents());
    assertTrue(conducts.get("slow").perDocument().toMillis() >= 40, conducts.toString());
    assertTrue(
        conducts.get("slow").spent().compareTo(conducts.get("w").spent()) > 0, conducts.toString());
    assertEquals(Conduct.NONE, conducts.get("profile"));
  }

  /** In a process of its own: when memory is gone nobody knows who notices first. */
  @Test
  void anExtractorThatAllocatesWithoutEndCostsItselfOnly() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Glutton.class.getName())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), said);
    assertEquals("found 40, switched off after 3", said);
  }

  /** Runs a plug-in that fills the memory beside one that works. */
  static final class Glutton {
    private Glutton() {}

    public static void main(String[] arguments) {
      FieldExtractor glutton =
          extractor(
              "glutton",
              "name",
              context -> {
                List<long[]> kept = new ArrayList<>();
                while (true) {
                  kept.add(new long[10_000]);
                }
              });
      Pipeline pipeline =
          pipeline(List.of(lineByLine()), List.of(glutton, word("w", "office", "の", 1)), List.of());
      ParsedDocument parsed = pipeline.run(document("港の課\n".repeat(40)));
      long found = parsed.records().stream().filter(r -> !r.values("office").isEmpty()).count();
      int failures =
          pipeline.plugIns().stream().mapToInt(p -> pipeline.conduct(p).failures()).sum();
      boolean off = pipeline.problems().size() == 1;
      System.out.println(
          "found " + found + (off ? ", switched off after " : ", on after ") + failures);
    }
  }
}
