package koetsu.workbench;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the window remembers for its user from one start to the next. */
@ProviderType
public interface Preferences {

  Optional<String> get(String key);

  /**
   * Remembers a text, or forgets the key where it is null; written to disk with the window's close
   * at the latest.
   */
  void put(String key, String value);

  default int number(String key, int otherwise) {
    try {
      return get(key).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException edited) {
      return otherwise;
    }
  }
}
