package koetsu.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.records.FormatException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes plug-ins of a file that declares them, for bundles that are tried without a framework; an
 * OSGi service and a {@link java.util.ServiceLoader} provider. Any thread.
 */
@ConsumerType
public interface DeclarationReader {

  /**
   * What one file declares.
   *
   * @param extractors in the order of the file
   * @param contribution what it adds to the profile
   */
  record Declared(List<FieldExtractor> extractors, Optional<ProfileContribution> contribution) {
    public Declared {
      extractors = List.copyOf(extractors);
      Objects.requireNonNull(contribution);
    }
  }

  /**
   * Reads a file.
   *
   * @param name of the file, for messages
   * @throws FormatException naming file, line and column of the first thing that is wrong
   */
  Declared read(byte[] bytes, String name) throws FormatException;
}
