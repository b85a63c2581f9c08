package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.pipeline.PlugIn;
import org.junit.jupiter.api.Test;

class InstalledTest {
  private static final PlugIn CLASS =
      new PlugIn(PlugIn.Kind.EXPORTER, "org.example.Slate", "org.example.slate", "2.1.0", 5, null);

  private record Slate(String id) implements Exporter {
    @Override
    public String id() {
      if (id.isEmpty()) {
        throw new IllegalStateException("no name yet");
      }
      return id;
    }

    @Override
    public String description() {
      throw new IllegalStateException("no words");
    }

    @Override
    public List<Loss> export(ExportRequest request, ExportOutput output) {
      return List.of();
    }
  }

  @Test
  void whatCannotNameItselfTakesNoPartAndIsListed() {
    Installed<Exporter> nameless = Installed.exporter(new Slate(""), CLASS);
    Installed<Exporter> slate = Installed.exporter(new Slate("slate"), CLASS);
    FixedFormats formats = new FixedFormats(List.of(nameless, slate), List.of());
    assertEquals(List.of("slate"), formats.exporters().stream().map(Exporter::id).toList());
    assertTrue(formats.exporters().get(0).description().contains("no words"));
    assertEquals(
        List.of("org.example.Slate", "slate"), formats.plugIns().stream().map(PlugIn::id).toList());
    assertTrue(formats.plugIns().get(0).fault().contains("no name yet"));
  }

  @Test
  void messagesNameTheBundle() {
    Exporter slate = Installed.exporter(new Slate("slate"), CLASS).format();
    assertEquals("slate of org.example.slate 2.1.0", Named.of(slate, slate.id()));
  }
}
