package koetsu.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koetsu.measure.Baseline.Run;
import koetsu.records.AtomicFile;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;

/**
 * The runs of a project's gold that nobody approved, so that a trend shows them between those that
 * the baseline remembers. The file, JSON lines in the order of the runs, belongs to one machine and
 * may be deleted; one that cannot be read or written is done without. It has no times, and a run
 * that came to the same as the one before is not told again: equal runs give equal reports.
 */
public final class RunHistory {
  /** Where a project has it, relative to its folder. */
  public static final String FILE = ".cache/runs.jsonl";

  /** The file is cut to this many runs when it has twice as many. */
  static final int MOST = Baseline.MOST_RUNS;

  private static final String APPROVED = "approved";

  private final Path file;

  /**
   * @param project the project's folder
   */
  public RunHistory(Path project) {
    this.file = project.resolve(FILE);
  }

  /**
   * A run and when it was.
   *
   * @param approved how many runs had been approved by then
   */
  private record Entry(int approved, Run run) {}

  /** Remembers a run, and returns its report with all runs in its trend. */
  public RegressionReport add(RegressionReport report) {
    List<Run> known = new ArrayList<>(report.trend());
    Run now = known.remove(known.size() - 1);
    List<Entry> entries = read();
    if (!now.comesTo(last(known, entries))) {
      Entry entry = new Entry(known.size(), now);
      entries.add(entry);
      write(entry, entries);
    }
    List<Run> trend = merged(known, entries);
    if (trend.isEmpty() || !trend.get(trend.size() - 1).equals(now)) {
      trend.add(now);
    }
    return report.withTrend(trend.subList(Math.max(0, trend.size() - MOST), trend.size()));
  }

  private static Run last(List<Run> approved, List<Entry> entries) {
    if (!entries.isEmpty() && entries.get(entries.size() - 1).approved() >= approved.size()) {
      return entries.get(entries.size() - 1).run();
    }
    return approved.isEmpty() ? null : approved.get(approved.size() - 1);
  }

  /** The approved runs, each with what was run after it; a run that was then approved is one. */
  private static List<Run> merged(List<Run> approved, List<Entry> entries) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i <= approved.size(); i++) {
      for (Entry entry : entries) {
        if (Math.min(entry.approved(), approved.size()) == i) {
          runs.add(entry.run());
        }
      }
      if (i < approved.size()) {
        Run next = approved.get(i);
        if (!runs.isEmpty() && next.comesTo(runs.get(runs.size() - 1))) {
          runs.remove(runs.size() - 1);
        }
        runs.add(next);
      }
    }
    return runs;
  }

  private List<Entry> read() {
    String lines;
    try {
      lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      lines = ""; // no run before this one that this machine knows of
    }
    List<Entry> entries = new ArrayList<>();
    for (String line : lines.split("\n")) {
      try {
        Node json = Node.of(Json.readObject(line, FILE), FILE);
        entries.add(new Entry(json.get(APPROVED).integer(), Baseline.run(json)));
      } catch (FormatException damaged) {
        // a run that nobody approved is no loss; the others are still worth showing
      }
    }
    return entries;
  }

  private void write(Entry entry, List<Entry> entries) {
    try {
      Path folder = file.getParent();
      if (!Files.exists(folder)) {
        Files.createDirectories(folder);
        // version control is to leave it alone without being told by hand
        Files.writeString(folder.resolve(".gitignore"), "*\n");
      }
      if (entries.size() >= 2 * MOST) {
        StringBuilder lines = new StringBuilder();
        entries.subList(entries.size() - MOST, entries.size()).forEach(e -> lines.append(line(e)));
        AtomicFile.write(file, lines.toString().getBytes(StandardCharsets.UTF_8));
      } else {
        Files.writeString(file, line(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException unwritable) {
      // somebody else's project: the trend ends with this run all the same
    }
  }

  private static String line(Entry entry) {
    Map<String, Object> json = Baseline.toJson(entry.run());
    json.put(APPROVED, (long) entry.approved());
    return Json.write(json) + "\n";
  }
}
