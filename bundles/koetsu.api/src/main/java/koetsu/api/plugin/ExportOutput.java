package koetsu.api.plugin;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Where an exporter puts its files; used by one thread. */
@ProviderType
public interface ExportOutput {
  /**
   * Begins a file, which nobody sees before the whole export has succeeded. The exporter closes it
   * before it begins another.
   *
   * @param name with its extension, without folders; each once
   */
  OutputStream create(String name) throws IOException;
}
