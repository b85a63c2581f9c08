package koetsu.example.grants.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.measure.Gate;
import koetsu.measure.LedgerItem;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.measure.Score;
import koetsu.pipeline.Pipeline;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another language and other fields, through the same core. */
class GrantBulletinTest {

  private static final Path SOURCE = Path.of("sample/sources/bulletin-7.txt");
  private static final Path GOLD = Path.of("sample/gold/bulletin-7.records.jsonl");

  private final Pipeline pipeline =
      Pipeline.of(
          List.of(new BulletinLoader()),
          List.of(new NoticeSegmenter()),
          List.of(new HeaderExtractor(), new DateExtractor(), new AwardExtractor()),
          List.of(new DatesInOrder()),
          List.of(new GrantFields()),
          new JapaneseText());

  @Test
  void theProfileIsWhole() {
    assertEquals(List.of(), pipeline.problems());
    assertEquals(5, pipeline.profile().fields().size());
  }

  @Test
  void theEncodingIsTheOneThatTheFirstLineSays() throws Exception {
    ParsedDocument bulletin = bulletin();
    assertEquals("windows-1252", bulletin.document().encoding());
    assertTrue(bulletin.document().text().contains("Award: £40,000"), "pounds");

    String says = "Grants-Bulletin: 1.0; charset=klingon\n";
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                pipeline.load(
                    new LoadRequest("a.txt", says.getBytes(StandardCharsets.UTF_8), null)));
    assertEquals("a.txt says an encoding unknown here: klingon", e.getMessage());
  }

  @Test
  void anAmendmentIsPartOfWhatItAmends() throws Exception {
    List<ParsedRecord> records = bulletin().records();
    assertEquals(
        List.of("notice", "amendment", "notice", "notice"),
        records.stream().map(ParsedRecord::kind).toList());
    assertEquals(records.get(0).id(), records.get(1).parent());
  }

  @Test
  void whatClosesBeforeItWasPostedIsSaid() throws Exception {
    assertEquals(
        "closes on 2026-02-28 but was posted on 2026-03-01; one of the two is misread or misprinted",
        bulletin().problems().stream().map(Problem::message).collect(Collectors.joining("\n")));
  }

  @Test
  void theGoldScoresAndOneItemIsStillWrong() throws Exception {
    ParsedDocument bulletin = bulletin();
    RecordFile gold = RecordFile.read(GOLD);
    MeasuredDocument measured = MeasuredDocument.of(bulletin, gold);
    assertEquals(List.of(), measured.goldFaults());

    Score score = Score.of(pipeline.profile(), List.of(measured), false).get(0);
    assertEquals(1, score.figures().get(Score.BOUNDARY).f1().orElseThrow());
    assertEquals(1, score.figures().get(Score.SECTIONS).f1().orElseThrow());
    assertEquals(1, score.figures().get("date").f1().orElseThrow());
    assertTrue(score.figures().get("award").f1().orElseThrow() < 1, "EUR is a gap of the rules");

    RegressionReport report =
        Regression.run(List.of(measured), pipeline.profile(), Optional.empty(), Gate.USUAL);
    List<LedgerItem> wrong = report.items(LedgerItem.Outcome.STILL_WRONG);
    assertEquals(1, wrong.size(), wrong.toString());
    assertEquals("award", wrong.get(0).field());
  }

  @Test
  void aProjectKeepsItsGoldAsTheSampleHasIt(@TempDir Path temp) throws Exception {
    Path folder = temp.resolve("project");
    Project.create(folder, List.of(SOURCE));
    try (Project project =
        Project.open(folder, Author.here(temp.resolve("data"), "hana"), pipeline.profile())) {
      project.present(bulletin());
      project.importGold(RecordFile.read(GOLD));
      assertEquals(4, project.gold().get(0).records().size());
    }
    assertEquals(
        Files.readString(GOLD),
        Files.readString(folder.resolve("gold").resolve(GOLD.getFileName())));
  }

  private ParsedDocument bulletin() throws Exception {
    LoadRequest request =
        new LoadRequest(SOURCE.getFileName().toString(), Files.readAllBytes(SOURCE), null);
    return pipeline.run(pipeline.load(request));
  }
}
