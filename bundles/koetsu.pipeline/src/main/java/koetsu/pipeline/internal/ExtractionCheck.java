package koetsu.pipeline.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Status;
import koetsu.records.ProfileCheck;

/** What an extractor must keep to, looked at value by value. Safe for any thread. */
final class ExtractionCheck {
  private final Map<String, FieldDefinition> fields = new HashMap<>();
  private final SourceDocument document;

  ExtractionCheck(Profile profile, SourceDocument document) {
    profile.fields().forEach(field -> fields.put(field.id(), field));
    this.document = document;
  }

  /** What is wrong with a result, as a clause; null where nothing is. */
  String fault(Extraction extraction, Set<String> declared) {
    FieldDefinition field = fields.get(extraction.field());
    if (field == null) {
      return "its field is not in the profile";
    }
    if (!declared.contains(field.id())) {
      return "the extractor does not declare the field";
    }
    FieldValue value = extraction.value();
    if (value.confidence() == null) {
      return "it has no confidence";
    }
    if (value.why() == null || value.extractor() == null) {
      return "it does not say why";
    }
    if (value.status() != Status.MACHINE) {
      return "its status is " + value.status() + ", which only a person can give";
    }
    String fault = SpanCheck.fault(value.spans(), document);
    if (fault != null) {
      return fault;
    }
    List<Span> spans = value.spans();
    Span whole = new Span(spans.get(0).begin(), spans.get(spans.size() - 1).end());
    if (!prints(whole, value.text())) {
      return "its text is not what stands at its spans (\"" + document.slice(whole) + "\")";
    }
    if (!value.extra().isEmpty()) {
      return "it has keys of its own, which only files may have";
    }
    for (Evidence evidence : value.why().evidence()) {
      if (evidence.span().end() > document.length()) {
        return "its evidence " + evidence.role() + " ends beyond the document";
      }
    }
    fault = Limits.fault(value);
    return fault != null ? fault : ProfileCheck.fault(value.value(), field);
  }

  private boolean prints(Span span, String text) {
    int begin = document.utf16(span.begin());
    return text != null
        && text.length() == document.utf16(span.end()) - begin
        && document.text().startsWith(text, begin);
  }
}
