package koetsu.export.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.record.ParsedRecord;
import koetsu.records.DocumentInfo;
import koetsu.records.ProfileCheck;
import koetsu.records.RecordFile;

/** The records of an input, each held against its source and the profile as it comes. */
final class Collected {
  /** Faults that are worth a line each: one cause often has hundreds. */
  static final int SHOWN = 10;

  private final ImportRequest request;
  private final Map<String, SourceDocument> sources = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> extras = new HashMap<>();
  private final Map<String, Map<String, String>> places = new HashMap<>();
  private final Map<String, List<ParsedRecord>> records = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  Collected(ImportRequest request) {
    this.request = request;
  }

  /**
   * The source of a name.
   *
   * @param where file and line that name it
   */
  SourceDocument source(String name, String where) throws ImportException {
    SourceDocument known = sources.get(name);
    if (known == null) {
      known =
          request
              .sources()
              .find(name)
              .orElseThrow(
                  () -> new ImportException(where + ": the project has no document named " + name));
      sources.put(name, known);
      records.put(name, new ArrayList<>());
      places.put(name, new HashMap<>());
    }
    return known;
  }

  /** The source that a file speaks of, if it is the same edition. */
  SourceDocument source(DocumentInfo about, String where) throws ImportException {
    SourceDocument source = source(about.name(), where);
    List<String> differences = about.verify(source);
    if (!differences.isEmpty()) {
      throw new ImportException(where + ": " + differences.get(0));
    }
    extras.put(about.name(), about.extra());
    return source;
  }

  /** Takes the records of a document that were put together out of items. */
  void add(SourceDocument source, Assembler assembler) throws ImportException, java.io.IOException {
    for (Assembler.Placed each : assembler.records()) {
      add(source, each.record(), each.where());
    }
    extras.put(source.name(), assembler.extra());
  }

  /**
   * Takes a record.
   *
   * @param source one that {@link #source} gave
   * @param where file and line
   */
  void add(SourceDocument source, ParsedRecord record, String where) throws ImportException {
    String before = places.get(source.name()).putIfAbsent(record.id(), where);
    if (before != null) {
      fault(where + ": the record " + record.id() + " is also in " + before);
      return;
    }
    for (String fault : RecordFile.verify(record, source)) {
      fault(where + ": " + fault);
    }
    for (String fault : ProfileCheck.faults(List.of(record), request.profile())) {
      fault(where + ": " + fault);
    }
    records.get(source.name()).add(record);
  }

  private void fault(String fault) throws ImportException {
    faults.add(fault);
    if (faults.size() == SHOWN) {
      faults.add("there may be more; reading ended here");
      throw new ImportException(faults);
    }
  }

  /** Every document with its records, if nothing is wrong with any. */
  List<AnnotatedDocument> all() throws ImportException {
    if (!faults.isEmpty()) {
      throw new ImportException(faults);
    }
    List<AnnotatedDocument> all = new ArrayList<>();
    sources.forEach(
        (name, source) ->
            all.add(
                new AnnotatedDocument(
                    source, records.get(name), extras.getOrDefault(name, Map.of()))));
    if (all.stream().allMatch(d -> d.records().isEmpty())) {
      throw new ImportException(request.input() + ": there is no record in it");
    }
    return all;
  }
}
