package koetsu.api.plugin;

import java.util.Objects;

/**
 * The bytes of an input and what is known about them.
 *
 * @param name file name with its extension, without folders
 * @param bytes whole content; callees must not change it
 * @param encoding name of the encoding a person asked for, or null to detect it
 */
public record LoadRequest(String name, byte[] bytes, String encoding) {
  public LoadRequest {
    Objects.requireNonNull(name);
    Objects.requireNonNull(bytes);
  }
}
