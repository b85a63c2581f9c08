package koetsu.example.grants.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.profile.SectionType;
import koetsu.api.record.Gap;
import koetsu.api.record.Section;
import org.osgi.service.component.annotations.Component;

/**
 * A notice stands between lines of three asterisks and begins with its header, number included; one
 * that amends another of the same bulletin is its part.
 */
@Component(service = Segmenter.class)
public final class NoticeSegmenter implements Segmenter {

  private static final String DIVIDER = "* * *";

  @Override
  public String id() {
    return "koetsu.example.grants.notices";
  }

  @Override
  public double fits(DocumentContext context) {
    boolean bulletin = context.document().text().startsWith("Grants-Bulletin:");
    return bulletin ? 1 : 0;
  }

  @Override
  public Segmentation segment(DocumentContext context) {
    SourceDocument document = context.document();
    List<RecordDraft> records = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Map<String, Integer> byNumber = new HashMap<>();
    List<Line> block = new ArrayList<>();
    for (int i = 0; i <= document.lines().size(); i++) {
      Line line = i < document.lines().size() ? document.lines().get(i) : null;
      boolean divider = line != null && document.slice(line.content()).equals(DIVIDER);
      if (line != null && !divider) {
        block.add(line);
        continue;
      }
      List<Line> printed = withoutBlankEnds(block);
      if (!printed.isEmpty()) {
        Header header = Header.of(printed, document);
        Header.Entry number = header.entry("Opportunity");
        if (number == null) {
          gaps.add(new Gap(records.isEmpty() ? "front-matter" : "back-matter", whole(printed)));
        } else {
          Header.Entry amended = header.entry("Amends");
          Integer parent = amended == null ? null : byNumber.get(amended.text());
          String kind = amended == null ? "notice" : "amendment";
          records.add(
              new RecordDraft(
                  parent,
                  kind,
                  List.of(whole(printed)),
                  sections(printed, context),
                  List.of(),
                  null));
          byNumber.putIfAbsent(number.text(), records.size() - 1);
        }
      }
      if (divider) {
        gaps.add(new Gap("divider", line.span()));
      }
      block.clear();
    }
    return new Segmentation(records, gaps, List.of(), List.of());
  }

  private static List<Section> sections(List<Line> lines, DocumentContext context) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line heading = lines.get(i);
      String type = type(heading, context);
      if (type == null) {
        continue;
      }
      int end = i + 1;
      while (end < lines.size() && lines.get(end).kind() != LineKind.HEADING) {
        end++;
      }
      List<Line> body = withoutBlankEnds(lines.subList(i + 1, end));
      sections.add(
          new Section(
              type, List.of(heading.span()), body.isEmpty() ? List.of() : List.of(whole(body))));
    }
    return sections;
  }

  /** The section that a heading of the profile begins; null for other lines. */
  private static String type(Line line, DocumentContext context) {
    if (line.kind() != LineKind.HEADING) {
      return null;
    }
    String printed = context.document().slice(line.content()).toUpperCase(Locale.ROOT);
    for (SectionType type : context.profile().sections()) {
      if (type.headings().contains(printed)) {
        return type.id();
      }
    }
    context.trace().failed("notice-section", line.span(), "no section has this heading");
    return null;
  }

  private static List<Line> withoutBlankEnds(List<Line> lines) {
    int begin = 0;
    int end = lines.size();
    while (begin < end && lines.get(begin).isBlank()) {
      begin++;
    }
    while (end > begin && lines.get(end - 1).isBlank()) {
      end--;
    }
    return List.copyOf(lines.subList(begin, end));
  }

  private static Span whole(List<Line> lines) {
    return lines.get(0).span().cover(lines.get(lines.size() - 1).span());
  }
}
