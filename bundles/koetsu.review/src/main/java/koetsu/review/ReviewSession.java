package koetsu.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.LoadException;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.text.TextServices;
import koetsu.api.text.TokenIndex;
import koetsu.pipeline.Monitor;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.project.BlindSlice;
import koetsu.project.Conflict;
import koetsu.project.DocumentState;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.Moment;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.project.drift.Rebase;
import koetsu.review.internal.DocumentReader;
import koetsu.review.internal.EarlyProject;
import koetsu.review.internal.LastPlace;
import koetsu.review.internal.LongEdit;
import koetsu.review.internal.ProblemTexts;
import koetsu.review.internal.Sources;
import koetsu.review.internal.Texts;
import koetsu.review.internal.ValueNames;
import koetsu.review.internal.WriterText;
import koetsu.workbench.Command;
import koetsu.workbench.Jobs;
import koetsu.workbench.ProjectSession;
import koetsu.workbench.StatusSlot;
import koetsu.workbench.Workbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/**
 * A project at work in the window: its documents, what the person is at, and the edits that start
 * from there. An edit is on disk before the method returns and before the status line says so.
 * Thread: the display's.
 */
public final class ReviewSession implements ProjectSession {
  /** A machine value below this confidence is worth a look before the others. */
  public static final double DOUBTFUL = 0.9;

  /** Commands that are only refused for want of a value, or of something to do with it. */
  private static final Set<String> OF_VALUES = Set.of("value.accept", "value.fix", "value.reject");

  /** An updated bundle goes and comes again; what is read in between is not worth showing. */
  private static final int SWAP_MILLIS = 300;

  /** Texts of so many characters are shown ahead of what was kept of them. */
  private static final int LONG = 300_000;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Workbench workbench;
  private final Project project;
  private final Pipeline pipeline;
  private final TextServices text;
  private final EarlyProject early;
  private final LastPlace last;
  private final Map<String, OpenDocument> documents = new LinkedHashMap<>();
  private final Map<String, ParsedDocument> parsed = new HashMap<>();
  private final Map<SourceDocument, TokenIndex> tokens = new WeakHashMap<>();
  private final List<ReviewListener> listeners = new CopyOnWriteArrayList<>();
  private final Runnable readAgain = this::readAgain;
  private final Runnable whenClosed;

  /** The plug-ins of which the person was told that they are switched off. */
  private Set<PlugIn> off = Set.of();

  private Pipeline.Subscription swaps;
  private Selection selection = Selection.NONE;
  private boolean endActive = true;

  /** Where the caret was when the project was closed the last time, or -1. */
  private int lastCaret = -1;

  private int caret;

  /** Whether the person was put to a text without records and has not moved there yet. */
  private boolean waiting;

  private final WorkQueue queue = new WorkQueue(this);
  private boolean closed;

  /** The moment that is shown, or null for now. */
  private Moment past;

  /** What was read and is not shown yet, the last of each document. */
  private final Map<String, Arrival> arrivals = new LinkedHashMap<>();

  /**
   * What the machine said of a document, and what the project makes of it.
   *
   * @param news its bytes, where what it said is not kept yet; else null
   */
  private record Reading(ParsedDocument parsed, DocumentState state, DocumentReader.Input news) {}

  /**
   * News of a document.
   *
   * @param reading what a run said; null where there is only a text, or a failure
   */
  private record Arrival(OpenDocument document, Reading reading) {}

  /**
   * A session over a project that is open already; {@link #close()} closes it.
   *
   * @param early what was read of it
   * @param closed called once it is closed
   */
  public ReviewSession(
      Workbench workbench,
      Project project,
      EarlyProject early,
      Pipeline pipeline,
      TextServices text,
      Runnable closed)
      throws ProjectException {
    this.whenClosed = closed;
    this.workbench = workbench;
    this.project = project;
    this.early = early;
    this.last = new LastPlace(workbench.preferences(), project.folder());
    this.pipeline = pipeline;
    this.text = text;
    for (SourceFile source : project.sources()) {
      documents.put(source.name(), OpenDocument.unread(source));
    }
  }

  public Project project() {
    return project;
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  public TextServices text() {
    return text;
  }

  public Profile profile() {
    return pipeline.profile();
  }

  public Workbench workbench() {
    return workbench;
  }

  @Override
  public String name() {
    return project.name();
  }

  public void addListener(ReviewListener listener) {
    listeners.add(listener);
  }

  public void removeListener(ReviewListener listener) {
    listeners.remove(listener);
  }

  // ---- documents

  /** All documents in the order of the project. */
  public List<OpenDocument> documents() {
    return List.copyOf(documents.values());
  }

  public Optional<OpenDocument> document(String name) {
    return Optional.ofNullable(documents.get(name));
  }

  private Optional<Survey> survey(String name) {
    return document(name).flatMap(OpenDocument::surveyed);
  }

  /** Begins to read all documents, while the window makes the views that will show them. */
  public void read() {
    swaps = pipeline.onChange(this::plugInsChanged); // before a plug-in can be switched off
    for (SourceFile file : last.inOrder(documents().stream().map(OpenDocument::file).toList())) {
      Optional<EarlyProject.Found> found = early.ready(file);
      if (found.isPresent()) {
        documents.put(file.name(), found.get().document());
        parsed.put(file.name(), found.get().parsed());
      } else {
        read(file.name());
      }
    }
  }

  @Override
  public void started() {
    showReviewer();
    List<String> warnings = project.warnings();
    if (!warnings.isEmpty()) {
      workbench.fail(String.join("\n", warnings), null);
    }
    lastCaret = last.caret();
    for (String name : workbench.lastDocuments()) {
      if (documents.containsKey(name)) {
        workbench.openDocument(name, name, () -> Sources.view(this, name));
      }
    }
    List<OpenDocument> read = documents().stream().filter(d -> !d.isLoading()).toList();
    if (!read.isEmpty()) {
      read.forEach(document -> begin(document.name()));
      showProgress();
      checkTogether();
    }
  }

  /** Thread: that which installs or removes plug-ins. */
  private void plugInsChanged() {
    Display display = workbench.shell().getDisplay();
    try {
      display.asyncExec(
          () -> {
            if (!closed) {
              display.timerExec(SWAP_MILLIS, readAgain); // moves one that is set already
            }
          });
    } catch (SWTException e) {
      if (e.code != SWT.ERROR_DEVICE_DISPOSED) { // the window goes, and its plug-ins after it
        throw e;
      }
    }
  }

  /** Asks today's plug-ins about every document; what people decided stays. */
  private void readAgain() {
    if (!closed) {
      workbench.message(Texts.of("message.swapped"));
      tellWhatIsOff();
      documents.keySet().forEach(this::read);
    }
  }

  /** Says once of each plug-in that it no longer takes part. */
  private void tellWhatIsOff() {
    Set<PlugIn> now = new HashSet<>();
    for (PlugIn plugIn : pipeline.plugIns()) {
      String why = pipeline.conduct(plugIn).off();
      if (why != null) {
        now.add(plugIn);
        if (!off.contains(plugIn)) {
          workbench.message(Texts.of("message.off", plugIn.source(), ProblemTexts.of(why)));
        }
      }
    }
    off = now;
  }

  private void showReviewer() {
    workbench.status(
        StatusSlot.REVIEWER,
        readOnly().orElseGet(() -> Texts.of("status.reviewer", project.author().reviewer())));
  }

  @Override
  public Optional<String> whyNot(Command command) {
    if (past != null || project.readOnly()) {
      return Optional.of(Texts.of(past != null ? "whynot.past" : "whynot.readonly"));
    }
    return OF_VALUES.contains(command.id())
        ? Optional.of(Texts.of(selection.hasValue() ? "whynot.decided" : "whynot.novalue"))
        : Optional.empty();
  }

  private Optional<String> readOnly() {
    if (past != null) {
      String time = Texts.of("time", Date.from(past.event().time()));
      return Optional.of(Texts.of("status.past", time));
    }
    return project.readOnly()
        ? Optional.of(Texts.of("status.readonly", WriterText.of(project)))
        : Optional.empty();
  }

  /** Reads a document again, after it failed. */
  public void retry(String document) {
    update(OpenDocument.unread(documents.get(document).file()));
    read(document);
  }

  private void read(String name) {
    SourceFile file = documents.get(name).file();
    Display display = workbench.shell().getDisplay();
    workbench
        .jobs()
        .run(
            Texts.of("job.read", name),
            progress -> {
              EarlyProject.Found found =
                  early.find(
                      project,
                      file,
                      text -> {
                        if (text.text().length() >= LONG) {
                          showText(file, text, progress, display);
                        }
                      });
              if (found.isRead()) {
                return new Reading(found.parsed(), found.document().survey().state(), null);
              }
              SourceDocument source = found.input().load();
              showText(file, source, progress, display);
              try {
                ParsedDocument parsed = run(source, progress);
                return new Reading(parsed, project.present(parsed), found.input());
              } finally {
                if (progress.isCancelled() && !display.isDisposed()) {
                  display.asyncExec(
                      () -> update(OpenDocument.failed(file, Texts.of("read.cancelled", name))));
                }
              }
            },
            reading -> {
              DocumentState state = past == null ? reading.state() : past.present(reading.parsed());
              arrived(new Arrival(documents.get(name).with(state), reading));
              keep(name, reading);
            },
            failure -> arrived(new Arrival(OpenDocument.failed(file, message(failure)), null)));
  }

  /** Shows a text whose records are not there yet. Any thread. */
  private void showText(
      SourceFile file, SourceDocument source, Jobs.Progress progress, Display display) {
    if (!progress.isCancelled() && !display.isDisposed()) {
      OpenDocument loaded = OpenDocument.loaded(file, source);
      display.asyncExec(() -> arrived(new Arrival(loaded, null)));
    }
  }

  /** Saves the next start the work; whoever waits for another document comes first. */
  private void keep(String name, Reading reading) {
    if (reading.news() != null) {
      workbench
          .jobs()
          .run(
              Texts.of("job.keep", name),
              progress -> {
                reading.news().keep(reading.parsed());
                return name;
              },
              kept -> {},
              failure -> workbench.fail(Texts.of("keep.failed", name), failure));
    }
  }

  /** Shows news of documents; what comes while the window is busy is shown all at once. */
  private void arrived(Arrival arrival) {
    if (closed) {
      return;
    }
    if (arrivals.isEmpty()) {
      workbench.shell().getDisplay().asyncExec(this::showArrivals);
    }
    arrivals.put(arrival.document().name(), arrival);
  }

  private void showArrivals() {
    List<Arrival> news = List.copyOf(arrivals.values());
    arrivals.clear();
    if (closed) {
      return;
    }
    List<OpenDocument> changed = new ArrayList<>();
    for (Arrival arrival : news) {
      OpenDocument document = arrival.document();
      if (arrival.reading() != null) {
        parsed.put(document.name(), arrival.reading().parsed());
      } else if (document.failure() != null) {
        parsed.remove(document.name());
      } else if (documents.get(document.name()).survey() != null) {
        continue; // the text of records that are shown already
      }
      changed.add(document);
    }
    if (changed.isEmpty()) {
      return;
    }
    update(changed);
    for (OpenDocument document : changed) {
      if (document.isLoading()) {
        showText(document.name());
      } else {
        begin(document.name());
      }
    }
    showFailure();
    checkTogether();
  }

  /** Where no document can be read, the first of them says why. */
  private void showFailure() {
    if (!closed
        && selection.document() == null
        && documents.values().stream().allMatch(d -> d.failure() != null)) {
      select(new Selection(documents.keySet().iterator().next(), null, null, 0), true);
    }
  }

  /** Lets the person read the text while its records are looked for. */
  private void showText(String document) {
    if (selection.document() == null) {
      select(new Selection(document, null, null, 0), true);
      waiting = true;
    }
  }

  /** Lets the validators see each document beside the others, once all are read. */
  private void checkTogether() {
    if (closed
        || parsed.size() < 2
        || documents.values().stream().anyMatch(OpenDocument::isLoading)) {
      return;
    }
    List<ParsedDocument> all =
        documents.keySet().stream().map(parsed::get).filter(Objects::nonNull).toList();
    workbench
        .jobs()
        .run(
            Texts.of("job.check"),
            progress -> {
              List<ParsedDocument> changed = new ArrayList<>();
              for (int i = 0; i < all.size(); i++) {
                if (progress.isCancelled()) {
                  throw new CancellationException();
                }
                progress.at((double) i / all.size(), null);
                ParsedDocument one = all.get(i);
                ParsedDocument checked =
                    pipeline.check(one, all.stream().filter(other -> other != one).toList());
                if (!checked.problems().equals(one.problems())) {
                  project.present(checked);
                  changed.add(checked);
                }
              }
              return changed;
            },
            changed ->
                changed.forEach(
                    checked -> {
                      parsed.put(checked.document().name(), checked);
                      refreshState(checked.document().name());
                    }),
            failure -> workbench.fail(Texts.of("check.failed", failure.toString()), failure));
  }

  /** Whether the person is in no document, or in one that cannot be shown. */
  private boolean isNowhere() {
    return waiting
        || selection.document() == null
        || documents.get(selection.document()).failure() != null;
  }

  private static String message(Exception failure) {
    boolean told =
        failure instanceof LoadException
            || failure instanceof IOException
            || failure instanceof ProjectException;
    return told && failure.getMessage() != null ? failure.getMessage() : failure.toString();
  }

  /**
   * What the machine says about a document today, without any human decision. Thread: a background
   * one.
   */
  public ParsedDocument machine(SourceFile file, Jobs.Progress progress)
      throws IOException, LoadException {
    DocumentReader.Input input = early.reader().input(file);
    Optional<ParsedDocument> kept = input.kept(text -> {});
    return kept.isPresent() ? kept.get() : run(input.load(), progress);
  }

  /** The text of a document, unread by any rule. Thread: a background one. */
  public SourceDocument load(SourceFile file) throws IOException, LoadException {
    return early.reader().input(file).load();
  }

  private ParsedDocument run(SourceDocument source, Jobs.Progress progress) {
    return early
        .reader()
        .run(
            source,
            new Monitor() {
              @Override
              public void progress(int done, int total) {
                progress.at(total == 0 ? 0 : (double) done / total, null);
              }

              @Override
              public boolean cancelled() {
                return progress.isCancelled();
              }
            });
  }

  private void update(OpenDocument changed) {
    if (!closed) {
      update(List.of(changed));
    }
  }

  private void update(List<OpenDocument> changed) {
    changed.forEach(document -> documents.put(document.name(), document));
    queue.changed();
    changed.forEach(this::stayOnAPlace);
    List<String> names = changed.stream().map(OpenDocument::name).toList();
    listeners.forEach(l -> l.documentsChanged(names));
    showProgress();
    workbench.refresh();
  }

  /** A record that other plug-ins no longer find cannot be what the person is at. */
  private void stayOnAPlace(OpenDocument changed) {
    boolean lost =
        changed.name().equals(selection.document())
            && selection.record() != null
            && changed.ready().isPresent()
            && record(selection).isEmpty();
    if (lost) {
      select(new Selection(changed.name(), null, null, 0), false);
    }
  }

  /** Puts a person who has not gone anywhere yet to where they were the last time, or to work. */
  private void begin(String read) {
    if (closed || selection.record() != null) {
      return;
    }
    Optional<Selection> place = lastPlace();
    boolean there = read.equals(selection.document());
    if (place.isPresent() && (isNowhere() || there && place.get().document().equals(read))) {
      select(place.get(), true);
      Sources.goTo(workbench, place.get().document(), lastCaret);
    } else if (isNowhere()) {
      firstWork(documents.values()).ifPresent(at -> select(at, true));
    } else if (there) {
      firstWork(List.of(documents.get(read))).ifPresent(at -> select(at, true));
    }
  }

  private Optional<Selection> lastPlace() {
    String document = last.document().orElse("");
    return survey(document)
        .flatMap(s -> s.record(last.record().orElse("")))
        .map(r -> Selection.of(document, r.id()));
  }

  /**
   * The first doubtful value in the order of the queue; without any, the first record that nobody
   * has reviewed, and at last the first of all.
   *
   * @return empty as long as a document that could hold an earlier one is still being read
   */
  private Optional<Selection> firstWork(Collection<OpenDocument> among) {
    Selection open = null;
    Selection first = null;
    for (OpenDocument document : among) {
      if (document.isLoading()) {
        return Optional.empty();
      }
      for (ParsedRecord record : document.ready().map(DocumentState::records).orElse(List.of())) {
        for (Selection place : places(document.name(), record)) {
          if (isDoubtful(record.values(place.field()).get(place.index()))) {
            return Optional.of(place);
          }
        }
        Selection at = Selection.of(document.name(), record.id());
        first = first == null ? at : first;
        open = open == null && !isReviewed(record) ? at : open;
      }
    }
    if (open != null || first != null) {
      return Optional.of(open != null ? open : first);
    }
    return among.stream()
        .filter(d -> d.ready().isPresent())
        .findFirst()
        .map(d -> new Selection(d.name(), null, null, 0));
  }

  private void showProgress() {
    int reviewed = 0;
    int records = 0;
    int doubtful = 0;
    for (OpenDocument document : documents.values()) {
      if (document.survey() != null) {
        reviewed += document.survey().reviewed();
        records += document.survey().entries().size();
        doubtful += document.survey().doubtful();
      }
    }
    workbench.status(
        StatusSlot.REMAINING, Texts.of("status.remaining", reviewed, records, doubtful));
  }

  /** Whether a person has declared a record right. */
  public static boolean isReviewed(ParsedRecord record) {
    return record.state() == RecordState.REVIEWED || record.state() == RecordState.LOCKED;
  }

  /** Whether a record is under review without the machine's values, which must not show. */
  public static boolean hidesMachine(ParsedRecord record) {
    return BlindSlice.isBlind(record) && !isReviewed(record);
  }

  // ---- what the person is at

  public Selection selection() {
    return selection;
  }

  /** The record the person is at. */
  public Optional<ParsedRecord> record() {
    return record(selection);
  }

  /** The record of a place, if it counts. */
  public Optional<ParsedRecord> record(Selection at) {
    return at.record() == null
        ? Optional.empty()
        : survey(at.document()).flatMap(s -> s.record(at.record()));
  }

  /** The value the person is at. */
  public Optional<FieldValue> value() {
    return value(selection);
  }

  /** The value at a place, if one is there. */
  public Optional<FieldValue> value(Selection at) {
    return at.field() == null
        ? Optional.empty()
        : record(at)
            .map(r -> r.values(at.field()))
            .filter(values -> at.index() < values.size())
            .map(values -> values.get(at.index()));
  }

  /**
   * Goes somewhere; every view follows.
   *
   * @param reveal whether the place must be scrolled into sight
   */
  public void select(Selection next, boolean reveal) {
    if (next.equals(selection) && !reveal) {
      return;
    }
    if (!Objects.equals(next.document(), selection.document())) {
      caret = 0;
    }
    selection = next;
    waiting = false;
    if (next.document() != null) {
      workbench.openDocument(
          next.document(), next.document(), () -> Sources.view(this, next.document()));
      last.is(next.document(), next.record());
    }
    listeners.forEach(l -> l.selectionChanged(next, reveal));
    workbench.refresh();
  }

  /** Which edge of a place the keys move: its end, else its begin. */
  public boolean isEndActive() {
    return endActive;
  }

  /** Lets the keys move the other edge. */
  public void switchEdge() {
    endActive = !endActive;
    listeners.forEach(l -> l.selectionChanged(selection, false));
  }

  /**
   * Tells the views where the caret of a document stands.
   *
   * @param offset code point
   */
  public void caretAt(String document, int offset) {
    waiting &= offset == 0;
    if (document.equals(selection.document())) {
      caret = offset;
      last.is(offset);
    }
    listeners.forEach(l -> l.caretMoved(document, offset));
  }

  /** Where the caret was last seen in the document in focus, a code point. */
  public int caret() {
    return caret;
  }

  /** The places of a record's values in the order of the form: by field of the profile. */
  public List<Selection> places(String document, ParsedRecord record) {
    List<Selection> places = new ArrayList<>();
    for (FieldDefinition field : profile().fields()) {
      for (int i = 0; i < record.values(field.id()).size(); i++) {
        places.add(new Selection(document, record.id(), field.id(), i));
      }
    }
    return places;
  }

  /** Goes to another value of the record, round and round. */
  public void stepValue(int direction) {
    record()
        .ifPresent(
            record -> {
              List<Selection> places = places(selection.document(), record);
              if (!places.isEmpty()) {
                int at = places.indexOf(selection);
                int next =
                    at < 0
                        ? direction > 0 ? 0 : places.size() - 1
                        : Math.floorMod(at + direction, places.size());
                select(places.get(next), true);
              }
            });
  }

  /** Goes to the next or previous record, over the ends of documents. */
  public void stepRecord(int direction) {
    List<Survey> read = documents.values().stream().flatMap(d -> d.surveyed().stream()).toList();
    Optional<Survey> here = survey(selection.document());
    int document = here.map(read::indexOf).orElse(-1);
    int at =
        selection.record() == null ? -1 : here.map(s -> s.position(selection.record())).orElse(-1);
    int next = at + direction;
    if (document < 0 || at < 0) {
      document = 0;
      next = 0;
    }
    while (next < 0 && --document >= 0) {
      next += read.get(document).entries().size();
    }
    while (document >= 0 && document < read.size() && next >= read.get(document).entries().size()) {
      next -= read.get(document++).entries().size();
    }
    if (document >= 0 && document < read.size()) {
      Survey survey = read.get(document);
      select(
          Selection.of(survey.state().document().name(), survey.entries().get(next).record().id()),
          true);
    } else {
      workbench.message(Texts.of(direction > 0 ? "message.lastrecord" : "message.firstrecord"));
    }
  }

  /** Whether a value is the machine's, and the machine is not sure. */
  public static boolean isDoubtful(FieldValue value) {
    return value.status() == Status.MACHINE
        && value.confidence() != null
        && value.confidence() < DOUBTFUL;
  }

  /** What there is to look at, as the person narrowed it. */
  public WorkQueue queue() {
    return queue;
  }

  /** Tells the views that the queue shows something else. */
  public void queueChanged() {
    listeners.forEach(ReviewListener::queueChanged);
  }

  /** Goes to the next or previous item of the queue, round and round. */
  public void stepDoubtful(int direction) {
    WorkQueue.Item next = queue.next(selection, direction);
    if (next == null) {
      workbench.message(Texts.of(queue.items().isEmpty() ? "message.nodoubt" : "message.onedoubt"));
    } else {
      show(next);
    }
  }

  /** Goes to an item of the queue. */
  public void show(WorkQueue.Item item) {
    select(item.place(), true);
    if (!item.place().hasValue() && item.span() != null) {
      Sources.show(workbench, item.place().document(), item.span());
    }
  }

  /** All that a row of the queue says, for finding it by words. */
  String describe(WorkQueue.Item item) {
    StringBuilder text = new StringBuilder(item.place().document());
    text.append(' ').append(item.rule()).append(' ').append(item.remark());
    record(item.place()).ifPresent(r -> text.append(' ').append(ValueNames.of(r, profile())));
    if (item.place().hasValue()) {
      FieldDefinition field = profile().field(item.place().field()).orElseThrow();
      text.append(' ').append(field.id()).append(' ');
      text.append(koetsu.workbench.Messages.label(field.labels(), field.id())).append(' ');
      text.append(ValueFormat.line(field, item.value().value()));
    }
    return text.toString();
  }

  /**
   * Goes to a place of a document: to the value that stands there if one does, else to the record.
   *
   * @param record id, or null to find it by the span
   * @param span code points, or null for the record's begin
   */
  public void reveal(String document, String record, String field, Span span) {
    Optional<Survey> survey = survey(document);
    if (survey.isEmpty()) {
      return;
    }
    Optional<ParsedRecord> found =
        survey
            .get()
            .record(record == null ? "" : record)
            .or(() -> span == null ? Optional.empty() : recordAt(document, span.begin()));
    if (found.isPresent()) {
      Selection at = Selection.of(document, found.get().id());
      List<FieldValue> values = field == null ? List.of() : found.get().values(field);
      for (int i = 0; i < values.size(); i++) {
        boolean there =
            span == null || values.get(i).spans().stream().anyMatch(s -> s.overlaps(span));
        if (there) {
          at = new Selection(document, found.get().id(), field, i);
          break;
        }
      }
      select(at, true);
    } else {
      select(new Selection(document, null, null, 0), true);
    }
    if (span != null && !selection.hasValue()) {
      // a value that is not there any more, or never was: its place is
      Sources.show(workbench, document, span);
    }
  }

  /** The record that claims a code point. */
  public Optional<ParsedRecord> recordAt(String document, int offset) {
    return survey(document).flatMap(s -> s.recordAt(offset));
  }

  /** What the one scan of a document found; scanned when it is first asked for. */
  public TokenIndex tokens(SourceDocument document) {
    return tokens.computeIfAbsent(document, text::scan);
  }

  // ---- edits

  /** Whether edits are possible at all. */
  public boolean isEditable() {
    return !project.readOnly() && past == null;
  }

  /**
   * Edits a document and shows what it has become.
   *
   * @return whether it is on disk; where not, nothing has changed and the person is told
   */
  public boolean edit(String document, Project.Edits edits) {
    boolean made = edit(edits);
    if (made) {
      refreshState(document);
    }
    return made;
  }

  /** The same for several documents at once, as one step of undo. */
  public boolean editTogether(String type, Collection<String> touched, Project.Edits edits) {
    boolean made = edit(() -> project.together(type, edits));
    if (made) {
      refreshStates(touched);
    }
    return made;
  }

  /** Shows what documents have become after an edit that is on disk. */
  public void edited(Collection<String> touched) {
    showSaved();
    refreshStates(touched);
  }

  private boolean edit(Project.Edits edits) {
    if (past != null) {
      workbench.message(Texts.of("message.past"));
      return false;
    }
    try {
      edits.make();
    } catch (ProjectException e) {
      failed(e);
      return false;
    }
    showSaved();
    return true;
  }

  /** Says that an edit was not made. */
  public void failed(Exception e) {
    workbench.fail(Texts.of("edit.failed", message(e)), e);
  }

  private void showSaved() {
    workbench.status(StatusSlot.SAVED, Texts.of("status.saved", LocalTime.now().format(CLOCK)));
  }

  private void refreshState(String document) {
    refreshStates(List.of(document));
  }

  private void refreshStates(Collection<String> names) {
    List<OpenDocument> changed = new ArrayList<>();
    if (past == null && !closed) {
      for (String name : names) {
        project.document(name).ifPresent(state -> changed.add(documents.get(name).with(state)));
      }
    }
    if (!changed.isEmpty()) {
      update(changed);
    }
  }

  /** Agrees with the value the person is at and goes to the next open one of the record. */
  public void accept() {
    Selection at = selection;
    value()
        .ifPresent(
            value -> {
              if (edit(
                  at.document(),
                  () -> project.accept(at.document(), at.record(), at.field(), value))) {
                nextOpen(at);
              }
            });
  }

  /**
   * Decides on the value the person is at, and goes on to the next row of the queue instead of the
   * next value of the record.
   *
   * @param decision {@link #accept()} or {@link #reject()}
   */
  public void inQueue(Runnable decision) {
    Selection at = selection;
    int row = queue.indexOf(at);
    decision.run();
    if (row >= 0 && !queue.items().isEmpty()) {
      int next = queue.indexOf(at) == row ? row + 1 : row;
      show(queue.items().get(next % queue.items().size()));
    }
  }

  /** Refuses the value the person is at and goes to the next open one of the record. */
  public void reject() {
    Selection at = selection;
    value()
        .ifPresent(
            value -> {
              if (edit(
                  at.document(),
                  () -> project.reject(at.document(), at.record(), at.field(), value))) {
                nextOpen(at);
              }
            });
  }

  private void nextOpen(Selection from) {
    ParsedRecord record = record(from).orElse(null);
    if (record == null) {
      return;
    }
    List<Selection> places = places(from.document(), record);
    int at = Math.max(0, places.indexOf(from));
    for (int i = 1; i <= places.size(); i++) {
      Selection next = places.get((at + i) % places.size());
      if (value(next).filter(v -> v.status() == Status.MACHINE).isPresent()) {
        select(next, true);
        return;
      }
    }
    select(value(from).isPresent() ? from : Selection.of(from.document(), from.record()), true);
    if (!isReviewed(record)) {
      workbench.message(Texts.of("message.alldecided"));
    }
  }

  /** Declares the record right as it stands and goes to the next one. */
  public void acceptRecord() {
    Selection at = selection;
    if (at.record() != null
        && edit(at.document(), () -> project.review(at.document(), at.record()))) {
      String name = record(at).map(r -> ValueNames.of(r, profile())).orElse("");
      stepRecord(1);
      workbench.message(Texts.of("message.reviewed", name));
    }
  }

  /** Takes back that a record is reviewed. */
  public void reopenRecord() {
    Selection at = selection;
    if (at.record() != null) {
      edit(
          at.document(), () -> project.setState(at.document(), at.record(), RecordState.IN_REVIEW));
    }
  }

  /**
   * Gives the value the person is at another content.
   *
   * @param text printed text of the new place, or null for a value without a place
   */
  public void correct(Value content, String text, List<Span> spans) {
    Selection at = selection;
    FieldValue[] now = new FieldValue[1];
    value()
        .ifPresent(
            old -> {
              if (edit(
                  at.document(),
                  () ->
                      now[0] =
                          project.correct(
                              at.document(), at.record(), at.field(), old, content, text, spans))) {
                select(find(at, now[0]), true);
              }
            });
  }

  /** Where a value stands among those of its field now: values keep their printed order. */
  private Selection find(Selection at, FieldValue wanted) {
    List<FieldValue> values = record(at).map(r -> r.values(at.field())).orElse(List.of());
    for (int i = values.size() - 1; i >= 0; i--) {
      if (values.get(i).status() == wanted.status()
          && values.get(i).value().equals(wanted.value())
          && values.get(i).spans().equals(wanted.spans())) {
        return new Selection(at.document(), at.record(), at.field(), i);
      }
    }
    return at;
  }

  /** Adds a value to a field of the record the person is at, and goes to it. */
  public void add(String field, Value content, String text, List<Span> spans) {
    Selection at = new Selection(selection.document(), selection.record(), field, 0);
    FieldValue[] added = new FieldValue[1];
    if (at.record() != null
        && edit(
            at.document(),
            () ->
                added[0] = project.add(at.document(), at.record(), field, content, text, spans))) {
      select(find(at, added[0]), true);
    }
  }

  /** Whether the value the person is at has so many others of its field after it, or before. */
  public boolean canMove(int by) {
    int to = selection.index() + by;
    return isEditable()
        && value().isPresent()
        && to >= 0
        && record().filter(r -> to < r.values(selection.field()).size()).isPresent();
  }

  /** Moves the value the person is at among those of its field. */
  public void move(int by) {
    Selection at = selection;
    value()
        .ifPresent(
            value -> {
              if (edit(
                  at.document(),
                  () -> project.move(at.document(), at.record(), at.field(), value, by))) {
                select(
                    new Selection(at.document(), at.record(), at.field(), at.index() + by), true);
              }
            });
  }

  public boolean canUndo() {
    return isEditable() && project.undoableLength().isPresent();
  }

  public boolean canRedo() {
    return isEditable() && project.redoableLength().isPresent();
  }

  /** Takes back the last edit, in whatever document, and shows where it was. */
  public void undo() {
    move("undo", project.undoableLength(), project::undo);
  }

  /** Makes the edit again that was taken back last, and shows where it is. */
  public void redo() {
    move("redo", project.redoableLength(), project::redo);
  }

  /** A step back or forth in the history. */
  private interface Move {
    Optional<Event> make() throws ProjectException;
  }

  private void move(String name, OptionalLong bytes, Move move) {
    Event[] moved = new Event[1];
    Project.Edits edits = () -> moved[0] = move.make().orElse(null);
    if (past != null || LongEdit.isShort(bytes.orElse(0))) {
      if (edit(edits)) {
        show(moved[0]);
      }
    } else {
      LongEdit.make(
          this,
          Texts.of("long." + name),
          watcher -> {
            project.watched(watcher, edits);
            return documents(moved[0]);
          },
          () -> goTo(moved[0]),
          this::failed);
    }
  }

  private static List<String> documents(Event event) {
    return event == null
        ? List.of()
        : event.changes().stream().map(c -> c.document().name()).distinct().toList();
  }

  private void show(Event event) {
    refreshStates(documents(event));
    goTo(event);
  }

  /** Goes to where an edit was made last. */
  private void goTo(Event event) {
    if (event == null || event.changes().isEmpty()) {
      return;
    }
    koetsu.project.Change change = event.changes().get(event.changes().size() - 1);
    String document = change.document().name();
    if (change instanceof koetsu.project.Change.OfValue edited) {
      FieldValue place = edited.before() != null ? edited.before() : edited.after();
      reveal(
          document,
          change.record(),
          edited.field(),
          place == null || place.spans().isEmpty() ? null : place.spans().get(0));
    } else {
      // a half that a split had made is gone: its lines are those of another record again
      List<Span> extent =
          change instanceof koetsu.project.Change.OfRecord record
              ? (record.after() == null ? record.before() : record.after()).spans()
              : List.of();
      reveal(document, change.record(), null, extent.isEmpty() ? null : extent.get(0));
    }
  }

  // ---- other times, other reviewers, other editions

  /** Takes back or makes again the person's own edits until those up to an event count. */
  public void returnTo(EventId event) {
    List<Event> moved = new ArrayList<>();
    if (edit(() -> moved.addAll(project.returnTo(event)))) {
      refreshStates(moved.stream().flatMap(e -> documents(e).stream()).distinct().toList());
      workbench.message(Texts.of("message.returned", moved.size()));
    }
  }

  /** The moment that is shown instead of now. */
  public Optional<Moment> past() {
    return Optional.ofNullable(past);
  }

  /**
   * Shows every document as it stood right after an event, in the edition of then. Nothing can be
   * edited until {@link #showNow()}.
   */
  public void showAsOf(EventId event) {
    try {
      past = project.asOf(event);
    } catch (ProjectException e) {
      workbench.fail(e.getMessage(), e);
      return;
    }
    showReviewer();
    parsed.forEach(
        (name, today) -> {
          Optional<SourceFile> other =
              past.edition(name)
                  .filter(then -> !then.sha256().equals(today.document().sha256()))
                  .flatMap(project::edition);
          if (other.isPresent()) {
            readPast(past, other.get());
          } else {
            update(documents.get(name).with(past.present(today)));
          }
        });
  }

  private void readPast(Moment moment, SourceFile edition) {
    String name = edition.name();
    update(OpenDocument.unread(documents.get(name).file()));
    workbench
        .jobs()
        .run(
            Texts.of("job.read", name),
            progress -> moment.present(machine(edition, progress)),
            state -> {
              if (moment == past) {
                update(documents.get(name).with(state));
              }
            },
            failure -> {
              if (moment == past) {
                update(OpenDocument.failed(documents.get(name).file(), message(failure)));
              }
            });
  }

  /** Shows the documents as they stand now. */
  public void showNow() {
    past = null;
    showReviewer();
    parsed.keySet().forEach(this::refreshState);
  }

  /**
   * Settles what two reviewers decided differently.
   *
   * @param refused whether the decision that does not stand shall count
   */
  public boolean settle(Conflict conflict, boolean refused) {
    return edit(conflict.document(), () -> project.settle(conflict, refused));
  }

  /** Moves the decisions on a document to the edition that is shown, as far as it was confirmed. */
  public void rebase(Rebase rebase) {
    String name = rebase.to().name();
    survey(name).ifPresent(s -> edit(name, () -> project.rebase(rebase, s.state().document())));
  }

  /** Puts another edition in the place of the document with that file's name, and reads it. */
  public void replaceSource(Path file) {
    SourceFile[] replaced = new SourceFile[1];
    if (edit(() -> replaced[0] = project.replaceSource(file))) {
      retry(replaced[0].name());
    }
  }

  @Override
  public void close() {
    closed = true;
    if (swaps != null) {
      swaps.close();
    }
    try {
      project.close();
    } catch (ProjectException e) {
      workbench.fail(Texts.of("close.failed", e.getMessage()), e);
    }
    whenClosed.run();
  }
}
