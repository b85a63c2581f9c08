package koetsu.example.grants.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import org.osgi.service.component.annotations.Component;

/** Title, number and agency, which a header names. */
@Component(service = FieldExtractor.class)
public final class HeaderExtractor implements FieldExtractor {

  static final String RULE = "header";

  private static final Map<String, String> FIELDS =
      Map.of("Title", "title", "Opportunity", "opportunity", "Agency", "agency");

  private static final double CONFIDENCE = 0.98;

  @Override
  public String id() {
    return "koetsu.example.grants.header";
  }

  @Override
  public Set<String> fields() {
    return Set.copyOf(FIELDS.values());
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Extraction> found = new ArrayList<>();
    for (Header.Entry entry : Header.of(context).entries()) {
      Span place = entry.spans().get(0).cover(entry.spans().get(entry.spans().size() - 1));
      String field = FIELDS.get(entry.name());
      if (field == null) {
        context.in().trace().failed(RULE, place, "no field is called " + entry.name());
        continue;
      }
      SourceDocument document = context.in().document();
      List<Evidence> evidence =
          List.of(new Evidence("name", document.lineAt(place.begin()).span()));
      Why why = new Why(RULE, evidence, List.of(document.slice(place), entry.text()));
      found.add(
          new Extraction(
              field,
              FieldValue.machine(
                  Value.of(entry.text()), context.slice(place), entry.spans(), CONFIDENCE, why)));
    }
    return found;
  }
}
