package koetsu.api.plugin;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds kinds, fields, sections, headings and word lists to the profile.
 *
 * <p>Contributions are merged by service ranking, then id: a known section type or word list gains
 * entries, a field or kind whose id is taken already is refused with a message. Called once from
 * any thread; the result is never null. What cannot be read, or says something that no profile may
 * say, is refused whole, with a message that names the line.
 */
@ConsumerType
public interface ProfileContribution {
  /** Unique name, for messages and as the last tie-break. */
  String id();

  /** Opens the contribution as JSON in UTF-8 ({@code koetsu.profile/1}); the caller closes it. */
  InputStream open() throws IOException;
}
