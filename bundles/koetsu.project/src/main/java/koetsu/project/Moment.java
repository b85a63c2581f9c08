package koetsu.project;

import java.util.List;
import java.util.Optional;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.project.internal.PastStore;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;

/**
 * A project as it stood right after one of its events. It can be looked at and not be changed; each
 * document is put together from the log when it is asked for. Safe for any thread.
 */
public final class Moment {
  private final Event event;
  private final PastStore past;
  private final Profile profile;

  Moment(Event event, PastStore past, Profile profile) {
    this.event = event;
    this.past = past;
    this.profile = profile;
  }

  /** The last event that had happened. */
  public Event event() {
    return event;
  }

  /** Names of the documents that anybody had decided on, in order. */
  public List<String> documents() {
    return past.documents();
  }

  /** The edition of a document that decisions were about then, if there were any. */
  public Optional<DocumentInfo> edition(String document) {
    return past.edition(document);
  }

  /**
   * The decisions of that time laid over what a machine says, today's or that time's.
   *
   * @param machine about that time's {@link #edition}
   */
  public DocumentState present(ParsedDocument machine) {
    return past.merge(profile, machine);
  }

  /** A record that anybody had decided on, as it was left; rejected ones included. */
  public Optional<ParsedRecord> record(String document, String record) {
    return past.record(document, record);
  }

  /** The gold of that time, by document name. */
  public List<RecordFile> gold() {
    return past.gold();
  }
}
