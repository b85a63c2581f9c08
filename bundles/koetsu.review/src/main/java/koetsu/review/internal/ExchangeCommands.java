package koetsu.review.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.Importer;
import koetsu.api.plugin.Loss;
import koetsu.export.Formats;
import koetsu.export.GoldExchange;
import koetsu.export.LossText;
import koetsu.records.RecordFile;
import koetsu.review.ReviewSession;
import koetsu.workbench.Chooser;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Workbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.MessageBox;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gold goes to other tools and comes back. */
@Component
public final class ExchangeCommands implements CommandProvider {
  private static final String MENU = "file";
  private static final int GROUP = 3;

  /** Null for those of the class path, or of the framework once there is one. */
  private final Formats formats;

  private final FolderQuestion question;

  /** Asks a person for a folder. */
  @FunctionalInterface
  interface FolderQuestion {
    /** The folder, or null where the person takes none. */
    Path ask(Shell shell, String title);
  }

  /** With the formats of the class path, or of the framework once there is one. */
  public ExchangeCommands() {
    this(null, ExchangeCommands::ask);
  }

  @Activate
  public ExchangeCommands(@Reference Formats formats) {
    this(formats, ExchangeCommands::ask);
  }

  ExchangeCommands(Formats formats, FolderQuestion question) {
    this.formats = formats;
    this.question = question;
  }

  private static Path ask(Shell shell, String title) {
    DirectoryDialog dialog = new DirectoryDialog(shell);
    dialog.setText(title);
    String folder = dialog.open();
    return folder == null ? null : Path.of(folder);
  }

  @Override
  public List<Command> commands(Workbench workbench) {
    List<Command> commands = new ArrayList<>();
    CommandBuilder add = new CommandBuilder(workbench, commands);
    add.edit(
            "gold.export",
            session ->
                choose(
                    workbench,
                    "gold.export",
                    formats(workbench).exporters(),
                    Exporter::id,
                    (exporter, folder) -> export(session, exporter, folder)),
            "M1+M2+F8")
        .in(MENU, GROUP, null);
    add.edit(
            "gold.import",
            session ->
                choose(
                    workbench,
                    "gold.import",
                    formats(workbench).importers(),
                    Importer::id,
                    (importer, folder) -> take(session, importer, folder)),
            "M1+M2+F10")
        .when(ReviewSession::isEditable)
        .in(MENU, GROUP, null);
    return commands;
  }

  private Formats formats(Workbench workbench) {
    return formats != null
        ? formats
        : workbench.service(Formats.class).orElseGet(Formats::onClassPath);
  }

  /** Lets a person choose a format, then a folder. */
  private <T> void choose(
      Workbench workbench,
      String command,
      List<T> all,
      Function<T, String> id,
      BiConsumer<T, Path> action) {
    new Chooser<>(
        workbench.shell(),
        workbench.theme(),
        command,
        Texts.of("gold.format"),
        typed ->
            all.stream()
                .filter(format -> Chooser.holds(id.apply(format), typed))
                .map(format -> new Chooser.Row<>(format, id.apply(format), ""))
                .toList(),
        format -> {
          Path folder =
              question.ask(workbench.shell(), Texts.of(command + ".folder", id.apply(format)));
          if (folder != null) {
            action.accept(format, folder);
          }
        });
  }

  private static void export(ReviewSession session, Exporter exporter, Path folder) {
    Workbench workbench = session.workbench();
    List<RecordFile> gold = session.project().gold();
    if (gold.isEmpty()) {
      workbench.message(Texts.of("gold.none"));
      return;
    }
    GoldExchange exchange = new GoldExchange(session.project(), session.pipeline());
    workbench
        .jobs()
        .run(
            Texts.of("gold.export.job", exporter.id()),
            progress -> exchange.export(exporter, gold, folder),
            losses -> {
              workbench.message(Texts.of("gold.exported", folder));
              if (!losses.isEmpty()) {
                tell(workbench, exporter, losses);
              }
            },
            e -> workbench.fail(Texts.of("gold.export.failed", folder, e.getMessage()), e));
  }

  private static void tell(Workbench workbench, Exporter exporter, List<Loss> losses) {
    StringBuilder text = new StringBuilder(Texts.of("gold.losses", exporter.id()));
    for (Loss loss : losses) {
      text.append("\n\n")
          .append(
              Texts.of(
                  "gold.loss", loss.count(), LossText.of(loss, Locale.getDefault()), loss.first()));
    }
    MessageBox box = new MessageBox(workbench.shell(), SWT.ICON_INFORMATION | SWT.OK);
    box.setText(Texts.of("command.gold.export"));
    box.setMessage(text.toString());
    box.setButtonLabels(Map.of(SWT.OK, Texts.of("gold.close")));
    box.open();
  }

  private static void take(ReviewSession session, Importer importer, Path folder) {
    Workbench workbench = session.workbench();
    GoldExchange exchange = new GoldExchange(session.project(), session.pipeline());
    int[] changed = new int[1];
    LongEdit.make(
        session,
        Texts.of("gold.import.job", importer.id()),
        watcher -> {
          List<RecordFile> files = exchange.read(importer, folder);
          session
              .project()
              .watched(watcher, () -> changed[0] = session.project().importGold(files));
          return files.stream().map(file -> file.document().name()).toList();
        },
        () -> workbench.message(Texts.of("gold.imported", changed[0])),
        e -> workbench.fail(Texts.of("gold.import.failed", said(e)), e));
  }

  private static String said(Exception e) {
    List<String> faults =
        e instanceof ImportException wrong
            ? wrong.faults()
            : List.of(Objects.toString(e.getMessage(), e.toString()));
    return faults.stream().map(ProblemTexts::ofImport).collect(Collectors.joining("\n"));
  }
}
