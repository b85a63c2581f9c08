package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.export.Formats;
import koetsu.pipeline.PlugIn;
import org.junit.jupiter.api.Test;

class ServicesTest {
  @Test
  void theClassPathHasWhatTheFrameworkHas() {
    Formats formats = Formats.onClassPath();
    assertEquals(
        List.of(
            "brat",
            "conll",
            "csv",
            "jsonl",
            "label-studio",
            "parquet",
            "uima-xmi",
            "web-annotation"),
        formats.exporters().stream().map(Exporter::id).toList());
    assertEquals(
        List.of("brat", "csv", "jsonl", "label-studio", "uima-xmi", "web-annotation"),
        formats.importers().stream().map(Importer::id).toList());
    assertEquals(
        List.of("koetsu.export"),
        formats.plugIns().stream().map(PlugIn::bundle).distinct().toList());
    assertEquals(14, formats.plugIns().size());
  }
}
