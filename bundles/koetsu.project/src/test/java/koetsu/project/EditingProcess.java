package koetsu.project;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.ParsedDocument;

/** A process that edits a project as fast as it can and says so, until somebody kills it. */
final class EditingProcess {
  static final String READY = "ready";

  /** Length of a digest. */
  static final int DIGITS = 8;

  private EditingProcess() {}

  /**
   * @param arguments project folder, seed
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[0]);
    Random random = new Random(Long.parseLong(arguments[1]));
    Project project = Project.open(folder, Sheets.HANA, Sheets.PROFILE);
    project.present(extraction(folder));
    // One write, so that the parent reads whole lines only.
    project.addListener(event -> out.print(event.id() + " " + digest(event) + "\n"));
    out.print(READY + "\n");
    while (true) {
      DurabilityTest.edit(project, random);
      if (random.nextInt(20) == 0) {
        project.flush();
      }
    }
  }

  /** The same for the same event in every process. */
  static String digest(Event event) {
    return String.format("%0" + DIGITS + "x", event.toString().hashCode());
  }

  static ParsedDocument extraction(Path folder) throws Exception {
    String text = Files.readString(folder.resolve("sources/a.txt"));
    SourceDocument document = Sheets.document("a.txt", text);
    return Sheets.extraction(
        document,
        Sheets.record(document, "r0001", "海辺の事業", "港湾課"),
        Sheets.record(document, "r0002", "山の事業", "林野課"));
  }
}
