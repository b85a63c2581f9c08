package koetsu.pipeline.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Status;
import koetsu.api.record.Value;

/** What an extractor must keep to, looked at value by value. */
final class ExtractionCheck {
  private final Profile profile;
  private final SourceDocument document;

  ExtractionCheck(Profile profile, SourceDocument document) {
    this.profile = profile;
    this.document = document;
  }

  /** What is wrong with a result, as a clause; null where nothing is. */
  String fault(Extraction extraction, Set<String> declared) {
    FieldDefinition field = profile.field(extraction.field()).orElse(null);
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
    String printed =
        document.slice(new Span(spans.get(0).begin(), spans.get(spans.size() - 1).end()));
    if (!printed.equals(value.text())) {
      return "its text is not what stands at its spans (\"" + printed + "\")";
    }
    return fault(value.value(), field);
  }

  private static String fault(Value value, FieldDefinition field) {
    if (value instanceof Value.Text text) {
      if (!field.slots().isEmpty()) {
        return "it is a plain text where the profile has slots";
      }
      return text.text().isEmpty() ? "it is empty" : null;
    }
    if (field.slots().isEmpty()) {
      return "it has slots where the profile has a plain text";
    }
    for (Map.Entry<String, Object> content : ((Value.Slots) value).slots().entrySet()) {
      Slot slot =
          field.slots().stream()
              .filter(s -> s.id().equals(content.getKey()))
              .findFirst()
              .orElse(null);
      if (slot == null) {
        return "it has a slot " + content.getKey() + " that is not in the profile";
      }
      if (content.getValue() != null && !fits(content.getValue(), slot)) {
        return "its slot "
            + slot.id()
            + " holds "
            + content.getValue()
            + ", which is no "
            + koetsu.records.Node.name(slot.type());
      }
    }
    return null;
  }

  private static boolean fits(Object content, Slot slot) {
    return switch (slot.type()) {
      case TEXT -> content instanceof String;
      case NUMBER, YEN, FISCAL_YEAR -> content instanceof Long;
      case FLAG -> content instanceof Boolean;
      case CHOICE -> content instanceof String choice && slot.choices().contains(choice);
    };
  }
}
