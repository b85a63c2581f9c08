package koetsu.api.plugin;

import java.util.List;

/**
 * Files that cannot be imported; the message names file, line and cause, for a person to read.
 * Nothing of them is kept.
 */
public final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String[] faults;

  public ImportException(String message) {
    super(message);
    this.faults = new String[] {message};
  }

  public ImportException(String message, Throwable cause) {
    super(message, cause);
    this.faults = new String[] {message};
  }

  /**
   * Several faults of one file; the first is the message.
   *
   * @param faults at least one
   */
  public ImportException(List<String> faults) {
    super(faults.get(0));
    this.faults = faults.toArray(String[]::new);
  }

  /** Everything that is wrong, as far as the importer looked; never empty. */
  public List<String> faults() {
    return List.of(faults);
  }
}
