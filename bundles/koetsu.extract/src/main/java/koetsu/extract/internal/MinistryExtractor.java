package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.Quote;
import koetsu.api.plugin.Region;
import koetsu.api.record.Value;
import org.osgi.service.component.annotations.Component;

/**
 * Lead and cooperating ministries as printed: those behind 主担当庁 and 連携省庁, or those the overview
 * list tags the record's entry with.
 */
@Component(service = FieldExtractor.class)
public final class MinistryExtractor implements FieldExtractor {
  static final String NAMED_IN_HEAD = "ministry-line";
  static final String TAGGED_IN_CONTENTS = "ministry-tag";

  private static final String SEPARATORS = "、,・/;";
  private static final String BRACKETS = "【】()[]";

  @Override
  public String id() {
    return "koetsu.extract.ministry";
  }

  @Override
  public Set<String> fields() {
    return Set.of("ministry");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Extraction> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Span region : context.record().regions(Region.Role.MINISTRY)) {
      Passage passage = Passage.of(context, region);
      int colon = passage.text().indexOf(':');
      if (colon < 0) {
        context.in().trace().failed(NAMED_IN_HEAD, region, "no colon divides label and ministries");
      }
      split(context, passage, colon + 1, NAMED_IN_HEAD, region, 0.97, seen, found);
    }
    ContentsEntry entry = context.record().contents();
    if (entry != null) {
      for (Quote tag : entry.ministries()) {
        if (!tag.spans().isEmpty()) {
          Passage passage = Passage.of(context, tag.spans());
          split(context, passage, 0, TAGGED_IN_CONTENTS, tag.spans().get(0), 0.95, seen, found);
        }
      }
    }
    return found;
  }

  private static void split(
      ExtractionContext context,
      Passage passage,
      int from,
      String rule,
      Span label,
      double confidence,
      Set<String> seen,
      List<Extraction> found) {
    String text = passage.text();
    int begin = from;
    for (int i = from; i <= text.length(); i++) {
      if (i < text.length() && i > begin && text.charAt(i) == '(') {
        // 架空省（竹林課）: the bracket names an office of the ministry
        add(context, passage, begin, i, rule, label, confidence, seen, found);
        i = Math.min(passage.closing(i), text.length() - 1);
        begin = i + 1;
        continue;
      }
      if (i < text.length()
          && SEPARATORS.indexOf(text.charAt(i)) < 0
          && BRACKETS.indexOf(text.charAt(i)) < 0) {
        continue;
      }
      add(context, passage, begin, i, rule, label, confidence, seen, found);
      begin = i + 1;
    }
  }

  private static void add(
      ExtractionContext context,
      Passage passage,
      int begin,
      int end,
      String rule,
      Span label,
      double confidence,
      Set<String> seen,
      List<Extraction> found) {
    List<Span> spans = passage.spans(begin, end);
    String ministry = passage.text().substring(begin, end).replace("\n", "").strip();
    if (!spans.isEmpty() && seen.add(ministry)) {
      found.add(
          new Finding(context, "ministry", rule, spans)
              .because("label", label)
              .value(Value.of(ministry), confidence));
    }
  }
}
