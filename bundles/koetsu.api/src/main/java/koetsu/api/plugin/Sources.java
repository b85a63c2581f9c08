package koetsu.api.plugin;

import java.util.List;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import org.osgi.annotation.versioning.ProviderType;

/** Documents by name, loaded when somebody asks for them. For one thread; nothing is ever null. */
@ProviderType
public interface Sources {
  /** File names with extensions, ascending. */
  List<String> names();

  /**
   * The document of a name, or nothing where there is none.
   *
   * @throws ImportException where it is there but cannot be loaded
   */
  Optional<SourceDocument> find(String name) throws ImportException;
}
