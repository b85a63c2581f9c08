package koetsu.export.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;
import org.osgi.service.component.annotations.Component;

/** Koetsu's own format, which holds everything. */
@Component
public final class JsonlExporter implements Exporter {
  static final String ID = "jsonl";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "Koetsu's records, one JSON object per line; offsets are code points";
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    FileNames names = new FileNames(request.documents());
    for (AnnotatedDocument each : request.documents()) {
      DocumentInfo about = DocumentInfo.of(each.document(), each.extra());
      try (OutputStream out = output.create(names.of(each.document()) + RecordFile.SUFFIX)) {
        out.write(new RecordFile(about, each.records()).toBytes());
      }
    }
    return List.of();
  }
}
