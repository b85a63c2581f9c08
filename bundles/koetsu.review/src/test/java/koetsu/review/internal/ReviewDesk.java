package koetsu.review.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.text.TextServices;
import koetsu.export.Formats;
import koetsu.pipeline.Pipeline;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.robot.Robot;
import koetsu.text.JapaneseText;
import koetsu.workbench.internal.Contributions;
import koetsu.workbench.internal.Window;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** A window on a small project, and a robot in front of it. */
final class ReviewDesk implements AutoCloseable {
  static final String DOCUMENT = "harbour.txt";
  static final String TEXT =
      """
      # 入り江の見張り台整備事業
      令和8年度予算額 3.4億円
      担当:入り江課
      担当:𠮷野出張所

      ## 事業目的
      波の高さを昼夜はかり、舟の出入りを助ける。

      # 峠の茶屋再生事業
      令和8年度予算額 12億円
      担当:峠課
      """;

  final Window window;
  final Robot robot;
  final Path folder;

  private ReviewDesk(Path folder, Path data, Pipeline pipeline) {
    this.folder = folder;
    Display display = Display.getDefault();
    TextServices text = new JapaneseText();
    window =
        new Window(
            display,
            new Contributions(
                new ReviewOpener(pipeline, text),
                List.of(
                    new NavigatorFactory(),
                    new RecordFactory(),
                    new ProblemsFactory(),
                    new QueueFactory(),
                    new WhyFactory(),
                    new GuideFactory(),
                    new HistoryFactory(),
                    new ConflictsFactory(),
                    new EditionsFactory(),
                    new DailyFactory()),
                List.of(new ReviewPerspective()),
                List.of(
                    new ReviewCommands(pipeline, text),
                    new EditCommands(),
                    new SourceCommands(),
                    new HistoryCommands(),
                    new ExchangeCommands(Formats.onClassPath(), (shell, title) -> exchange()))),
            null,
            data);
    robot = new Robot(display);
  }

  /** A person at the first record of the project, which is made where it is not there yet. */
  static ReviewDesk open(Path place) throws IOException, ProjectException {
    ReviewDesk desk = sitDown(place, "data");
    desk.session().select(Selection.of(DOCUMENT, desk.record(0).id()), true);
    desk.robot.settle();
    return desk;
  }

  /**
   * A person where the window puts them.
   *
   * @param data folder beside the project that remembers where they were
   */
  static ReviewDesk sitDown(Path place, String data) throws IOException, ProjectException {
    return sitDown(place, data, SheetPlugIns.pipeline());
  }

  /** The same with other plug-ins. */
  static ReviewDesk sitDown(Path place, String data, Pipeline pipeline)
      throws IOException, ProjectException {
    Path folder = place.resolve("project");
    if (!Project.isProject(folder)) {
      Path document = Files.writeString(place.resolve(DOCUMENT), TEXT);
      Project.create(folder, List.of(document));
    }
    ReviewDesk desk = new ReviewDesk(folder, place.resolve(data), pipeline);
    if (desk.window.preferences().get(ReviewOpener.REVIEWER).isEmpty()) {
      desk.window.preferences().put(ReviewOpener.REVIEWER, "rin");
    }
    desk.window.shell().setSize(1200, 760);
    desk.window.open(folder);
    desk.robot.waitUntil("the document is read", () -> desk.session().record().isPresent());
    desk.source().setFocus();
    desk.robot.settle();
    return desk;
  }

  /** Where gold is exported to and imported from. */
  Path exchange() {
    return folder.resolveSibling("exchange");
  }

  ReviewSession session() {
    return window.session(ReviewSession.class).orElseThrow();
  }

  StyledText source() {
    return robot.find(StyledText.class, "source." + DOCUMENT);
  }

  List<ParsedRecord> records() {
    return session().document(DOCUMENT).orElseThrow().survey().state().records();
  }

  ParsedRecord record(int index) {
    return records().get(index);
  }

  /** Code point at which a piece of the document begins; a leading line end is not counted. */
  static int cp(String piece) {
    return TEXT.codePointCount(0, TEXT.indexOf(piece));
  }

  FieldValue value(int record, String field, int index) {
    return record(record).values(field).get(index);
  }

  /** How many values of a field are refused. */
  long rejected(String field) {
    return records().stream()
        .flatMap(r -> r.values(field).stream())
        .filter(v -> v.status() == koetsu.api.record.Status.REJECTED)
        .count();
  }

  String status(String slot) {
    return robot.find(Label.class, "status." + slot).getText();
  }

  boolean hasFocus(String id) {
    Control control = window.shell().getDisplay().getFocusControl();
    return control != null && id.equals(control.getData("id"));
  }

  @Override
  public void close() {
    window.shell().close();
    robot.settle();
  }
}
