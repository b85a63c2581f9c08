package koetsu.declared.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.text.TokenKind;
import koetsu.declared.Declaration;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.ProfileJson;

/** Reads the file that declares extractors. */
public final class DeclarationJson {

  private static final double USUAL_CONFIDENCE = 0.9;
  private static final String TEXT = "text";

  private static final Set<String> KEYS =
      Set.of("schema", "id", "profile", "dictionaries", "labels");
  private static final Set<String> DICTIONARY_KEYS =
      Set.of("field", "sections", "confidence", "entries");
  private static final Set<String> ENTRY_KEYS = Set.of("value", "words");
  private static final Set<String> LABEL_KEYS =
      Set.of("field", "sections", "confidence", "labels", "type", "slot");

  private DeclarationJson() {}

  /** As {@link Declaration#read}. */
  public static Declaration read(byte[] bytes, String name) throws FormatException {
    Node json = Node.parse(Json.decode(bytes, name), name);
    String schema = json.get("schema").string();
    if (!schema.equals(Declaration.SCHEMA)) {
      throw json.get("schema").wrong("is " + schema + "; this version reads " + Declaration.SCHEMA);
    }
    known(json, KEYS);
    String id = nonEmpty(json.get("id"));
    List<FieldExtractor> extractors = new ArrayList<>();
    for (Node dictionary : json.get("dictionaries").elements()) {
      known(dictionary, DICTIONARY_KEYS);
      extractors.add(new DictionaryExtractor(scope(dictionary, id, extractors), words(dictionary)));
    }
    for (Node label : json.get("labels").elements()) {
      known(label, LABEL_KEYS);
      extractors.add(
          new LabelExtractor(
              scope(label, id, extractors),
              labels(label),
              type(label.get("type")),
              label.get("slot").string(null)));
    }
    Node profile = json.get("profile");
    if (extractors.isEmpty() && profile.isNull()) {
      throw json.wrong("declares nothing: it needs dictionaries, labels or a profile");
    }
    return new Declaration(
        id,
        extractors,
        profile.isNull() ? Optional.empty() : Optional.of(contribution(profile, id, name)));
  }

  private static Scope scope(Node rule, String id, List<FieldExtractor> before)
      throws FormatException {
    String field = nonEmpty(rule.get("field"));
    double confidence =
        rule.get("confidence").isNull() ? USUAL_CONFIDENCE : rule.get("confidence").decimal();
    if (!(confidence > 0 && confidence <= 1)) {
      throw rule.get("confidence").wrong("is " + confidence + ", not above 0 and at most 1");
    }
    String name = id + "." + field;
    long same = before.stream().filter(e -> e.fields().contains(field)).count();
    return new Scope(
        same == 0 ? name : name + "." + (same + 1),
        field,
        Set.copyOf(rule.get("sections").strings()),
        confidence);
  }

  private static Map<String, String> words(Node dictionary) throws FormatException {
    Map<String, String> values = new LinkedHashMap<>();
    for (Node entry : dictionary.get("entries").elements()) {
      known(entry, ENTRY_KEYS);
      String value = nonEmpty(entry.get("value"));
      for (Node word : entry.get("words").elements()) {
        String other = values.putIfAbsent(nonEmpty(word), value);
        if (other != null && !other.equals(value)) {
          throw word.wrong("is " + word.string() + ", which means " + other + " already");
        }
      }
    }
    if (values.isEmpty()) {
      throw dictionary.get("entries").wrong("has no word");
    }
    return values;
  }

  private static List<String> labels(Node rule) throws FormatException {
    List<String> labels = new ArrayList<>();
    for (Node label : rule.get("labels").elements()) {
      labels.add(nonEmpty(label));
    }
    if (labels.isEmpty()) {
      throw rule.get("labels").wrong("has no label");
    }
    return labels;
  }

  /** Null for the rest of the line. */
  private static TokenKind type(Node type) throws FormatException {
    return type.string(TEXT).equals(TEXT) ? null : type.oneOf(TokenKind.class, null);
  }

  private static ProfileContribution contribution(Node profile, String id, String name)
      throws FormatException {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("schema", ProfileJson.SCHEMA);
    whole.put("id", id);
    whole.putAll(profile.object());
    byte[] bytes = Json.write(whole).getBytes(StandardCharsets.UTF_8);
    try {
      ProfileJson.read(bytes, name);
    } catch (FormatException e) {
      throw profile.wrong("cannot be used: " + e.getMessage().replace(name + ": ", ""));
    }
    return new Contribution(id, bytes);
  }

  private record Contribution(String id, byte[] bytes) implements ProfileContribution {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  private static String nonEmpty(Node node) throws FormatException {
    String text = node.string();
    if (text.isBlank()) {
      throw node.wrong("is empty");
    }
    return text;
  }

  /** A slip of the pen must show. */
  private static void known(Node object, Set<String> keys) throws FormatException {
    for (String key : object.keys()) {
      if (!keys.contains(key)) {
        throw object
            .get(key)
            .wrong("is not known; known are " + String.join(", ", keys.stream().sorted().toList()));
      }
    }
  }
}
