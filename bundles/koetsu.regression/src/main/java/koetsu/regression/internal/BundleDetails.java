package koetsu.regression.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import koetsu.launcher.PlugInBundle;
import koetsu.pipeline.PlugInFacts;
import koetsu.pipeline.PlugInJar;
import koetsu.review.Reports;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/** What is known of a bundle: what it is, whether it runs, what it may do, what it failed in. */
final class BundleDetails {
  private final Composite control;
  private final StyledText text;
  private final Theme theme;

  BundleDetails(Composite parent, Theme theme) {
    this.theme = theme;
    control = new Composite(parent, SWT.NONE);
    control.setLayout(new FillLayout());
    text = new StyledText(control, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
    text.setFont(theme.text());
    text.setMargins(8, 6, 8, 6);
    text.setLineSpacing(3);
    text.setAlwaysShowScrollBars(false);
    text.setBackground(theme.background());
    text.setForeground(theme.foreground());
    text.setData("id", "extractors.details");
  }

  Composite control() {
    return control;
  }

  /**
   * @param row null for none
   */
  void show(BundleRow row) {
    String said = row == null ? Texts.of("details.none") : describe(row);
    if (said.equals(text.getText())) {
      return;
    }
    text.setText(said);
    if (row != null) {
      StyleRange head = new StyleRange(0, said.indexOf('\n'), null, null, SWT.BOLD);
      text.setStyleRange(head);
    } else {
      text.setStyleRange(new StyleRange(0, said.length(), theme.dim(), null));
    }
  }

  private static String describe(BundleRow row) {
    List<String> lines = new ArrayList<>();
    lines.add(row.name() + " " + row.version());
    String state = row.state().name().toLowerCase(Locale.ROOT);
    lines.add(Texts.of("extractors.state." + state) + " – " + Texts.of("details." + state));
    if (row.message() != null) {
      lines.add(Reports.inWords(row.message()));
    }
    PlugInBundle bundle = row.bundle();
    if (bundle != null) {
      lines.add("");
      lines.add(bundle.file().toString());
      lines.add(Texts.of("details.home." + bundle.home().name().toLowerCase(Locale.ROOT)));
      if (Files.isRegularFile(bundle.file())) {
        try {
          lines.add(facts(bundle.file()));
        } catch (IOException e) {
          lines.add(e.getMessage());
        }
      }
    }
    for (BundleRow.Service service : row.plugIns()) {
      lines.add("");
      lines.add(
          Texts.of(
              "details.service",
              Texts.of(
                  "extractors.kind." + service.plugIn().kind().name().toLowerCase(Locale.ROOT)),
              service.plugIn().id()));
      if (service.conduct().documents() > 0) {
        lines.add(
            Texts.of(
                "details.conduct",
                service.conduct().documents(),
                ExtractorsView.millis(service.conduct().perDocument()),
                service.conduct().failures()));
      }
      service.failures().stream()
          .map(problem -> "· " + Reports.inWords(problem.message()))
          .distinct()
          .limit(5)
          .forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  /**
   * What a person should know of a file before it runs.
   *
   * @throws IOException where it cannot be read
   */
  static String facts(Path file) throws IOException {
    PlugInJar jar = PlugInJar.of(file);
    if (jar == null) {
      return Texts.of("extend.nobundle", file);
    }
    PlugInFacts facts = PlugInFacts.of(jar);
    String reach =
        facts.reach().stream()
            .map(r -> Texts.of("reach." + r.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(Texts.of("comma")));
    return String.join(
        "\n",
        Texts.of("details.bundle", jar.bundle(), jar.version()),
        Texts.of("details.sha256", facts.sha256()),
        facts.signer() == null
            ? Texts.of("details.unsigned")
            : Texts.of("details.signed", facts.signer()),
        Texts.of(
            "details.offers",
            facts.services().stream()
                .map(BundleDetails::service)
                .collect(Collectors.joining(Texts.of("comma")))),
        reach.isEmpty()
            ? Texts.of(jar.isDeclaration() ? "reach.data" : "reach.none")
            : Texts.of("details.reach", reach));
  }

  /** What an interface of plug-ins does, for people. */
  private static String service(String name) {
    return switch (name) {
      case "DocumentLoader" -> Texts.of("extractors.kind.loader");
      case "Segmenter" -> Texts.of("extractors.kind.segmenter");
      case "FieldExtractor" -> Texts.of("extractors.kind.extractor");
      case "Validator" -> Texts.of("extractors.kind.validator");
      case "ProfileContribution" -> Texts.of("extractors.kind.profile");
      case "Exporter" -> Texts.of("extractors.kind.exporter");
      case "Importer" -> Texts.of("extractors.kind.importer");
      default -> name;
    };
  }
}
