package koetsu.export.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.api.record.ParsedRecord;
import koetsu.records.FormatException;
import koetsu.records.RecordFile;
import koetsu.records.RecordLines;
import org.osgi.service.component.annotations.Component;

/** Reads Koetsu's own format. */
@Component
public final class JsonlImporter implements Importer {
  @Override
  public String id() {
    return JsonlExporter.ID;
  }

  @Override
  public String description() {
    return "a NAME" + RecordFile.SUFFIX + " file, or a folder of them";
  }

  @Override
  public List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException {
    Collected collected = new Collected(request);
    for (Path file : InputFiles.of(request.input(), RecordFile.SUFFIX)) {
      try (RecordLines lines = new RecordLines(Files.newInputStream(file), file.toString())) {
        boolean any = false;
        for (ParsedRecord record = lines.next(); record != null; record = lines.next()) {
          any = true;
          collected.add(collected.source(lines.document(), lines.where()), record, lines.where());
        }
        if (!any) {
          throw new ImportException(file + ": it holds no record");
        }
      } catch (FormatException e) {
        throw new ImportException(e.getMessage(), e);
      }
    }
    return collected.all();
  }
}
