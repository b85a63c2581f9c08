package koetsu.project.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.project.DocumentState;
import koetsu.project.drift.Rebase;
import koetsu.records.DocumentInfo;

/**
 * The documents that the machine has spoken about, each as it stands with every decision in its
 * place: put together when somebody asks, and kept until an edit changes it. Not safe for several
 * threads.
 */
public final class Presented {
  private final ProjectStore store;
  private final Profile profile;
  private final Map<String, ParsedDocument> machine = new LinkedHashMap<>();
  private final Map<String, DocumentInfo> infos = new HashMap<>();
  private final Map<String, DocumentState> states = new HashMap<>();

  /** Documents that have been edited since they were put together. */
  private final Set<String> behind = new HashSet<>();

  /** Where decisions on other editions are shown, by document. */
  private final Map<String, Rebase> rebases = new HashMap<>();

  public Presented(ProjectStore store, Profile profile) {
    this.store = store;
    this.profile = profile;
  }

  /** Takes the machine's word about a document, in the place of what it said before. */
  public void put(ParsedDocument result) {
    String name = result.document().name();
    machine.put(name, result);
    infos.put(name, DocumentInfo.of(result.document()));
    propose(name);
  }

  /** Asks anew where decisions on another edition of a document belong. */
  public void propose(String document) {
    states.remove(document);
    rebases.remove(document);
    if (machine.containsKey(document)) {
      store.drift(machine.get(document).document()).ifPresent(r -> rebases.put(document, r));
    }
  }

  /** Forgets a document; the machine speaks of an edition that is gone. */
  public void forget(String document) {
    machine.remove(document);
    infos.remove(document);
    rebases.remove(document);
    states.remove(document);
  }

  /** Lets every document be put together anew, with what holds for all of them. */
  public void forgetStates() {
    states.clear();
  }

  /** Hears of an edit of a document. */
  public void edited(String document) {
    behind.add(document);
  }

  /** A document as it stands now, if it was presented. */
  public Optional<DocumentState> state(String document) {
    if (!machine.containsKey(document)) {
      return Optional.empty();
    }
    if (behind.remove(document)) {
      states.remove(document);
    }
    return Optional.of(
        states.computeIfAbsent(
            document, n -> store.merge(profile, machine.get(n), rebases.get(n))));
  }

  /**
   * A record of a document as it stands now, if it counts. After an edit that left the records in
   * their places this does not put the document together again: in a bulk edit that would happen as
   * often as it has edits.
   */
  public Optional<ParsedRecord> record(String document, String record) {
    if (rebases.containsKey(document)) {
      return state(document).flatMap(s -> s.record(record));
    }
    if (!states.containsKey(document) || !store.isInPlace(document)) {
      state(document);
    }
    return machine.containsKey(document) ? store.now(document, record) : Optional.empty();
  }

  /** The edition that was presented, if one was. */
  public Optional<DocumentInfo> info(String document) {
    return Optional.ofNullable(infos.get(document));
  }

  /** Where decisions on another edition of a document are shown, if there are any. */
  public Optional<Rebase> drift(String document) {
    return Optional.ofNullable(rebases.get(document));
  }
}
