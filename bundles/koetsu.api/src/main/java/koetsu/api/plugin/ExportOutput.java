package koetsu.api.plugin;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Where an exporter puts its files; used by one thread; nothing is ever null. */
@ProviderType
public interface ExportOutput {
  /**
   * Begins a file, which nobody sees before the whole export has succeeded. The exporter closes it
   * before it begins another.
   *
   * @param name with its extension, without folders; each once
   * @throws IOException where it cannot be written; the exporter lets it through
   */
  OutputStream create(String name) throws IOException;
}
