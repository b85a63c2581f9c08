package koetsu.review.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import koetsu.project.SourceFile;
import koetsu.workbench.Preferences;

/** Where the person was in a project when it was closed the last time. */
public final class LastPlace {
  private static final String DOCUMENT = "review.document.";
  private static final String RECORD = "review.record.";
  private static final String CARET = "review.caret.";

  private final Preferences preferences;
  private final String project;

  public LastPlace(Preferences preferences, Path project) {
    this.preferences = preferences;
    this.project = project.toString();
  }

  /** Name of the document, if the person was in one. */
  public Optional<String> document() {
    return preferences.get(DOCUMENT + project);
  }

  /** Id of the record, if the person was at one. */
  public Optional<String> record() {
    return preferences.get(RECORD + project);
  }

  /** Code point of the caret, or -1. */
  public int caret() {
    return preferences.number(CARET + project, -1);
  }

  /**
   * Notes that the person went somewhere.
   *
   * @param record null for none, which leaves the one before
   */
  public void is(String document, String record) {
    preferences.put(DOCUMENT + project, document);
    if (record != null) {
      preferences.put(RECORD + project, record);
    }
  }

  /** Notes that the caret was moved. */
  public void is(int caret) {
    preferences.put(CARET + project, String.valueOf(caret));
  }

  /** Documents in the order in which the person will want them: that of last time comes first. */
  public List<SourceFile> inOrder(List<SourceFile> documents) {
    List<SourceFile> order = new ArrayList<>(documents);
    String last = document().orElse("");
    order.sort(Comparator.comparing(file -> !file.name().equals(last)));
    return order;
  }
}
