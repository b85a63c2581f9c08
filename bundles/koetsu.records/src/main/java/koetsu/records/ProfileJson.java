package koetsu.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import koetsu.api.profile.Choice;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.RecordKind;
import koetsu.api.profile.SectionType;
import koetsu.api.profile.Slot;

/** Reads contributions to a profile and adds them up. */
public final class ProfileJson {
  /** What every contribution says first. */
  public static final String SCHEMA = "koetsu.profile/1";

  private static final String NO_COLOUR = "#999999";

  private static final Set<String> KEYS =
      Set.of("schema", "id", "version", "kinds", "fields", "sections", "lexicons");
  private static final Set<String> KIND_KEYS = Set.of("id", "labels");
  private static final Set<String> FIELD_KEYS =
      Set.of("id", "labels", "many", "slots", "comparison", "colour", "key", "kinds");
  private static final Set<String> CHOICE_KEYS = Set.of("id", "labels");
  private static final Set<String> SLOT_KEYS =
      Set.of("id", "labels", "type", "choices", "comparison");
  private static final Set<String> SECTION_KEYS = Set.of("id", "labels", "headings", "colour");

  private ProfileJson() {}

  /**
   * One bundle's share of a profile.
   *
   * @param source who contributes it, for messages
   * @param profile what it contributes
   */
  public record Contribution(String source, Profile profile) {}

  /**
   * The sum of contributions.
   *
   * @param profile what is in force
   * @param clashes one sentence for each thing that was refused
   */
  public record Sum(Profile profile, List<String> clashes) {
    public Sum {
      clashes = List.copyOf(clashes);
    }
  }

  /**
   * Reads one contribution; keys it does not know are an error, so that a slip of the pen shows.
   *
   * @param bytes UTF-8
   * @param name of the file, for messages
   */
  public static Profile read(byte[] bytes, String name) throws FormatException {
    Node json = Node.parse(Json.decode(bytes, name), name);
    String schema = json.get("schema").string();
    if (!schema.equals(SCHEMA)) {
      throw json.get("schema").wrong("is " + schema + "; this version reads " + SCHEMA);
    }
    known(json, KEYS);
    List<RecordKind> kinds = new ArrayList<>();
    for (Node kind : json.get("kinds").elements()) {
      known(kind, KIND_KEYS);
      kinds.add(new RecordKind(kind.get("id").string(), labels(kind)));
    }
    List<FieldDefinition> fields = new ArrayList<>();
    for (Node field : json.get("fields").elements()) {
      fields.add(field(field));
    }
    List<SectionType> sections = new ArrayList<>();
    for (Node section : json.get("sections").elements()) {
      known(section, SECTION_KEYS);
      sections.add(
          new SectionType(
              section.get("id").string(),
              labels(section),
              section.get("headings").strings(),
              colour(section)));
    }
    Map<String, List<String>> lexicons = new TreeMap<>();
    Node byName = json.get("lexicons");
    if (!byName.isNull()) {
      for (String lexicon : byName.keys()) {
        lexicons.put(lexicon, byName.get(lexicon).strings());
      }
    }
    return new Profile(
        json.get("id").string(),
        json.get("version").string("0"),
        kinds,
        fields,
        sections,
        lexicons);
  }

  /**
   * Adds contributions up in their order: a known section type or word list gains entries; a kind,
   * a field or a field's key that is taken already is refused. Contributions of one id are one
   * domain: its fields are for the records of its kinds, unless they name other kinds; the fields
   * of a domain that has no kinds are for all records.
   */
  public static Sum sum(List<Contribution> contributions) {
    Map<String, RecordKind> kinds = new LinkedHashMap<>();
    Map<String, FieldDefinition> fields = new LinkedHashMap<>();
    Map<String, String> keys = new LinkedHashMap<>();
    Map<String, SectionType> sections = new LinkedHashMap<>();
    Map<String, Set<String>> lexicons = new LinkedHashMap<>();
    Map<String, String> owners = new LinkedHashMap<>();
    List<String> clashes = new ArrayList<>();
    Map<String, Set<String>> kindsOf = new HashMap<>();
    for (Contribution contribution : contributions) {
      Profile share = contribution.profile();
      for (RecordKind kind : share.kinds()) {
        kindsOf.computeIfAbsent(share.id(), id -> new HashSet<>()).add(kind.id());
      }
    }
    for (Contribution contribution : contributions) {
      String source = contribution.source();
      for (RecordKind kind : contribution.profile().kinds()) {
        if (kinds.putIfAbsent(kind.id(), kind) == null) {
          owners.put("kind " + kind.id(), source);
        } else {
          clashes.add(clash(source, "kind " + kind.id(), owners));
        }
      }
      for (FieldDefinition field : contribution.profile().fields()) {
        if (fields.containsKey(field.id())) {
          clashes.add(clash(source, "field " + field.id(), owners));
          continue;
        }
        owners.put("field " + field.id(), source);
        String taken = field.key() == null ? null : keys.putIfAbsent(field.key(), field.id());
        if (taken != null) {
          clashes.add(
              source
                  + ": the key "
                  + field.key()
                  + " of the field "
                  + field.id()
                  + " belongs to the field "
                  + taken
                  + "; it has no key now");
        }
        fields.put(
            field.id(),
            new FieldDefinition(
                field.id(),
                field.labels(),
                field.many(),
                field.slots(),
                field.comparison(),
                field.colour(),
                taken == null ? field.key() : null,
                field.kinds().isEmpty()
                    ? kindsOf.getOrDefault(contribution.profile().id(), Set.of())
                    : field.kinds()));
      }
      for (SectionType section : contribution.profile().sections()) {
        sections.merge(section.id(), section, ProfileJson::join);
      }
      contribution
          .profile()
          .lexicons()
          .forEach(
              (name, words) ->
                  lexicons.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(words));
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lexicons.forEach((name, words) -> lists.put(name, List.copyOf(words)));
    return new Sum(
        new Profile(
            contributions.isEmpty() ? "empty" : contributions.get(0).profile().id(),
            String.join("+", contributions.stream().map(c -> c.profile().version()).toList()),
            List.copyOf(kinds.values()),
            List.copyOf(fields.values()),
            List.copyOf(sections.values()),
            lists),
        clashes);
  }

  private static FieldDefinition field(Node json) throws FormatException {
    known(json, FIELD_KEYS);
    List<Slot> slots = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node slot : json.get("slots").elements()) {
      known(slot, SLOT_KEYS);
      Slot.Type type = slot.get("type").oneOf(Slot.Type.class, Slot.Type.TEXT);
      List<Choice> choices = choices(slot.get("choices"));
      if ((type == Slot.Type.CHOICE) == choices.isEmpty()) {
        throw slot.get("choices").wrong("go with the type choice, and only with it");
      }
      String id = slot.get("id").string();
      if (!ids.add(id)) {
        throw slot.get("id").wrong("is " + id + ", which a slot before has already");
      }
      slots.add(
          new Slot(
              id,
              labels(slot),
              type,
              choices,
              slot.get("comparison").oneOf(Comparison.class, Comparison.EXACT)));
    }
    return new FieldDefinition(
        json.get("id").string(),
        labels(json),
        json.get("many").flag(false),
        slots,
        json.get("comparison")
            .oneOf(Comparison.class, slots.isEmpty() ? Comparison.TEXT : Comparison.NONE),
        colour(json),
        json.get("key").string(null),
        Set.copyOf(json.get("kinds").strings()));
  }

  private static List<Choice> choices(Node json) throws FormatException {
    List<Choice> choices = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node choice : json.elements()) {
      known(choice, CHOICE_KEYS);
      String id = choice.get("id").string();
      if (!ids.add(id)) {
        throw choice.get("id").wrong("is " + id + ", which a choice before has already");
      }
      choices.add(new Choice(id, labels(choice)));
    }
    return choices;
  }

  private static Map<String, String> labels(Node json) throws FormatException {
    Map<String, String> labels = new LinkedHashMap<>();
    Node byLanguage = json.get("labels");
    if (!byLanguage.isNull()) {
      for (String language : byLanguage.keys()) {
        labels.put(language, byLanguage.get(language).string());
      }
    }
    return labels;
  }

  private static String colour(Node json) throws FormatException {
    String colour = json.get("colour").string(NO_COLOUR);
    if (!colour.matches("#[0-9A-Fa-f]{6}")) {
      throw json.get("colour").wrong("is " + colour + ", not #rrggbb");
    }
    return colour;
  }

  private static void known(Node json, Set<String> keys) throws FormatException {
    for (String key : json.except(keys).keySet()) {
      throw json.get(key).wrong("is no key of " + SCHEMA);
    }
  }

  private static String clash(String source, String what, Map<String, String> owners) {
    return source + ": the " + what + " is refused because " + owners.get(what) + " defines it";
  }

  private static SectionType join(SectionType first, SectionType second) {
    Set<String> headings = new LinkedHashSet<>(first.headings());
    headings.addAll(second.headings());
    Map<String, String> labels = new LinkedHashMap<>(second.labels());
    labels.putAll(first.labels());
    return new SectionType(first.id(), labels, List.copyOf(headings), first.colour());
  }
}
