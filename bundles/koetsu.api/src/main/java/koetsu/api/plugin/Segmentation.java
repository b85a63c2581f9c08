package koetsu.api.plugin;

import java.util.List;
import koetsu.api.record.Gap;
import koetsu.api.record.Problem;

/**
 * How a document falls into records.
 *
 * @param records in document order
 * @param gaps stretches that belong to no record, in document order
 * @param contents entries of tables of contents and overview lists, in printed order
 * @param problems what does not fit together, for example an entry without a sheet; the source is
 *     the rule alone, the pipeline puts the bundle and its version before it; records are named by
 *     {@code rNNNN}, NNNN being the index in {@code records} from 0001
 */
public record Segmentation(
    List<RecordDraft> records,
    List<Gap> gaps,
    List<ContentsEntry> contents,
    List<Problem> problems) {
  public Segmentation {
    records = List.copyOf(records);
    gaps = List.copyOf(gaps);
    contents = List.copyOf(contents);
    problems = List.copyOf(problems);
  }
}
